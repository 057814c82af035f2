"""What holds for every text and every date."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.due import (
    DueKind,
    describe,
    occurrences,
    read_due,
    rewrite_due,
    shift_wording,
    write_deadline,
    write_due,
)
from roadmap_desktop.model.due.purpose import without_asides, without_undated
from roadmap_desktop.model.due.tokens import clean
from roadmap_desktop.model.due.vocabulary import SILENT, VOCABULARY
from roadmap_desktop.model.period import Period, school_year

from .test_reading import CASES

few = settings(max_examples=80, deadline=None)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
WORDINGS = st.sampled_from([case[0] for case in CASES])
WORDS = st.sampled_from(
    [*VOCABULARY, *"-–,.;:()№", "2020", "2021", "2020-2021", "01.10.2020", "5", "31", "графику"]
)
DATED = st.sampled_from(
    [
        words
        for words, line in CASES
        if ("/" in line or "20" in line) and without_asides(clean(words)) == clean(words)
    ]
)
LEFT_OPEN = [words for words, line in CASES if "20" in line and without_undated(clean(words)) is not None]
UNFAMILIAR = st.one_of(
    st.sampled_from(["кроме", "следующего", "или", "без", "если", "7а", "500", "2020г2021", *"№?%x"]),
    st.text("абвгдежзиклмнопрстуфхцчшщыьэюя", min_size=3, max_size=9),
).filter(lambda word: word not in VOCABULARY and word not in SILENT)
REPEATED = [
    *("1", "1.", "-", " ", "(", "а", "I", "20", "2020-", "🙂", "\u00a0", "\u200b", "\u202e"),
    *("до ", "по ", "плану ", "по плану ", "по плану-", "№ ", "раз в ", "при мере а"),
    *("01.10.2020, ", "октябрь-", "октябрь, ", "октябрь, начало, ", "вторник, ", "каждого ", "до 5 и "),
    *('"', "«1", "«1» ", "01/10/", "01/10, ", "14:00 ", "в 14", "с 10.00 до ", "2020-2022 ", "г."),
]
PHRASES = st.lists(WORDS, max_size=12).map(" ".join)


@st.composite
def plans(draw: st.DrawFn) -> Period:
    start = draw(DAYS)
    return draw(st.sampled_from([school_year(start.year), Period(start, start + timedelta(days=364))]))


@st.composite
def separate_periods(draw: st.DrawFn) -> tuple[Period, ...]:
    """Periods in the order of time, at least a day between them; whole months among them."""
    day, periods = draw(DAYS), []
    for _ in range(draw(st.integers(1, 4))):
        start = day.replace(day=1) if draw(st.booleans()) and not periods else day
        end = start + timedelta(days=draw(st.integers(0, 400)))
        if draw(st.booleans()):
            end = (end.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        periods.append(Period(start, end))
        day = end + timedelta(days=draw(st.integers(2, 200)))
        if draw(st.booleans()):
            day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return tuple(periods)


@few
@given(st.one_of(st.text(), PHRASES), plans())
def test_any_text_reads_as_something_whose_parts_fit_together(text: str, plan: Period) -> None:
    reading = read_due(text, plan)
    assert all(period.start <= period.end for period in reading.periods)
    assert bool(reading.periods) == (reading.kind not in (DueKind.UNDATED, DueKind.UNKNOWN))
    assert bool(reading.rule) == (reading.kind is DueKind.RECURRING)
    assert reading.kind is not DueKind.DEADLINE or all(start == end for start, end in reading.periods)
    assert describe(reading)


@few
@given(separate_periods(), plans())
def test_what_is_written_for_dates_reads_as_those_dates(periods: tuple[Period, ...], plan: Period) -> None:
    assert read_due(write_due(periods, plan), plan).periods == periods


@few
@given(DAYS, plans())
def test_what_is_written_for_a_deadline_reads_as_that_day(day: date, plan: Period) -> None:
    reading = read_due(write_deadline(day, plan), plan)
    assert (reading.kind, reading.periods) == (DueKind.DEADLINE, (Period(day, day),))


@few
@given(WORDINGS, separate_periods(), plans())
def test_a_wording_rewritten_for_new_dates_reads_as_those_dates(
    text: str, periods: tuple[Period, ...], plan: Period
) -> None:
    reading = read_due(text, plan)
    if reading.kind is DueKind.DEADLINE:
        periods = tuple(Period(end, end) for _, end in periods)
    rewritten = read_due(rewrite_due(text, reading, periods, plan), plan)
    assert rewritten.periods == periods
    assert reading.kind is not DueKind.DEADLINE or rewritten.kind is DueKind.DEADLINE


@few
@given(WORDINGS, st.sampled_from("-‐‑‒–—―−"), st.sampled_from(["", " ", "\u00a0", "\u2009", "\n", " \u00ad"]))
def test_dashes_and_the_spaces_around_them_do_not_change_the_reading(
    text: str, dash: str, space: str
) -> None:
    plan = school_year("2020")
    changed = text.replace(" – ", f"{space}{dash}{space}").replace("–", dash)
    assert read_due(changed, plan) == read_due(text, plan)


@few
@given(WORDINGS, st.sampled_from(["\u00a0", "  ", "\n", "\u2009", "\u202f", " \u200b", "\r\n", "\t"]))
def test_kinds_of_spaces_do_not_change_the_reading(text: str, space: str) -> None:
    plan = school_year("2020")
    assert read_due(text.replace(" ", space), plan) == read_due(text, plan)


@few
@given(WORDINGS, st.sampled_from([str.upper, str.lower, str.capitalize, str.title]))
def test_capitals_do_not_change_the_reading(text: str, change: object) -> None:
    assert callable(change)
    assert read_due(change(text), school_year("2020")) == read_due(text, school_year("2020"))


@given(DATED, UNFAMILIAR, st.integers(0, 20))
@settings(max_examples=400, deadline=None)
def test_a_word_that_is_not_understood_makes_the_whole_unknown(text: str, word: str, place: int) -> None:
    words = clean(text).split()
    changed = " ".join([*words[:place], word, *words[place:]])
    if without_undated(clean(changed)) is None:
        assert read_due(changed, school_year("2020")).kind is DueKind.UNKNOWN


@few
@given(
    st.sampled_from(LEFT_OPEN),
    st.sampled_from(["кроме", "или", "если", "после", "не"]),
    st.integers(0, 20),
)
def test_what_turns_a_date_left_open_into_another_makes_it_unknown(text: str, word: str, place: int) -> None:
    words = text.split()
    changed = " ".join([*words[:place], word, *words[place:]])
    assert read_due(changed, school_year("2020")).kind is DueKind.UNKNOWN


@few
@given(WORDINGS, st.sampled_from([".", ",", " ,", ";", " . ", ".,", "\n"]))
def test_marks_left_at_the_end_do_not_change_the_reading(text: str, mark: str) -> None:
    assert read_due(text + mark, school_year("2020")) == read_due(text, school_year("2020"))


@few
@given(WORDINGS, st.sampled_from([28, 56]))
def test_a_wording_moved_by_years_of_the_same_calendar_reads_as_its_dates_moved(
    text: str, years: int
) -> None:
    before, after = school_year(2020), school_year(2020 + years)
    read = read_due(shift_wording(text, years), after)
    moved = tuple(
        Period(start.replace(year=start.year + years), end.replace(year=end.year + years))
        for start, end in read_due(text, before).periods
    )
    assert (read.kind, read.periods) == (read_due(text, before).kind, moved)


@few
@given(st.one_of(st.text(), PHRASES), st.integers(-20, 20))
def test_years_moved_there_and_back_leave_the_text_as_it_was(text: str, years: int) -> None:
    assert len(shift_wording(text, years)) == len(text)
    assert shift_wording(text, 0) == text


@few
@given(WORDINGS, DAYS, st.integers(0, 60))
def test_occurrences_are_days_of_the_window_and_of_the_periods(text: str, start: date, days: int) -> None:
    plan, window = school_year(start.year), Period(start, start + timedelta(days=days))
    reading = read_due(text, plan)
    found = occurrences(reading, window)
    assert found == sorted(set(found))
    assert all(
        window.contains(day) and any(period.contains(day) for period in reading.periods) for day in found
    )


@pytest.mark.parametrize("part", REPEATED)
def test_20_000_characters_take_no_longer_than_their_number_asks_for(part: str) -> None:
    def seconds(length: int) -> float:
        text = (part * length)[:length]
        start = time.process_time()
        for plan in (school_year(2020), school_year(2021), school_year(2022)):
            read_due.__wrapped__(text, plan)
            shift_wording(text, 1)
        return time.process_time() - start

    seconds(1000)
    assert seconds(20_000) < 60 * max(seconds(1000), 0.001)
