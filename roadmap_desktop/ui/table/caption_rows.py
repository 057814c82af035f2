"""Captions as a table shows them: over all columns, and folded where they are clicked."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from roadmap_desktop.ui import theme
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.delegate import PAD
from roadmap_desktop.ui.table.model import TableModel


class CaptionRows:
    """Of a view and its model."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        self._view, self._model = view, model

    def fold_at(self, place: int) -> bool:
        """Folds or unfolds what stands under that row, if it is a caption; answers whether it is."""
        caption = self._model.rows[place] if 0 <= place < len(self._model.rows) else None
        if isinstance(caption, Caption):
            self._model.fold(caption.title)
        return isinstance(caption, Caption)

    def paint(self) -> None:
        """Paints those in sight over their rows: a cell of their own would end with its column."""
        if not self._model.cells.is_grouped:
            return
        rows, viewport = self._view.verticalHeader(), self._view.viewport()
        painter = QPainter(viewport)
        font = self._view.font()
        font.setBold(True)
        painter.setFont(font)
        for place in range(max(rows.visualIndexAt(0), 0), len(self._model.rows)):
            top = rows.sectionViewportPosition(place)
            if top > viewport.height():
                break
            caption = self._model.rows[place]
            if isinstance(caption, Caption):
                self._paint(painter, caption, QRect(0, top, viewport.width(), rows.sectionSize(place)), place)
        painter.end()

    def _paint(self, painter: QPainter, caption: Caption, room: QRect, place: int) -> None:
        is_current = place == self._view.currentIndex().row() and self._view.hasFocus()
        painter.fillRect(room, theme.colour("selection" if is_current else "ground"))
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, theme.colour("line-soft"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room.adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, caption.text)
