"""A table that is filled in like a sheet, by keys: what is in it is written when the dialog around it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.copies.copying import pasted_rows
from roadmap_desktop.ui.view_keys import copy_marked

_VALUES = ("значение", "значения", "значений")
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SheetTable(QTableWidget):
    """Delete empties what is marked, Ctrl+X takes it along; Ctrl+V writes what was copied from the current cell on, to
    the right and down, or one value into all that is marked. ``told`` says what did not fit."""

    told = Signal(str)

    def __init__(self, rows: int, headings: Sequence[str]) -> None:
        super().__init__(rows, len(headings))
        self.setTabKeyNavigation(False)
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()

    def at(self, row: int, column: int) -> QTableWidgetItem:
        """The cell of that place."""
        item = self.item(row, column)
        assert item is not None
        return item

    def takes(self, item: QTableWidgetItem, _text: str) -> bool:
        """Whether that may be written into the cell."""
        return bool(item.flags() & Qt.ItemFlag.ItemIsEditable)

    def give(self, text: str) -> None:
        """Writes a text into all marked cells that take it."""
        for item in self.selectedItems():
            if self.takes(item, text):
                item.setText(text)

    def paste(self) -> None:
        """Writes what is on the clipboard; what a cell does not take is left out, and that is told."""
        data = QGuiApplication.clipboard().mimeData()
        rows = pasted_rows(data.text(), data.html())
        if len(rows) == 1 and len(rows[0]) == 1:
            self.give(rows[0][0].strip())
            return
        marked = self.selectedIndexes() or [self.currentIndex()]
        column = min(index.column() for index in marked)
        below = [
            row
            for row in range(min(index.row() for index in marked), self.rowCount())
            if not self.isRowHidden(row) and self.is_filled_in(row)
        ]
        if rows and rows[0] == self._headings(column, len(rows[0])):
            del rows[0]
        left = 0
        for row, texts in zip(below, rows, strict=False):
            for across, text in enumerate(texts[: self.columnCount() - column], column):
                if self.takes(self.at(row, across), text.strip()):
                    self.at(row, across).setText(text.strip())
                else:
                    left += 1
        self.told.emit(f"Не подошло и не вставлено: {counted(left, *_VALUES)}." if left else "")

    def is_filled_in(self, _row: int) -> bool:
        """Whether it is a row of cells, and not a caption over others."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEAR:
            self.give("")
        elif event.matches(QKeySequence.StandardKey.Cut):
            copy_marked(self)
            self.give("")
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def _headings(self, column: int, count: int) -> list[str]:
        columns = range(column, min(column + count, self.columnCount()))
        return [heading.text() for place in columns if (heading := self.horizontalHeaderItem(place))]
