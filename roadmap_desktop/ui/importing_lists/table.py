"""The table of a list: a click on a heading says what the column is, a cell can be written anew."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from roadmap_desktop.model.field import Field
from roadmap_desktop.ui.column_menu import ask_column
from roadmap_desktop.ui.column_widths import LOOKED_AT, wanted_widths
from roadmap_desktop.ui.importing_lists.model import FIRST, NOT_TAKEN, ListModel

_WIDEST, _LEAST = 240, 90
_NARROW = (64, 96)


class ListTable(QTableView):
    """``column_chosen`` carries a column of the list, from 0, and the name of the field that it is to be, or an empty
    text. ``fields`` are those that can be chosen."""

    column_chosen = Signal(int, str)

    def __init__(self, fields: Callable[[], Sequence[Field]]) -> None:
        super().__init__()
        self._fields = fields
        self.list = ListModel()
        self.setModel(self.list)
        self.setObjectName("list-rows")
        self.setAccessibleName("Строки списка")
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(self.fontMetrics().lineSpacing() + 10)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setToolTip("Щёлкните название столбца, чтобы сказать, что в нём (с клавиатуры — F4)")
        header.sectionClicked.connect(self.open_menu)
        self.list.modelReset.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4 and self.currentIndex().isValid():
            self.open_menu(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def open_menu(self, section: int) -> None:
        """Asks what a column is."""
        if section < FIRST:
            return
        column = section - FIRST
        choices = [*((field.label, field.name) for field in self._fields()), (NOT_TAKEN, "")]
        ask_column(
            self.horizontalHeader(),
            section,
            choices,
            self.list.fields[column],
            partial(self.column_chosen.emit, column),
        )

    def _fit(self) -> None:
        model, columns = self.list, range(self.list.columnCount())
        texts = [
            [str(model.index(row, column).data() or "") for column in columns]
            for row in range(min(model.rowCount(), LOOKED_AT))
        ]
        wanted = wanted_widths(self, texts or [[""] * len(columns)])
        for column in range(self.list.columnCount()):
            if column < FIRST:
                self.setColumnWidth(column, _NARROW[column])
                continue
            self.setColumnWidth(column, min(max(wanted[column][1], _LEAST), _WIDEST))
