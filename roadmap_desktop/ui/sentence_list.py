"""A list of sentences to be read."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget

# What the style and its sheet put beside the sentences, around them all, and between two.
_BESIDE, _AROUND, _BETWEEN = 22, 12, 6


class SentenceList(QListWidget):
    """Wrapped, not to be chosen; as high as its sentences, up to ``highest``, beyond which it scrolls."""

    def __init__(self, name: str, highest: int) -> None:
        super().__init__()
        self._highest = highest
        self.setObjectName("sentences")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows these instead of what was there."""
        self.clear()
        self.addItems(list(lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        metrics, wrapped = self.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, self.width() - _BESIDE, 10_000)
        height = _AROUND
        for row in range(self.count()):
            height += metrics.boundingRect(room, wrapped, self.item(row).text()).height() + _BETWEEN
            if height > self._highest:
                break
        self.setFixedHeight(min(height, self._highest))
