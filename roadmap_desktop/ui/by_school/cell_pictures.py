"""Cells of the matrix as pictures: few look different, so that each is drawn once and a frame of scrolling only places
them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui.theme import colour, tint

# A year of dates for each state; beyond that they are drawn anew.
_MOST = 2_000


class CellPictures:
    """Pictures of one size, with the lines at their right and beneath."""

    def __init__(self, size: QSize) -> None:
        self._size = size
        self._drawn: dict[tuple[str, State | None, float], QPixmap] = {}

    def of(self, text: str, state: State | None, font: QFont, ratio: float) -> QPixmap:
        """The picture of a cell on a screen of that pixel ratio."""
        key = text, state, ratio
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= _MOST:
                self._drawn.clear()
            found = self._drawn[key] = self._draw(text, state, font, ratio)
        return found

    def _draw(self, text: str, state: State | None, font: QFont, ratio: float) -> QPixmap:
        ground, ink = tint(Standing(state, 0)) if state is not None else (colour("paper"), colour("ink"))
        picture = QPixmap(self._size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        whole = QRect(0, 0, self._size.width(), self._size.height())
        painter = QPainter(picture)
        painter.fillRect(whole.right(), 0, 1, whole.height(), colour("line-soft"))
        painter.fillRect(0, whole.bottom(), whole.width(), 1, colour("line-soft"))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture
