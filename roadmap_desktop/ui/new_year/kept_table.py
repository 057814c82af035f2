"""The dates that stay those of the old year, to be read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from roadmap_desktop.operations.new_year.drafting import KeptTold
from roadmap_desktop.ui.rows_model import Index, RowsModel

_WHEN_WIDTH = 110


class _Model(RowsModel):
    headings = ("Где", "Что", "Когда")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.rows[index.row()]
            return (row.name, row.label, row.value)[index.column()]
        return None


class KeptTable(QTableView):
    """What was signed, found out or written in an earlier year stays so."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._kept = _Model()
        self.setModel(self._kept)
        self.setObjectName("wordings")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(2, _WHEN_WIDTH)

    def show_rows(self, rows: Sequence[KeptTold]) -> None:
        """Shows these."""
        self._kept.show_rows(rows)
