"""The school calendar of the district as it is remembered beside the settings, for the window and for commands."""

import json
from collections.abc import Mapping
from datetime import date

from roadmap_desktop.folders import school_calendar_file
from roadmap_desktop.model.school_calendar import SchoolCalendar
from roadmap_desktop.model.school_terms import Term
from roadmap_desktop.storage.output import told_failures, write_data


def read_calendar() -> SchoolCalendar:
    """The calendar that was kept; the usual one where there is none, or none that can be read."""
    try:
        kept = json.loads(school_calendar_file().read_text(encoding="utf-8"))
        terms = tuple(Term(_day(first), _day(last)) for first, last in kept["terms"])
        days_off = {date.fromisoformat(day): str(name) for day, name in kept["days_off"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return SchoolCalendar()
    return SchoolCalendar(terms, days_off) if len(terms) == len(SchoolCalendar().terms) else SchoolCalendar()


def write_calendar(calendar: SchoolCalendar) -> None:
    """Remembers the calendar. Raises UserError when it cannot be written."""
    path = school_calendar_file()
    with told_failures(path.name):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_data(json.dumps(_as_plain(calendar), ensure_ascii=False, indent=1).encode(), path)


def _day(pair: list[int]) -> tuple[int, int]:
    month, day = pair
    # The 29th of February is in some years alone, and terms are those of any year.
    date(2001, month, day)
    return month, day


def _as_plain(calendar: SchoolCalendar) -> Mapping[str, object]:
    days_off = {day.isoformat(): name for day, name in sorted(calendar.days_off.items())}
    return {"terms": calendar.terms, "days_off": days_off}
