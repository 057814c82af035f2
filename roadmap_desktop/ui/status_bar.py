"""The line at the bottom: saved when, what there is, and what was just done."""

from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.ui.document import RoadmapDocument

# Long enough to read a sentence twice.
_MESSAGE_MS = 8000


class StatusLine(QWidget):
    """Three texts; a message stands in place of the middle one for a while, until something else is done."""

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(22)
        self._saved, self._aside, self._middle = QLabel(), QLabel(), _Shortened()
        for label in (self._saved, self._middle, self._aside):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._saved)
        row.addWidget(self._middle, 1)
        row.addWidget(self._aside)
        self._summary = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._show_summary)
        document.changed.connect(self.forget)
        document.replaced.connect(self.forget)

    def show_texts(self, saved: str, summary: str, aside: str) -> None:
        """«✓ Сохранено в 14:20», «23 мероприятия · выполнено 7 · просрочено 2», and what stands at the right end."""
        self._saved.setText(saved)
        self._saved.setVisible(bool(saved))
        self._summary = summary
        if not self._timer.isActive():
            self._show_summary()
        self._aside.setText(aside)

    def tell(self, message: str) -> None:
        """Shows a message for a while."""
        self._middle.show_text(message)
        self._timer.start(_MESSAGE_MS)

    def forget(self, _change: object = None) -> None:
        """Lets go of a message before its time."""
        self._timer.stop()
        self._show_summary()

    @property
    def text(self) -> str:
        """What is said in the middle now."""
        return self._middle.whole

    def _show_summary(self) -> None:
        self._middle.show_text(self._summary)


class _Shortened(QLabel):
    """A text in the room that there is: the name of what was done may be as long as a paragraph, and would make the
    window wider than the screen. ``whole`` is all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Says that."""
        self.whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(one_line(self.whole), Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        # A paragraph wraps.
        self.setToolTip(f"<p>{escape(self.whole)}</p>" if shown.endswith("…") and shown != self.whole else "")
