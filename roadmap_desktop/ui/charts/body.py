"""The part of a chart that its values are drawn in."""

from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter


class Body(Protocol):
    """Bars or lines with their scale and the names of their categories."""

    def draw(self, painter: QPainter) -> None:
        """Draws it."""

    def category_at(self, point: QPointF) -> int | None:
        """The category that is pointed at."""
