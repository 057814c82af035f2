"""The tree in which a merge or a comparison is read: values side by side, chosen by a click, copied as text."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from roadmap_desktop.model.merging import Conflict, Prefer
from roadmap_desktop.ui.merging.delegate import RowDelegate
from roadmap_desktop.ui.merging.rows import Row, RowKind, named
from roadmap_desktop.ui.merging.tree_model import SIDES, RowsModel
from roadmap_desktop.ui.to_clipboard import put_table

# More rows than these are opened by hand, group by group.
_OPENED_AT_ONCE = 400
_FIRST_COLUMN = 0.28  # of the width


class RowsView(QTreeView):
    """``chosen`` carries a conflict and the side whose value was clicked."""

    chosen = Signal(object, object)

    def __init__(self, headings: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(headings, self)
        self.setModel(self.rows)
        self._painting = RowDelegate(self.rows, self)
        self.setItemDelegate(self._painting)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(18)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setObjectName("differences")
        self.setAccessibleName("Что различается")
        header = self.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsMovable(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(90)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def show_rows(self, root: Row, headings: tuple[str, ...] | None = None) -> None:
        """Shows other rows; few are opened at once."""
        self.rows.show(root, headings)
        self._painting.is_brief = self.rows.size > _OPENED_AT_ONCE
        self._share_width()
        self.header().setVisible(self.rows.size > 0)
        if self.rows.size <= _OPENED_AT_ONCE:
            self.expandAll()
        else:
            for row in root.children:
                if any(child.kind is RowKind.CONFLICT for child in row.children[:1]):
                    self.expand(self.rows.index_of(row))

    def copy(self) -> int:
        """Puts the chosen rows, or all when none is chosen, on the clipboard. Returns how many there were."""
        places = self.selectionModel().selectedRows()
        picked = [self.rows.row_at(index) for index in places] or [self.rows.root]
        leaves = list(dict.fromkeys(leaf for row in picked for leaf in row.leaves()))
        columns = range(1, self.rows.columnCount())
        headings = ["Запись", "Поле", *(self._heading(column) for column in columns)]
        cells = [list(_as_text(row, columns)) for row in leaves]
        put_table(headings, cells)
        return len(cells)

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = options.rect  # type: ignore[attr-defined]
        self._painting.paint_ground(painter, rect, index)
        super().drawRow(painter, options, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Space:
            self._choose_other(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _heading(self, column: int) -> str:
        return str(self.rows.headerData(column, Qt.Orientation.Horizontal))

    def _share_width(self) -> None:
        count = sum(not self.isColumnHidden(column) for column in range(self.rows.columnCount()))
        whole = self.viewport().width()
        first = round(whole * _FIRST_COLUMN)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.rows.columnCount()):
            if self.isColumnHidden(column):
                continue
            self.setColumnWidth(column, first if column == 0 else (whole - first) // (count - 1))

    def _choose(self, index: QModelIndex) -> None:
        side = SIDES.get(index.column()) if index.isValid() else None
        conflict = self.rows.row_at(index).conflict
        if side is not None and conflict is not None:
            self.chosen.emit(conflict, side)

    def _choose_other(self, index: QModelIndex) -> None:
        conflict: Conflict | None = self.rows.row_at(index).conflict
        if conflict is not None:
            taken = self.rows.choices.get(conflict.key)
            self.chosen.emit(conflict, Prefer.THEIRS if taken is Prefer.MINE else Prefer.MINE)


def _as_text(row: Row, columns: Sequence[int] | range) -> Iterator[str]:
    if row.kind not in (RowKind.FIELD, RowKind.CONFLICT):
        yield row.cells[0].text
        yield from ("" for _ in range(len(columns) + 1))
        return
    yield named(row.record) if row.record else ""
    yield row.cells[0].text
    for column in columns:
        cell = row.cells[column]
        yield f"{cell.text} ({cell.note})" if cell.note else cell.text
