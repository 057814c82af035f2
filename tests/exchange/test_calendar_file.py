"""A calendar file holds what it was given, and nothing else."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from roadmap_desktop.exchange.calendar_event import CalendarEvent
from roadmap_desktop.exchange.calendar_file import Edition, calendar_bytes
from roadmap_desktop.exchange.calendar_terms import Term
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period

from .calendar_files import events_in

OCTOBER = Term(1, Period(date(2020, 10, 1), date(2020, 10, 31)))
EDITION = Edition(datetime(2020, 10, 6, 12, tzinfo=UTC), 7)
HOSTILE = [
    'A < B & "C"; D, E: F \\n \\, \\\\',
    "END:VEVENT\nEND:VCALENDAR\nBEGIN:VALARM",
    "строка\nдругая\tс табуляцией",
    "=1+1 @SUM «ёлочки» – — № 5 👩‍🏫 e\u0301",
    " пробелы по краям ",
    "Подготовка " * 3000,
]


def event(
    summary: str = "Мероприятие", description: str = "", category: str = "Мероприятия"
) -> CalendarEvent:
    return CalendarEvent("uid-1", OCTOBER, summary, description, category)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    data = calendar_bytes(text, [event(text, text, text)], EDITION)
    (read,) = events_in(data)
    assert str(read["summary"]) == str(read["description"]) == text
    assert [str(one) for one in read["categories"].cats] == [text]
    assert set(read.keys()) <= {
        *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND"),
        *("SUMMARY", "DESCRIPTION", "CATEGORIES", "STATUS", "TRANSP"),
    }


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_lines_are_folded_by_octets_and_no_letter_is_cut(text: str) -> None:
    data = calendar_bytes("Карта", [event("Мониторинг дефицитов: " + text, text * 3)], EDITION)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    # Half a letter would not be read.
    assert b"\n" not in b"".join(lines) and "".join(line.decode("utf-8") for line in lines)
    assert len(events_in(data)) == 1


def test_controls_and_foreign_line_ends_do_not_break_the_file() -> None:
    (read,) = events_in(calendar_bytes("К", [event("а\x00б\x1fв\r\nг\rд\u2028е\x85ж")], EDITION))
    assert str(read["summary"]) == "абв\nг\nд\nе\nж"


def test_the_name_of_a_calendar_is_one_line() -> None:
    calendar = Calendar.from_ical(calendar_bytes("План, часть 1;\nвторая \\ третья", [event()], EDITION))
    assert isinstance(calendar, Calendar)
    # The library reads a property that it does not know as it stands.
    assert str(calendar["x-wr-calname"]) == r"План\, часть 1\; вторая \\ третья"


def test_days_end_before_the_end_and_make_nobody_busy() -> None:
    data = calendar_bytes("Карта", [event()], EDITION)
    assert b"DTSTART;VALUE=DATE:20201001" in data
    assert b"DTEND;VALUE=DATE:20201101" in data
    (read,) = events_in(data)
    assert (read["transp"], read["status"], read["sequence"]) == ("TRANSPARENT", "CONFIRMED", 7)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.CANCELLED, "CANCELLED"),
        (State.MOVED, "TENTATIVE"),
        (State.DONE, "CONFIRMED"),
        (None, "CONFIRMED"),
    ],
)
def test_what_is_cancelled_or_moved_says_so(state: State | None, status: str) -> None:
    (read,) = events_in(calendar_bytes("Карта", [event()._replace(state=state)], EDITION))
    assert read["status"] == status
