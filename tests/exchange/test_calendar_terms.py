"""The days that a due names are those that a calendar program shows."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.exchange.calendar_event import Dated, events_of
from roadmap_desktop.exchange.calendar_file import Edition, calendar_bytes
from roadmap_desktop.exchange.calendar_terms import terms_of
from roadmap_desktop.model.due import DueReading, occurrences, read_due
from roadmap_desktop.model.period import Period, school_year
from tests.model.due.test_reading import CASES

from .calendar_files import days_of, events_in

PLAN = school_year("2020-2021")
ALWAYS = Period(date(1900, 1, 1), date(2200, 12, 31))
EDITION = Edition(datetime(2020, 10, 6, 12, tzinfo=UTC), 7)
OFTEN = st.sampled_from(
    [
        *("каждый вторник", "ежедневно", "последняя пятница месяца", "31 числа каждого месяца"),
        *("по понедельникам и четвергам", "последний день месяца"),
        *("ежемесячно", "раз в две недели по вторникам"),
    ]
)
WHEN = st.sampled_from(
    ["", " октября", " с 10 по 24 октября", ", октябрь, март", " 2021 года", " мая 2021 года"]
)
WORDINGS = st.one_of(st.sampled_from([case[0] for case in CASES]), st.builds(str.__add__, OFTEN, WHEN))


def shown(due: DueReading) -> list[date]:
    """The days on which a calendar shows that due."""
    events = events_of(Dated("activity", "key", due, "Мероприятие", ()), "Мероприятия")
    return [day for event in events_in(calendar_bytes("Карта", events, EDITION)) for day in days_of(event)]


def named(due: DueReading) -> set[date]:
    """The days that the words name: those of the recurrence, else of the periods. Words that recur and name no day
    mean the beginning of each turn."""
    if due.rule is None:
        return {period.start + timedelta(days=step) for period in due.periods for step in range(period.days)}
    return set(occurrences(due, ALWAYS)) or {day for period in due.periods for day in turns(due.rule, period)}


def turns(rule: str, period: Period) -> list[date]:
    """A rule over a period as dateutil expands it."""
    first, last = (datetime.combine(day, time()) for day in (period.start, period.end))
    return [moment.date() for moment in rrulestr(rule, dtstart=first).between(first, last, inc=True)]


@settings(max_examples=150, deadline=None)
@given(WORDINGS, st.integers(2015, 2030))
def test_a_calendar_shows_the_days_that_the_words_name(wording: str, year: int) -> None:
    due = read_due(wording, school_year(year))
    assert set(shown(due)) == named(due)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("сентябрь – октябрь 2020 года", [("2020-09-01", "2020-10-31", "")]),
        ("до 15.10.2020", [("2020-10-15", "2020-10-15", "")]),
        ("март 2021, октябрь 2020", [("2020-10-01", "2020-10-31", ""), ("2021-03-01", "2021-03-31", "")]),
        ("в течение года", [("2020-09-01", "2021-08-31", "")]),
        ("ежемесячно", [("2020-09-01", "2020-09-01", "FREQ=MONTHLY;UNTIL=20210801")]),
        ("раз в квартал", [("2020-09-01", "2020-09-01", "FREQ=MONTHLY;INTERVAL=3;UNTIL=20210601")]),
        (
            "раз в две недели по вторникам",
            [("2020-09-01", "2020-09-01", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20210831")],
        ),
        (
            "каждый вторник",
            [("2020-09-01", "2020-09-01", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20210831")],
        ),
        (
            "5 и 20 числа каждого месяца",
            [
                ("2020-09-05", "2020-09-05", "FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20210805"),
                ("2020-09-20", "2020-09-20", "FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20210820"),
            ],
        ),
        (
            "до 31 числа каждого месяца",
            [("2020-09-30", "2020-09-30", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20210831")],
        ),
        (
            "каждого 30 числа",
            [("2020-09-30", "2020-09-30", "FREQ=MONTHLY;BYMONTHDAY=30;UNTIL=20210830")],
        ),
        (
            "ежеквартально, до 10 числа месяца, следующего за отчётным",
            [("2020-10-10", "2020-10-10", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10;UNTIL=20210710")],
        ),
        ("по отдельному плану", []),
        ("когда-нибудь", []),
    ],
)
def test_the_events_of_a_due(wording: str, expected: list[tuple[str, str, str]]) -> None:
    terms = terms_of(read_due(wording, PLAN))
    assert [(str(one.period.start), str(one.period.end), one.rule) for one in terms] == expected
    assert [one.ordinal for one in terms] == list(range(1, len(terms) + 1))


def test_the_same_periods_in_other_words_are_the_same_events() -> None:
    one, other = (terms_of(read_due(words, PLAN)) for words in ("октябрь, март", "март, октябрь"))
    assert one == other


def test_a_day_that_february_lacks_is_shown_on_its_last() -> None:
    for wording in ("каждого 30 числа", "до 29 числа каждого месяца"):
        days = shown(read_due(wording, PLAN))
        assert len(days) == 12
        assert date(2021, 2, 28) in days


def test_a_plan_that_begins_on_the_31st_has_its_monthly_work_at_each_months_end() -> None:
    plan = Period(date(2020, 8, 31), date(2021, 8, 31))
    days = shown(read_due("ежемесячно", plan))
    assert days[:3] == [date(2020, 8, 31), date(2020, 9, 30), date(2020, 10, 31)]


def test_what_recurs_falls_in_the_months_that_have_its_days() -> None:
    (term,) = terms_of(read_due("последняя пятница месяца", PLAN))
    assert term.falls_in(Period(date(2020, 10, 30), date(2020, 10, 30)))
    assert not term.falls_in(Period(date(2020, 10, 1), date(2020, 10, 29)))
