"""The strip below the toolbar of a file that is only read: why, and what can be done. It sets up who watches
the file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.opening import AccessKind
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FileCommands
from roadmap_desktop.ui.runner import Runner

if TYPE_CHECKING:
    from roadmap_desktop.ui.watching import FileWatch

# A file that may be edited is watched from when its plan has been painted.
_WATCHED_FROM_MS = 200
_FREE = "Файл освободился: теперь его можно редактировать."
_BEHIND = "Файл изменён в другом месте."


class AccessStrip(QWidget):
    """Hidden while the file may be edited, and filled when it is first needed: start-up counts."""

    def __init__(self, document: RoadmapDocument, runner: Runner, files: FileCommands) -> None:
        super().__init__()
        self.setObjectName("access-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._runner = runner
        self._files = files
        self._watch: FileWatch | None = None
        self._words: QLabel | None = None
        self._buttons: dict[str, QPushButton] = {}
        self.hide()
        document.replaced.connect(self._on_replaced)
        document.access_changed.connect(self._show)
        document.editing.connect(self._on_editing)

    @property
    def watch(self) -> "FileWatch":
        """Who watches the open file."""
        if self._watch is None:
            from roadmap_desktop.ui.watching import FileWatch

            self._watch = FileWatch(self._document, self._runner)
            self._watch.told.connect(self._show)
        return self._watch

    @property
    def text(self) -> str:
        """What it says; nothing while it is hidden."""
        return self._words.text() if self._words is not None and not self.isHidden() else ""

    def holds_back(self, close: Callable[[], object]) -> bool:
        """Whether closing must wait for an answer: what is on the screen may be nowhere else. ``close`` tries again."""
        document = self._document
        if not document.access.is_kept or document.path is None:
            return False

        def leave() -> None:
            document.close()
            close()

        messages.ask_which(
            self.window(),
            "Файла нет на месте",
            f"Файла «{document.path.name}» нет на прежнем месте: план остался только на экране и, если файл не "
            "найдётся, после закрытия пропадёт. Сохраните план кнопкой «Сохранить в другое место…» вверху окна.",
            [("Закрыть без сохранения", leave)],
            "Не закрывать",
        )
        return True

    def _on_replaced(self) -> None:
        if self._document.path is not None and self._watch is None:
            QTimer.singleShot(_WATCHED_FROM_MS, self, lambda: self.watch)
        self._show()

    def _on_editing(self) -> None:
        """The first edit of a quick hand does not wait for the timer."""
        if self._watch is None and self._document.path is not None:
            self.watch.check_place()

    def _show(self) -> None:
        document = self._document
        needed = document.path is not None and not document.can_edit
        if needed:
            watch = self.watch
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
            ("Обновить", lambda: self._try(self.watch.update_shown)),
            ("Начать редактирование", lambda: self._try(self.watch.begin_editing)),
            ("Сохранить копию…", self._files.save_copy),
            ("Сохранить в другое место…", lambda: self._files.save_elsewhere(self.watch.go_on_at)),
        ):
            button = self._buttons[text] = QPushButton(text)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        return words

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            messages.refuse(self.window(), str(error))
