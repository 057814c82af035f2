"""The line above a month's plan: which month or week it is, the steps to others, and what is shown."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import MONTHS_OF
from roadmap_desktop.ui.calendar.header import MonthHeader


class PlanHeader(MonthHeader):
    """«Октябрь 2026 ‹ Сегодня › Месяц Неделя … Перенести незавершённое…»; ``scale_chosen``: whether weeks are shown."""

    scale_chosen = Signal(bool)
    carrying_asked = Signal()

    def __init__(self, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month, self.week = self._chip("Месяц"), self._chip("Неделя")
        self._scale = QButtonGroup(self)
        for button in (self.month, self.week):
            button.setCheckable(True)
            self._scale.addButton(button)
        self.month.setChecked(True)
        self._scale.buttonClicked.connect(lambda button: self.scale_chosen.emit(button is self.week))
        self.carry = self._chip("Перенести незавершённое…")
        self.carry.clicked.connect(self.carrying_asked)
        # Beside the steps, before what pushes the rest to the right.
        place = self._line.count() - 1
        for widget in (self.month, self.week, shown):
            self._line.insertWidget(place, widget)
            place += 1
        self.add_at_right(self.carry)

    def show_week(self, week: Period) -> None:
        """Names the week: «5–11 октября 2026»."""
        self.show_month(week.start.replace(day=1))
        self.title.setText(week_title(week))
        self.title.setFixedWidth(max(self.title.sizeHint().width(), self.title.width()))

    def _chip(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("chip", True)
        button.setAccessibleName(text)
        return button


def week_title(week: Period) -> str:
    """«5–11 октября 2026», «28 сентября – 4 октября 2026»."""

    def words(day: date) -> str:
        return f"{day.day} {MONTHS_OF[day.month - 1]}"

    start, end = week
    if start.month == end.month:
        return f"{start.day}–{words(end)} {end.year}"
    return f"{words(start)} – {words(end)} {end.year}"
