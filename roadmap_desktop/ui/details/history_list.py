"""The history of one activity, a line or more for each change, newest first."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop import clock
from roadmap_desktop.model.local_time import here
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.operations.plan.history_words import HistoryLine, record_history
from roadmap_desktop.ui.document import RoadmapDocument

_SHORT = 20


class HistoryList(QWidget):
    """Reads the history when it is asked to, and at first only its newest part."""

    def __init__(self, document: RoadmapDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._activity_id = ""
        self._whole = False
        self.text = QLabel()
        self.text.setObjectName("history-text")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton("Показать всю историю")
        self._more.setProperty("link", True)
        self._more.clicked.connect(self._show_whole)
        caption = QLabel("История")
        caption.setObjectName("details-caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addWidget(caption)
        column.addWidget(self.text)
        column.addWidget(self._more)

    def show_activity(self, activity_id: str) -> None:
        """Shows the history of that activity as it is now."""
        if activity_id != self._activity_id:
            self._activity_id, self._whole = activity_id, False
        limit = None if self._whole else _SHORT + 1
        nothing: list[HistoryLine] = []
        lines = self._document.query(
            lambda file: record_history(file, ACTIVITIES, activity_id, limit), nothing
        )
        self._more.setVisible(not self._whole and len(lines) > _SHORT)
        shown = lines if self._whole else lines[:_SHORT]
        self.text.setText("\n".join(f"{_when(line.at)} · {line.text}" for line in shown))

    def _show_whole(self) -> None:
        self._whole = True
        self.show_activity(self._activity_id)


def _when(at: datetime) -> str:
    """The day and minute here; the year only where it is another one."""
    when = here(at)
    return f"{when:%d.%m %H:%M}" if when.year == clock.today().year else f"{when:%d.%m.%Y %H:%M}"
