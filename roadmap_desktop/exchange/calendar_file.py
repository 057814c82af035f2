"""Events as an iCalendar file (RFC 5545), such as Outlook, Thunderbird, Yandex and Google take in."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple
from unicodedata import category

from icalendar import Calendar, Event, vRecur, vText

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.exchange.calendar_event import CalendarEvent
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.letters import one_line

# In Latin letters: some programs show only those, and nobody reads it.
_PRODUCT = "-//roadmap_desktop//Roadmap of a methodist//RU"
# What is moved stands on its old days until new ones are written, and what is cancelled is struck out.
_STATUSES = {State.MOVED: "TENTATIVE", State.CANCELLED: "CANCELLED"}
_END = b"END:VCALENDAR\r\n"
_LINE_ENDS = frozenset("\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\x85")


class Edition(NamedTuple):
    """How new what is exported is: the moment of the file's last change, and how many there were. By the second, which
    grows whatever the clocks did, a program knows which of two exports supersedes the other. They are the whole file's
    because an event also changes with the order of activities, the names of performers and the plan's period."""

    changed_at: datetime
    changes: int


def calendar_bytes(
    name: str,
    events: Iterable[CalendarEvent],
    edition: Edition,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """A calendar of that name: the same bytes whenever it is made of the same. There is no METHOD, which is for
    sending invitations and would want an organiser (RFC 5546, section 3.2.1). ``is_cancelled`` is asked before each
    event. Raises Cancelled."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    # A property unknown to the standard, so the library has to be told that it is text, and one line of it.
    calendar.add("x-wr-calname", vText(_text(one_line(name))), encode=False)
    envelope = bytes(calendar.to_ical())
    # Each event is written and let go: ten thousand of them at once would be one long stretch without a look around.
    written = [envelope.removesuffix(_END)]
    for event in events:
        if is_cancelled():
            raise Cancelled
        written.append(_component(event, edition).to_ical())
    return b"".join((*written, _END))


def _component(event: CalendarEvent, edition: Edition) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", edition.changed_at)
    made.add("last-modified", edition.changed_at)
    made.add("sequence", edition.changes)
    for name, moment in _moments(event):
        made.add(name, moment)
    if event.place:
        made.add("location", _text(event.place))
    for name, recurring in _recurrence(event):
        made.add(name, recurring)
    made.add("summary", _text(event.summary))
    if event.description:
        made.add("description", _text(event.description))
    made.add("categories", [_text(event.category)])
    made.add("status", _STATUSES.get(event.state, "CONFIRMED") if event.state else "CONFIRMED")
    # A year-long activity must not make its people busy for a year.
    made.add("transp", "TRANSPARENT")
    return made


def _moments(event: CalendarEvent) -> Iterator[tuple[str, date]]:
    """When it begins and ends. Hours are those of the place, without a zone (section 3.3.5, form 1); of an event whose
    end nobody said only the beginning is."""
    period, hours = event.term.period, event.hours
    if hours is None:
        yield "dtstart", period.start
        # The end is the day after the last one: section 3.6.1.
        yield "dtend", period.end + timedelta(days=1)
        return
    yield "dtstart", datetime.combine(period.start, hours.start)
    if hours.end is not None:
        day = period.end + timedelta(days=hours.is_over_midnight)
        yield "dtend", datetime.combine(day, hours.end)


def _recurrence(event: CalendarEvent) -> Iterator[tuple[str, vRecur | list[date]]]:
    """The rule, and the days that it leaves out. As DTSTART has the hour, or has none, so have they: section 3.3.10."""
    term, hours = event.term, event.hours
    if not term.rule:
        return
    # With UNTIL it ends, see ``terms_of``.
    yield "rrule", vRecur.from_ical(f"{term.rule}{hours.start:T%H%M%S}" if hours else term.rule)
    if term.besides:
        yield (
            "rdate",
            [datetime.combine(day, hours.start) for day in term.besides] if hours else [*term.besides],
        )


def _text(text: str) -> str:
    """The text without what a calendar file cannot hold: controls but a line's end and a tab (section 3.1)."""
    letters = ("\n" if letter in _LINE_ENDS else letter for letter in text.replace("\r\n", "\n"))
    return "".join(letter for letter in letters if letter in "\n\t" or category(letter) not in ("Cc", "Cs"))
