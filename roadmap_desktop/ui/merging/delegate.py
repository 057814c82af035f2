"""Paints a line: groups over all columns, values wrapped, below them who and when, the chosen one marked."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from roadmap_desktop.ui import theme
from roadmap_desktop.ui.merging.rows import Cell, Row, RowKind
from roadmap_desktop.ui.merging.tree_model import SIDES, RowsModel
from roadmap_desktop.ui.table.text_layouts import TextLayouts

Index = QModelIndex | QPersistentModelIndex
_PAD, _TOP = 8, 5
_MARK = 22  # room of the ring before a value that can be chosen
_RING = 13
_WIDEST_LETTER = 11  # a text with room for that many pixels a letter needs no measuring
_SMALLER = 0.9
_OVER_ALL = frozenset({RowKind.GROUP, RowKind.RECORD, RowKind.NOTE})


class RowDelegate(QStyledItemDelegate):
    """Draws straight from the model's rows."""

    def __init__(self, model: RowsModel, view: QTreeView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        bold = theme.sized(1)
        bold.setWeight(QFont.Weight.DemiBold)
        self._plain, self._bold = TextLayouts(theme.sized(1)), TextLayouts(bold)
        self._small = TextLayouts(theme.sized(_SMALLER))
        self._metrics = QFontMetrics(self._plain.font)
        # In a long list a record takes one line: measuring thousands of names would be felt.
        self.is_brief = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, column = self._model.row_at(index), index.column()
        if column and row.kind in _OVER_ALL:
            return QSize(0, 0)
        if self.is_brief and row.kind is RowKind.RECORD:
            return QSize(0, ceil(self._plain.pitch) + 2 * _TOP + 1)
        cell = row.cells[column]
        width = self._width(row, index)
        height = self._lines(self._font(row, column), cell.text, width) * self._plain.pitch
        if cell.note:
            height += self._lines(self._small, cell.note, width) * self._small.pitch
        return QSize(width, ceil(height) + 2 * _TOP + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        row, column = self._model.row_at(index), index.column()
        if row.kind in _OVER_ALL:
            if column:
                return
            rect = QRect(rect.left(), rect.top(), self._view.viewport().width() - rect.left(), rect.height())
        is_chosen = self._model.is_chosen(index)
        if is_chosen:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.colour("accent-tint"))
        cell = row.cells[column]
        if not cell.text:
            return
        left = self._left(row, column)
        if left > _PAD:
            self._paint_ring(painter, rect, is_chosen=is_chosen)
        at = QPointF(rect.left() + left, rect.top() + _TOP)
        self._paint_cell(painter, cell, row, column, at, self._width(row, index))

    def _paint_cell(
        self, painter: QPainter, cell: Cell, row: Row, column: int, at: QPointF, width: int
    ) -> None:
        font = self._font(row, column)
        is_said_by_us = row.kind in (RowKind.FIELD, RowKind.CONFLICT) and column and not cell.is_value
        painter.setPen(theme.colour("ink-soft" if is_said_by_us else "ink"))
        text = cell.text
        if self.is_brief and row.kind is RowKind.RECORD:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        laid = font.laid(text, width)
        laid.layout.draw(painter, at)
        if cell.note:
            painter.setPen(theme.colour("ink-soft"))
            below = QPointF(at.x(), at.y() + ceil(laid.lines * self._plain.pitch))
            self._small.laid(cell.note, width).layout.draw(painter, below)

    def paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """What lies under a whole row, below its arrow too."""
        row = self._model.row_at(index)
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.colour("selection"))
        elif row.kind is RowKind.GROUP or (row.kind is RowKind.RECORD and not index.parent().isValid()):
            painter.fillRect(rect, theme.colour("header"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("line" if row.kind is RowKind.GROUP else "line-soft"))

    def _paint_ring(self, painter: QPainter, rect: QRect, *, is_chosen: bool) -> None:
        ring = QRectF(rect.left() + _PAD, rect.top() + _TOP + 2, _RING, _RING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if is_chosen else "ink-faint"), 1.5))
        painter.setBrush(theme.colour("paper"))
        painter.drawEllipse(ring)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(ring.adjusted(3.5, 3.5, -3.5, -3.5))
        painter.restore()

    def _font(self, row: Row, column: int) -> TextLayouts:
        is_bold = row.kind is RowKind.GROUP or (row.kind is RowKind.CONFLICT and column == 0)
        return self._bold if is_bold else self._plain

    def _left(self, row: Row, column: int) -> int:
        return _PAD + _MARK if row.kind is RowKind.CONFLICT and column in SIDES else _PAD

    def _width(self, row: Row, index: Index) -> int:
        """The room for the text of a cell."""
        column = index.column()
        whole = self._view.viewport().width() if row.kind in _OVER_ALL else self._view.columnWidth(column)
        if column == 0:
            whole -= self._indent(row)
        return max(whole - self._left(row, column) - _PAD, 20)

    def _indent(self, row: Row) -> int:
        depth = 1 if self._view.rootIsDecorated() else 0
        above = row.parent
        while above is not None and above.parent is not None:
            depth, above = depth + 1, above.parent
        return depth * self._view.indentation()

    def _lines(self, font: TextLayouts, text: str, width: int) -> int:
        if len(text) * _WIDEST_LETTER <= width and "\n" not in text:
            return 1
        return font.line_count(text, width)
