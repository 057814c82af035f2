"""How many schools have done the chosen activity."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from roadmap_desktop.operations.registers.school_counts import Progress, progress_by_schools
from roadmap_desktop.ui.details.narrow_form import LABEL_WIDTH
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.theme import scaled

_BAR_HEIGHT = 6


class SchoolProgressLine(QWidget):
    """«Школы: выполнили 8 из 12» above a bar, where any school has done something; ``wanted`` asks for «По школам»."""

    wanted = Signal()

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self._document = document
        caption = QLabel("Школы")
        caption.setObjectName("details-label")
        caption.setFixedWidth(scaled(LABEL_WIDTH))
        self.words = QPushButton()
        self.words.setProperty("link", True)
        self.words.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words.clicked.connect(self.wanted)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_HEIGHT)
        self.bar.setAccessibleName("Доля школ, выполнивших мероприятие")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(caption, 0, 0)
        grid.addWidget(self.words, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.bar, 1, 1)

    def show_activity(self, activity_id: str) -> None:
        """Shows how far the schools are with an activity; nothing where none has begun."""
        plan = self._document.plan
        if plan is None:
            return
        nothing: dict[str, Progress] = {}
        found = self._document.query(lambda file: progress_by_schools(file, plan.info.period), nothing)
        progress = found.get(activity_id)
        self.setVisible(progress is not None)
        if progress is not None:
            self.words.setText(f"выполнили {progress}")
            self.bar.setRange(0, progress.of)
            self.bar.setValue(progress.done)
