"""The strip below the toolbar of a file that is only read: why, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from roadmap_desktop.errors import KnownError
from roadmap_desktop.operations.opening import AccessKind
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FileCommands
from roadmap_desktop.ui.watching import FileWatch

_FREE = "Файл освободился: теперь его можно редактировать."
_BEHIND = "Файл изменён в другом месте."


class AccessStrip(QWidget):
    """Hidden while the file may be edited, and filled when it is first needed: start-up counts."""

    def __init__(self, document: RoadmapDocument, watch: FileWatch, files: FileCommands) -> None:
        super().__init__()
        self.setObjectName("access-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._watch = watch
        self._files = files
        self._words: QLabel | None = None
        self._buttons: dict[str, QPushButton] = {}
        self.hide()
        document.replaced.connect(self._show)
        document.access_changed.connect(self._show)
        watch.told.connect(self._show)

    @property
    def text(self) -> str:
        """What it says; nothing while it is hidden."""
        return self._words.text() if self._words is not None and not self.isHidden() else ""

    def _show(self) -> None:
        document, watch = self._document, self._watch
        needed = document.path is not None and not document.can_edit
        if needed:
            if self._words is None:
                self._words = self._build()
            gone = document.access.kind is AccessKind.GONE
            news = _FREE if watch.is_free else _BEHIND if watch.is_behind and not gone else ""
            self._words.setText(_FREE if watch.is_free else f"{document.access.why} {news}".strip())
            shown = {
                "Обновить": watch.is_behind and not watch.is_free and not gone,
                "Начать редактирование": watch.is_free,
                "Сохранить копию…": not gone,
                "Сохранить в другое место…": gone and document.access.is_kept,
            }
            for text, button in self._buttons.items():
                button.setVisible(shown[text])
        self.setVisible(needed)

    def _build(self) -> QLabel:
        words = QLabel()
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(words, 1)
        for text, act in (
            ("Обновить", lambda: self._try(self._watch.update_shown)),
            ("Начать редактирование", lambda: self._try(self._watch.begin_editing)),
            ("Сохранить копию…", self._files.save_copy),
            ("Сохранить в другое место…", lambda: self._files.save_elsewhere(self._watch.go_on_at)),
        ):
            button = self._buttons[text] = QPushButton(text)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        return words

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KnownError as error:
            messages.refuse(self.window(), str(error))
