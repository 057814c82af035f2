"""Which month or week the plan shows."""

from datetime import date, timedelta

from roadmap_desktop.model.calendar_periods import week_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.calendar.month import month_of, month_period, shifted


class ShownPeriod:
    """The month of ``day``, or its week."""

    def __init__(self, day: date) -> None:
        self.day, self.by_weeks = day, False

    @property
    def month(self) -> date:
        """The first day of the month."""
        return month_of(self.day)

    @property
    def days(self) -> Period:
        """What is shown."""
        return week_of(self.day) if self.by_weeks else month_period(self.month)

    def stepped(self, step: int) -> date:
        """A day so many months or weeks later, or earlier."""
        return self.day + timedelta(weeks=step) if self.by_weeks else shifted(self.month, step)

    def scaled(self, *, by_weeks: bool, today: date) -> date:
        """The day to show from now on by weeks, or by months: of the present month its present week."""
        self.by_weeks = by_weeks
        return today if by_weeks and month_of(today) == self.month else self.day
