"""The line that says where a document was saved, and opens it or its folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

_WIDTH = 300


# Long enough to read a few words twice.
_WORDS_MS = 8000


class SavedStrip(QWidget):
    """Seen once something is saved, until something else is printed or saved; other words are seen for a while."""

    def __init__(self, open_place: Callable[[Path], object]) -> None:
        super().__init__()
        self._path = Path()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setObjectName("start-hint")
        self.words.setMaximumWidth(_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words)
        self._links: list[QPushButton] = []
        for text, place in (("Открыть", lambda: self._path), ("Открыть папку", lambda: self._path.parent)):
            button = QPushButton(text)
            button.setProperty("link", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, place=place: open_place(place()))
            self._links.append(button)
            row.addWidget(button)
        self._timer = QTimer(self, singleShot=True, interval=_WORDS_MS)
        self._timer.timeout.connect(self.hide)
        row.addStretch(1)
        self.hide()

    def show_path(self, path: Path) -> None:
        """Says where something is."""
        self._path = path
        told = f"Сохранено: {path.name}"
        self.words.setText(self.words.fontMetrics().elidedText(told, Qt.TextElideMode.ElideMiddle, _WIDTH))
        self.words.setToolTip(str(path).replace("&", "&amp;").replace("<", "&lt;"))
        self._timer.stop()
        self._show(with_links=True)

    def say(self, text: str) -> None:
        """Says something else that is done."""
        self.words.setText(text)
        self._timer.start()
        self._show(with_links=False)

    def _show(self, *, with_links: bool) -> None:
        for link in self._links:
            link.setVisible(with_links)
        self.show()
