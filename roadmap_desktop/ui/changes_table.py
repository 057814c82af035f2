"""A table of changes: when, who, what."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from roadmap_desktop.model.local_time import here

_COLUMNS = ("Когда", "Кто", "Что изменено")
_WHEN_WIDTH, _WHO_WIDTH = 150, 140


class ChangesTable(QTableWidget):
    """It is only read."""

    def __init__(self) -> None:
        super().__init__(0, len(_COLUMNS))
        self.setTabKeyNavigation(False)
        self.setHorizontalHeaderLabels(_COLUMNS)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setStretchLastSection(True)
        self.setColumnWidth(0, _WHEN_WIDTH)
        self.setColumnWidth(1, _WHO_WIDTH)
        self.verticalHeader().hide()
        self.setAccessibleName("История изменений")
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)

    def show_changes(self, changes: Iterable[tuple[datetime, str, str]]) -> None:
        """Shows when, by whom and what was changed, in that order."""
        lines = [(f"{here(at):%d.%m.%Y %H:%M}", author, what) for at, author, what in changes]
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                self.setItem(row, column, QTableWidgetItem(text))
