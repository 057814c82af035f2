"""The list of revisions, the newest first."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTableWidgetSelectionRange,
    QWidget,
)

from roadmap_desktop.model.change_set import AUTHOR_UNKNOWN
from roadmap_desktop.operations.plan.revisions import RevisionRow, order_text

_COLUMNS = ("Редакция", "Приказ", "Утверждена", "Кто", "Мероприятий")
_WIDTHS = (0, 0, 104, 120, 116)


class RevisionTable(QTableWidget):
    """Names are edited in place; one or several revisions can be chosen, at first the one with the key ``first``."""

    def __init__(self, first: str = "", parent: QWidget | None = None) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self._first = first
        self.rows: tuple[RevisionRow, ...] = ()
        self.setAccessibleName("Редакции")
        self.setHorizontalHeaderLabels(list(_COLUMNS))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 1):
            # Names of revisions and of orders share what the others leave, on a small screen too.
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(column, width)
        header.setHighlightSections(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)

    @property
    def chosen(self) -> list[RevisionRow]:
        """The chosen revisions, the newest first."""
        return [self.rows[row] for row in sorted({index.row() for index in self.selectedIndexes()})]

    def show_rows(self, rows: tuple[RevisionRow, ...]) -> None:
        """Shows these; what was chosen and is still there stays chosen."""
        kept = {row.id for row in self.chosen} or {self._first}
        with QSignalBlocker(self):
            self.rows = rows
            self.setRowCount(len(rows))
            for index, row in enumerate(rows):
                for column, text in enumerate(_cells(row)):
                    self._set_text(index, column, text)
            self._choose(kept & {row.id for row in rows} or {row.id for row in rows[:1]})

    def _set_text(self, index: int, column: int, text: str) -> None:
        item = self.item(index, column)
        if item is None:
            item = QTableWidgetItem()
            if column:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.setItem(index, column, item)
        item.setText(text)
        item.setToolTip(text.replace("<", "&lt;") if column == 0 else "")

    def _choose(self, ids: set[str]) -> None:
        self.clearSelection()
        for index, row in enumerate(self.rows):
            if row.id in ids:
                self.setRangeSelected(QTableWidgetSelectionRange(index, 0, index, len(_COLUMNS) - 1), True)


def _cells(row: RevisionRow) -> tuple[str, ...]:
    approved = f"{row.approved_on:%d.%m.%Y}"
    return row.name, order_text(row), approved, row.author or AUTHOR_UNKNOWN, str(row.activities)
