"""The field for words of a document that the file keeps."""

from PySide6.QtCore import Signal

from roadmap_desktop.ui.editors import TextEditor


class KeptWords(TextEditor):
    """Words that the file keeps. What the document says by itself is shown until something else is typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.textChanged.connect(self._tell)

    def value(self) -> str | None:
        """What was typed and is not kept yet; None for nothing."""
        typed = str(super().value())
        return typed if typed != self._before else None

    def show_words(self, words: str) -> None:
        """Shows what the document says, where nothing else was typed."""
        if self.value() is None:
            self._showing = True
            # Qt gives no-break spaces back as plain ones.
            self.set_value(words.replace("\N{NO-BREAK SPACE}", " "))
            self._showing = False

    def settle(self) -> None:
        """What was typed is kept, or of no use any more."""
        self._before = self.toPlainText()

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()
