"""The line at the bottom: saved when, what there is, and what was just done."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

# Long enough to read a sentence twice.
_MESSAGE_MS = 8000


class StatusLine(QWidget):
    """Three texts; a message stands in place of the middle one for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(22)
        self._saved, self._summary, self._aside = (self._label() for _ in range(3))
        row.addWidget(self._saved)
        row.addWidget(self._summary, 1)
        row.addWidget(self._aside)
        self._summary_text = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._show_summary)

    def show_texts(self, saved: str, summary: str, aside: str) -> None:
        """«✓ Сохранено в 14:20», «23 мероприятия · выполнено 7 · просрочено 2», and what stands at the right end."""
        self._saved.setText(saved)
        self._saved.setVisible(bool(saved))
        self._summary_text = summary
        if not self._timer.isActive():
            self._show_summary()
        self._aside.setText(aside)

    def tell(self, message: str) -> None:
        """Shows a message for a while."""
        self._summary.setText(message)
        self._timer.start(_MESSAGE_MS)

    @property
    def text(self) -> str:
        """What is shown in the middle now."""
        return self._summary.text()

    def _show_summary(self) -> None:
        self._summary.setText(self._summary_text)

    def _label(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
