"""«Создать»: an empty plan or the sample, for a chosen school year."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.operations.file.files import current_school_year, parse_school_year

_YEARS_BACK = 7
_YEARS_AHEAD = 3


class NewDialog(QDialog):
    """``chosen`` carries the period and whether the sample is wanted."""

    chosen = Signal(Period, bool)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Новая дорожная карта")
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        self._sample = QRadioButton("По образцу: 23 мероприятия, сроки сдвигаются на выбранный год")
        self._empty = QRadioButton("Пустая")
        self._sample.setChecked(True)
        column.addWidget(self._sample)
        column.addWidget(self._empty)
        form = QFormLayout()
        self._year = self._years(current_school_year(today))
        form.addRow("Учебный год", self._year)
        column.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        create = buttons.addButton("Далее…", QDialogButtonBox.ButtonRole.AcceptRole)
        create.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Closes and tells what was chosen."""
        super().accept()
        self.chosen.emit(parse_school_year(self._year.currentText()), self._sample.isChecked())

    def _years(self, present: Period) -> QComboBox:
        box = QComboBox()
        for year in range(present.start.year + _YEARS_AHEAD, present.start.year - _YEARS_BACK, -1):
            box.addItem(school_year_label(parse_school_year(str(year))))
        box.setCurrentText(school_year_label(present))
        return box
