"""Events of a calendar file as a table: what, when, and the rest."""

from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from roadmap_desktop.exchange.documents.allowance import Allowance, damaged
from roadmap_desktop.exchange.documents.source_document import Kind, Paragraph, SourceDocument
from roadmap_desktop.exchange.documents.table_builder import TableBuilder

_TITLES = ("Мероприятие", "Срок", "Примечание")


def read_calendar(data: bytes, allowance: Allowance) -> SourceDocument:
    """The events of a calendar's bytes in their order, a row each."""
    try:
        calendar = Calendar.from_ical(data)
        events = [_cells(event) for event in calendar.walk() if event.name in ("VEVENT", "VTODO")]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        raise damaged() from None
    builder = TableBuilder(allowance)
    for cells in (_TITLES, *events):
        builder.start_row()
        for column, cell in enumerate(cells):
            builder.put(column, cell)
    name = str(calendar.get("X-WR-CALNAME", ""))
    return SourceDocument(Kind.CALENDAR, (*([Paragraph(name)] if name else []), builder.table()))


def _cells(event: Any) -> tuple[str, str, str]:
    note = "\n".join(
        f"{title}: {text}" if title else text
        for title, key in (("", "DESCRIPTION"), ("Место", "LOCATION"))
        if (text := str(event.get(key, "")).strip())
    )
    return str(event.get("SUMMARY", "")), _due(event), note


def _due(event: Any) -> str:
    """The event's days in figures, its hour after them."""
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND") or _moment(event, "DUE")
    if start is None:
        return f"до {end:%d.%m.%Y}" if end is not None else ""
    if end is not None and not isinstance(end, datetime):
        # The end of whole days is the day after.
        end -= timedelta(days=1)
    hour = f", {start:%H:%M}" if isinstance(start, datetime) else ""
    first, last = f"{start:%d.%m.%Y}", f"{end:%d.%m.%Y}" if end is not None else ""
    return (
        f"{first} – {last}"
        if last and last != first and end is not None and _day(end) > _day(start)
        else first + hour
    )


def _moment(event: Any, key: str) -> date | None:
    value = getattr(event.get(key), "dt", None)
    return value if isinstance(value, date) else None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
