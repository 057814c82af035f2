"""The line above a month's plan: which month or week it is, the steps to others, and what is shown."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.span_words import day_words
from roadmap_desktop.ui.calendar.header import MonthHeader
from roadmap_desktop.ui.calendar.kinds_button import KindsButton

# Pixels; on a narrower page buttons are behind «Ещё», then «Сегодня» goes, for a key does it too.
_WIDE, _WITH_TODAY, _LEAST = 830, 590, 420


class PlanHeader(MonthHeader):
    """«Октябрь 2026 ‹ Сегодня › Месяц Неделя … Перенести незавершённое…»; ``scale_chosen``: whether weeks are shown."""

    scale_chosen = Signal(bool)
    carrying_asked = Signal()

    def __init__(self, shown: KindsButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
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
        last = self._line.count() - 1
        for widget in (self.month, self.week, shown):
            self._line.insertWidget(last, widget)
            last += 1
        self.more = self._chip("Ещё ▾")
        menu = QMenu(self.more)
        shown.kinds_menu.setTitle("Показывать")
        menu.addMenu(shown.kinds_menu)
        menu.addAction(self.carry.text(), self.carrying_asked.emit)
        self.more.setMenu(menu)
        self.more.hide()
        for button in (self.carry, self.more):
            self.add_at_right(button)

    def minimumSizeHint(self) -> QSize:
        # Else what is to be folded would hold the window as wide as it is unfolded.
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _WIDE
        self.more.setVisible(is_narrow)
        for button in (self._shown, self.carry):
            button.setHidden(is_narrow)
        self.today.setHidden(self.width() < _WITH_TODAY)

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
    start, end = week
    first = f"{start.day}–" if start.month == end.month else f"{day_words(start)} – "
    return f"{first}{day_words(end)} {end.year}"
