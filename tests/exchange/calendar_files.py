"""A calendar file as other programs read it."""

from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event


def events_in(data: bytes) -> list[Event]:
    """The events of a file, in its order."""
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    return list(calendar.events)


def days_of(event: Event) -> list[date]:
    """Every day on which a calendar shows the event."""
    first, after = event["dtstart"].dt, event["dtend"].dt
    assert type(first) is type(after) is date
    starts = [first]
    if "rrule" in event:
        rule = event["rrule"].to_ical().decode()
        begun = datetime.combine(first, time())
        starts = [moment.date() for moment in rrulestr(rule, dtstart=begun)]
        if "rdate" in event:
            starts = sorted({*starts, *(one.dt for one in event["rdate"].dts)})
        # Without it some programs count the first day in and others leave it out.
        assert starts[0] == first
    return [start + timedelta(days=step) for start in starts for step in range((after - first).days)]
