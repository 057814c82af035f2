"""Choosing a period, a whole month, the whole plan or a deadline in the pop-up calendar."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import MONTHS
from roadmap_desktop.ui.editors.calendar_popup import CalendarPopup

_FIRST_DAY = "Щёлкните первый день, затем последний."


class RangeChoice(QObject):
    """Two clicks make a period; one and «До этого дня» a deadline."""

    periods_chosen = Signal(list)
    deadline_chosen = Signal(date)
    dates_removed = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._first: date | None = None
        self._plan: Period | None = None
        self._popup = CalendarPopup(field)
        self._popup.day_chosen.connect(self._on_day)
        self._month = self._popup.add_button("")
        self._month.clicked.connect(lambda: self._finish(self._popup.month.shown_month))
        self._popup.add_button("Весь период").clicked.connect(lambda: self._finish(self._plan))
        self._deadline = self._popup.add_button("До этого дня")
        self._deadline.clicked.connect(self._on_deadline)
        self._remove = self._popup.add_button("Убрать даты")
        self._remove.clicked.connect(self._on_remove)
        self._popup.month.currentPageChanged.connect(self._name_month)

    def ask(self, present: Period | None, plan: Period, *, removable: bool) -> None:
        """Opens the calendar on the present dates, or where the plan begins. Dates given by hand can be removed."""
        self._remove.setVisible(removable)
        self._first, self._plan = None, plan
        self._deadline.setEnabled(False)
        self._popup.hint.setText(_FIRST_DAY)
        self._popup.month.show_range(present or Period(plan.start, plan.start))
        self._name_month()
        self._popup.open_beneath(self._field)

    def _name_month(self) -> None:
        month = self._popup.month.shown_month.start
        self._month.setText(f"Весь {MONTHS[month.month - 1]}")

    def _on_day(self, day: date) -> None:
        if self._first is not None:
            self._finish(Period(min(self._first, day), max(self._first, day)))
            return
        self._first = day
        self._popup.month.show_range(Period(day, day))
        self._popup.hint.setText(f"С {day:%d.%m.%Y}. Теперь щёлкните последний день.")
        self._deadline.setEnabled(True)

    def _on_deadline(self) -> None:
        self._popup.close()
        if self._first is not None:
            self.deadline_chosen.emit(self._first)

    def _on_remove(self) -> None:
        self._popup.close()
        self.dates_removed.emit()

    def _finish(self, period: Period | None) -> None:
        # The second click of a double one is told twice.
        self._first = None
        self._popup.close()
        if period is not None:
            self.periods_chosen.emit([period])
