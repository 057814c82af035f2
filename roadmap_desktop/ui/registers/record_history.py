"""What happened to a record: when, who, what it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from roadmap_desktop.model.local_time import here
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.plan.history_words import HistoryLine, record_history
from roadmap_desktop.ui.document import RoadmapDocument

_COLUMNS = ("Когда", "Кто", "Что изменено")


class RecordHistory(QWidget):
    """A table of changes, newest first."""

    def __init__(self, document: RoadmapDocument, register: Register, record_id: str) -> None:
        super().__init__()
        self._document, self._register, self._record_id = document, register, record_id
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setHorizontalHeaderLabels(_COLUMNS)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.setColumnWidth(0, 130)
        self.table.setColumnWidth(1, 130)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.table)
        document.changed.connect(self._fill)
        self._fill()

    def _fill(self, _change_set: object = None) -> None:
        nothing: list[HistoryLine] = []
        lines = self._document.query(
            lambda file: record_history(file, self._register, self._record_id, whole=True), nothing
        )
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate((f"{here(line.at):%d.%m.%Y %H:%M}", line.author, line.text)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeRowsToContents()
