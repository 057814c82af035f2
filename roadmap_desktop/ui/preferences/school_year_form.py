"""When school is held here: the days of the four terms, and the days off that the region alone has."""

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from roadmap_desktop.operations.file.school_calendar import (
    SchoolCalendar,
    in_use,
    shown_days_off,
    shown_terms,
    typed_calendar,
)
from roadmap_desktop.ui.dialogs import dialog_button

_NAMES = ("I четверть", "II четверть", "III четверть", "IV четверть")
_ABOUT = (
    "По этим дням читаются «осенние каникулы», «I четверть», «раз в четверть». Каникулы — то, что между ними."
)
_DAY_WIDTH = 90


class SchoolYearForm(QWidget):
    """Shows the calendar in use, and reads what is typed over it."""

    def __init__(self) -> None:
        super().__init__()
        self.terms = [(QLineEdit(first), QLineEdit(last)) for first, last in shown_terms(in_use())]
        self.days_off = QPlainTextEdit(shown_days_off(in_use()))
        self.days_off.setPlaceholderText("20.04.2027 Радоница")
        self.days_off.setTabChangesFocus(True)
        self.days_off.setAccessibleName("Выходные дни региона")
        self._lay_out()

    def calendar(self) -> SchoolCalendar:
        """What is typed. Raises UserError for what cannot be."""
        typed = [(first.text(), last.text()) for first, last in self.terms]
        return typed_calendar(typed, self.days_off.toPlainText())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        for row, (name, lines) in enumerate(zip(_NAMES, self.terms, strict=True)):
            grid.addWidget(QLabel(name), row, 0)
            for index, (line, word) in enumerate(zip(lines, ("с", "по"), strict=True)):
                line.setFixedWidth(_DAY_WIDTH)
                line.setAccessibleName(f"{name}, {word}")
                grid.addWidget(QLabel(word), row, 1 + 2 * index)
                grid.addWidget(line, row, 2 + 2 * index)
        grid.setColumnStretch(5, 1)
        grid.addWidget(dialog_button("Обычные даты", self._show_usual), 0, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        about = QLabel(_ABOUT)
        about.setObjectName("start-hint")
        about.setWordWrap(True)
        column.addWidget(about)
        column.addLayout(grid)
        off = QLabel("Выходные, которые есть только в вашем регионе, по одному в строке:")
        off.setWordWrap(True)
        column.addWidget(off)
        column.addWidget(self.days_off, 1)

    def _show_usual(self) -> None:
        """Puts the days in that most schools have."""
        for lines, days in zip(self.terms, shown_terms(SchoolCalendar()), strict=True):
            for line, day in zip(lines, days, strict=True):
                line.setText(day)
