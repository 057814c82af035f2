"""The strip above the status line after a window that did not end in order: what happened, what is safe."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.file.last_end import Interrupted, last_end_told
from roadmap_desktop.operations.plan.history import file_history
from roadmap_desktop.ui.document import RoadmapDocument


class LastEndStrip(QWidget):
    """Seen until it is put away; never again after that. ``show_support`` tells what a helper asks for."""

    def __init__(
        self, document: RoadmapDocument, end: Interrupted, show_support: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setObjectName("last-end-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document, self._end = document, end
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for text, act in (("Сведения для поддержки…", show_support), ("Понятно", self.deleteLater)):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        document.replaced.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """A large file is read after the first picture: then its newest edit is told too."""
        newest: list[ChangeSet] = []
        if self._document.path is not None and self._document.path == self._end.file:
            newest = self._document.query(lambda file: file_history(file, 1), newest)
            # What is edited from now on is not what was saved then.
            self._document.replaced.disconnect(self._tell)
        self.words.setText(last_end_told(self._end, newest[0] if newest else None))
