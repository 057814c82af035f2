"""What is shown when no file is open: the recent ones, and how to begin."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.operations.file.opening import is_there
from roadmap_desktop.ui.screen_room import scrolled
from roadmap_desktop.ui.settings import Settings

_WIDTH, _AROUND = 460, 60


class StartPage(QWidget):
    """Buttons to create and open, and links to recent files."""

    new_requested = Signal()
    open_requested = Signal()
    import_requested = Signal()
    sample_requested = Signal()
    file_chosen = Signal(Path)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        inner, box = QWidget(), QWidget()
        middle = QVBoxLayout(inner)
        middle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # A low screen has no room for all recent files.
        outer.addWidget(scrolled(inner))
        box.setFixedWidth(_WIDTH)
        column = QVBoxLayout(box)
        column.setSpacing(10)
        column.addWidget(self._label(PROGRAM_NAME, "start-title"))
        column.addWidget(self._label("Откройте свою дорожную карту или создайте новую.", "start-hint"))
        column.addSpacing(8)
        column.addWidget(self._button("Создать…", self.new_requested, primary=True))
        column.addWidget(self._button("Открыть…", self.open_requested))
        column.addWidget(self._button("Взять из документа…", self.import_requested))
        column.addWidget(self._button("Посмотреть образец", self.sample_requested))
        column.addSpacing(14)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(6)
        column.addLayout(self._recent)
        self.refresh()

    def refresh(self) -> None:
        """Shows the recent files anew."""
        while self._recent.count():
            before = self._recent.takeAt(0).widget()
            # Hidden at once: it is deleted only later.
            before.hide()
            before.deleteLater()
        files = [path for path in self._settings.recent_files() if is_there(path)]
        if files:
            self._recent.addWidget(self._label("Недавние", "navigation-caption"))
        for path in files:
            self._recent.addWidget(self._recent_link(path))

    def _recent_link(self, path: Path) -> QPushButton:
        lines = [
            self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDTH - _AROUND)
            for text in (path.name, str(path.parent))
        ]
        button = QPushButton("\n".join(lines).replace("&", "&&"))
        button.setAccessibleName(f"{path.name}, {path.parent}")
        button.setToolTip(escape(str(path)))
        button.setProperty("recent", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.file_chosen.emit(path))
        return button

    def _button(self, text: str, signal: SignalInstance, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.clicked.connect(signal)
        return button

    def _label(self, text: str, name: str) -> QLabel:
        label = QLabel(text.upper() if name == "navigation-caption" else text)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
