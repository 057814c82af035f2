"""Paints a cell: wrapped text from the top, thin lines between rows, the state as a pill, search hits marked."""

from math import ceil
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.register import NUMBER
from roadmap_desktop.model.search import words
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.cells import NUMBERS
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.text_layouts import TextLayouts

PAD = 8
TOP = 6
_PILL_PAD = 8
_PILL_HEIGHT = 18
_PILL_FONT_RATIO = 0.9
_UNBROKEN = 10_000
_BESIDE_CAPTION = 14


class CellDelegate(QStyledItemDelegate):
    """Draws straight from the model's rows: asking for roles one by one would cost more than the painting."""

    def __init__(self, model: TableModel, layouts: TextLayouts, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.layouts = layouts
        self._pill_font = QFont(layouts.font)
        self._pill_font.setPointSizeF(layouts.font.pointSizeF() * _PILL_FONT_RATIO)
        self._pill_metrics = QFontMetrics(self._pill_font)
        self._query = ""
        self._words: tuple[str, ...] = ()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        row, field = self._model.rows[index.row()], self._model.columns[index.column()]
        if isinstance(row, Caption):
            self._paint_caption(painter, rect, row, is_current=index.row() == self._view.currentIndex().row())
            return
        # Not asked of option.state: that would build the dozen enumerations of QStyle before the first cell is seen.
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.colour("selection"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line-soft"))
        standing = self._model.cells.standing(row, field)
        if standing is not None:
            self._paint_pill(painter, rect, row, standing)
        else:
            self._paint_text(painter, rect, row, field)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Only what is cut is told in a tool tip."""
        if not index.isValid():
            return False
        text, width = self._model.data(index), option.rect.width() - 2 * PAD  # type: ignore[attr-defined]
        is_cut = self.wraps(index.column()) and self.layouts.laid(text, max(width, 1), self._wanted()).is_cut
        return is_cut and super().helpEvent(event, view, option, index)

    def wraps(self, column: int) -> bool:
        """Whether what stands in a column may take several lines; numbers of rows and states take one."""
        name = self._model.columns[column].name
        return name != NUMBER.name and name not in self._model.cells.states

    def line_count(self, row: Any, column: int, width: int) -> int:
        """How many lines a cell takes in a column of that width."""
        if isinstance(row, Caption):
            return 1
        field = self._model.columns[column]
        text = self._model.cells.text(row, field) if self.wraps(column) else ""
        lines = self.layouts.line_count(text, width - 2 * PAD) if text else 1
        return lines + bool(self._model.cells.note(row, field))

    def height(self, lines: int) -> int:
        """The height of a row with that many lines, its thin line included."""
        return ceil(lines * self.layouts.pitch) + 2 * TOP + 1

    def _paint_text(self, painter: QPainter, rect: QRect, row: Any, field: Field) -> None:
        text = self._model.cells.text(row, field)
        if not text:
            return
        painter.setPen(theme.colour(self._model.cells.ink(row, field)))
        width = _UNBROKEN if field is NUMBER else max(rect.width() - 2 * PAD, 1)
        laid = self.layouts.laid(text, width, self._wanted())
        left = rect.left() + PAD
        if field.kind in NUMBERS:
            left += max(width - ceil(laid.layout.lineAt(0).naturalTextWidth()), 0)
        laid.layout.draw(painter, QPointF(left, rect.top() + TOP))
        if note := self._model.cells.note(row, field):
            painter.setPen(theme.colour("ink-faint"))
            painter.setFont(self._pill_font)
            beneath = rect.adjusted(PAD, TOP + ceil(laid.lines * self.layouts.pitch), -PAD, 0)
            shown = self._pill_metrics.elidedText(note, Qt.TextElideMode.ElideRight, beneath.width())
            painter.drawText(beneath, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _paint_caption(self, painter: QPainter, cell: QRect, caption: Caption, *, is_current: bool) -> None:
        """Over all columns, from whichever of its cells: what one paints the next paints alike."""
        room = QRect(0, cell.top(), self._view.viewport().width(), cell.height())
        painter.save()
        is_chosen = is_current and self._view.hasFocus()
        painter.fillRect(room, theme.colour("selection" if is_chosen else "ground"))
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, theme.colour("line-soft"))
        font = self._view.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        room = room.adjusted(PAD, 0, -PAD, 0)
        metrics, own = QFontMetrics(font), self._view.fontMetrics()
        # Of a long title the end goes; what is said of the rows stays.
        beside = own.horizontalAdvance(caption.note) + _BESIDE_CAPTION if caption.note else 0
        head = metrics.elidedText(caption.head, Qt.TextElideMode.ElideRight, room.width() - beside)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, head)
        painter.setFont(self._view.font())
        painter.setPen(theme.colour("ink-soft"))
        after = room.adjusted(metrics.horizontalAdvance(head) + _BESIDE_CAPTION, 0, 0, 0)
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, caption.note)
        painter.restore()

    def _pill_room(self, width: int) -> int:
        """What a column of that width leaves for the words of a state."""
        return width - PAD - 4 - 2 * _PILL_PAD

    def _paint_pill(self, painter: QPainter, rect: QRect, row: Any, standing: Standing) -> None:
        ground, ink = theme.tint(standing)
        room = self._pill_room(rect.width())
        text = self._pill_metrics.elidedText(
            self._model.cells.pill(row, standing), Qt.TextElideMode.ElideRight, room
        )
        width = min(self._pill_metrics.horizontalAdvance(text), room) + 2 * _PILL_PAD
        pill = QRectF(rect.left() + PAD, rect.top() + TOP, width, _PILL_HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setFont(self._pill_font)
        painter.setPen(ink)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _wanted(self) -> tuple[str, ...]:
        if self._query != self._model.row_filter.query:
            self._query = self._model.row_filter.query
            self._words = words(self._query)
        return self._words
