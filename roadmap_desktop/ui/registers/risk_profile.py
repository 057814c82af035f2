"""«Факторы риска»: a row for each factor, and three buttons that say how much it weighs."""

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.model.registers.schools import Factor, Level
from roadmap_desktop.operations.registers.risks import risk_profile, set_risk
from roadmap_desktop.ui.document import RoadmapDocument

_HINT = "Щелчок выбирает уровень, второй щелчок убирает его. Записывается сразу."


class RiskProfile(QWidget):
    """Written at once; what is not assessed has no button pressed."""

    def __init__(self, document: RoadmapDocument, school_id: str) -> None:
        super().__init__()
        self._document, self._school_id = document, school_id
        self.buttons: dict[tuple[Factor, Level], QPushButton] = {}
        title, hint = QLabel("Факторы риска"), QLabel(_HINT)
        title.setObjectName("details-caption")
        hint.setObjectName("start-hint")
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, factor in enumerate(Factor):
            grid.addWidget(QLabel(factor.value), row, 0)
            for index, level in enumerate(Level, start=1):
                grid.addWidget(self._button(factor, level), row, index)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(hint)
        column.addLayout(grid)
        document.changed.connect(self.fill)
        document.access_changed.connect(self.fill)
        self.fill()

    def fill(self, _change_set: object = None) -> None:
        """Reads the profile anew."""
        nothing: dict[Factor, Level] = {}
        profile = self._document.query(lambda file: risk_profile(file, self._school_id), nothing)
        for (factor, level), button in self.buttons.items():
            button.setChecked(profile.get(factor) is level)
            button.setEnabled(self._document.can_edit)

    def _button(self, factor: Factor, level: Level) -> QPushButton:
        button = self.buttons[factor, level] = QPushButton(level.value)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("chip", True)
        button.setAccessibleName(f"{factor.value}: {level.value}")
        button.clicked.connect(lambda on: self._choose(factor, level, on))
        return button

    def _choose(self, factor: Factor, level: Level, on: bool) -> None:
        self._document.execute(lambda file: set_risk(file, self._school_id, factor, level if on else None))
        self.fill()
