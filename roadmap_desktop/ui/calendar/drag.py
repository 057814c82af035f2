"""Dragging a bar or its edge, as dates: what was taken hold of, where it is now, which period that makes. No Qt."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.calendar.entries import Entry


class Grip(Enum):
    """What of a bar is held."""

    WHOLE = auto()
    START = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Drag:
    """A bar held at the day ``grabbed`` and now over the day ``now``."""

    entry: Entry
    grip: Grip
    grabbed: date
    now: date

    @classmethod
    def begin(cls, entry: Entry, grip: Grip, day: date) -> "Drag":
        """Takes hold of a bar over that day."""
        return cls(entry, grip, day, day)

    def to(self, day: date) -> "Drag":
        """The same hold with the mouse over another day."""
        return replace(self, now=day)

    @property
    def period(self) -> Period:
        """The period if it were dropped now: the whole moves by days; an edge moves alone, at most to the other one."""
        start, end = self.entry.period.start, self.entry.period.end
        moved = self.now - self.grabbed
        if self.grip is Grip.START:
            return Period(min(_later(start, moved), end), end)
        if self.grip is Grip.END:
            return Period(start, max(_later(end, moved), start))
        return Period(_later(start, moved), _later(end, moved))

    @property
    def changes_anything(self) -> bool:
        """Whether dropping it now would change dates."""
        return self.period != self.entry.period


def _later(day: date, by: timedelta) -> date:
    """Dates end at the years 1 and 9999."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
