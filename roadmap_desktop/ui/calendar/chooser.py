"""Choosing a month of any year: opens below the month's title."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from roadmap_desktop.model.russian import MONTHS
from roadmap_desktop.ui.calendar.month import FIRST_MONTH, LAST_MONTH

_COLUMNS = 3


class MonthChooser(QFrame):
    """A year and its twelve months; ``chosen`` carries the first day of the month chosen."""

    chosen = Signal(date)

    def __init__(self, month: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self._year = QSpinBox()
        self._year.setRange(FIRST_MONTH.year, LAST_MONTH.year)
        self._year.setValue(month.year)
        self._year.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._year.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._year.setAccessibleName("Год")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(self._year_line())
        column.addLayout(self._months(month))

    def open_at(self, point: QPoint) -> None:
        """Opens with its left upper corner there."""
        self.move(point)
        self.show()

    def _year_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._step("‹", "Предыдущий год", self._year.stepDown))
        line.addWidget(self._year, 1)
        line.addWidget(self._step("›", "Следующий год", self._year.stepUp))
        return line

    def _step(self, text: str, name: str, step: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(step)
        return button

    def _months(self, month: date) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        for index, name in enumerate(MONTHS):
            button = QPushButton(name.capitalize())
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._choose, index + 1))
            grid.addWidget(button, index // _COLUMNS, index % _COLUMNS)
            if index + 1 == month.month:
                button.setProperty("primary", True)
                button.setFocus()
        return grid

    def _choose(self, number: int, _checked: bool = False) -> None:
        self.close()
        self.chosen.emit(date(self._year.value(), number, 1))
