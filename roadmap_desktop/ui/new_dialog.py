"""«Создать»: an empty plan or the sample, for a chosen school year and a department of one's own."""

from datetime import date
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.operations.file.files import current_school_year, parse_school_year
from roadmap_desktop.operations.file.who import Methodist, who_works
from roadmap_desktop.ui.dialogs import answer_buttons
from roadmap_desktop.ui.preferences.methodist_form import OF_A_PLAN, MethodistForm

_YEARS_BACK = 7
_YEARS_AHEAD = 3


class NewPlan(NamedTuple):
    """What is to be created, and whose it is."""

    period: Period
    with_sample: bool
    whose: Methodist


class NewDialog(QDialog):
    """``chosen`` carries a NewPlan."""

    guide: ClassVar[str] = "file#Создать"
    chosen = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Новая дорожная карта")
        self.setMinimumWidth(620)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        self._sample = QRadioButton("По образцу: 23 мероприятия, сроки сдвигаются на выбранный год")
        self._empty = QRadioButton("Пустая")
        self._sample.setChecked(True)
        column.addWidget(self._sample)
        column.addWidget(self._empty)
        self.form = MethodistForm(who_works(), OF_A_PLAN)
        self._year = self._years(current_school_year(today))
        self.form.insertRow(0, "Учебный год", self._year)
        column.addLayout(self.form)
        buttons, _ = answer_buttons("Далее…", self.accept, self.reject)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Closes and tells what was chosen."""
        super().accept()
        period = parse_school_year(self._year.currentText())
        self.chosen.emit(NewPlan(period, self._sample.isChecked(), self.form.methodist))

    def _years(self, present: Period) -> QComboBox:
        box = QComboBox()
        for year in range(present.start.year + _YEARS_AHEAD, present.start.year - _YEARS_BACK, -1):
            box.addItem(school_year_label(parse_school_year(str(year))))
        box.setCurrentText(school_year_label(present))
        return box
