"""Hours of a day as offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.hours import Hours, hours_in, kept_hours, read_hours


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("14.00", "14:00"),
        ("14:00", "14:00"),
        ("в 14 ч", "14:00"),
        ("в 14 ч.", "14:00"),
        ("14 часов", "14:00"),
        ("9", "9:00"),
        ("09:05", "9:05"),
        ("9-30", "9:30"),
        ("14-00", "14:00"),
        ("10:00:00", "10:00"),
        ("с 9.30 до 13", "9:30–13:00"),
        ("с 9 по 12 ч", "9:00–12:00"),
        ("9:30–13:00", "9:30–13:00"),
        ("9.30 — 13.00", "9:30–13:00"),
        ("9:00-13", "9:00–13:00"),
        ("начало в 10.00", "10:00"),
        ("22:00–2:00", "22:00–2:00"),
        ("10 ч. 30 мин.", "10:30"),
        ("в 9 часов 05 минут", "9:05"),
    ],
)
def test_hours_are_read_as_offices_write_them(text: str, shown: str) -> None:
    assert str(read_hours(text) or "") == shown


@pytest.mark.parametrize(
    "text",
    ["утром", "после уроков", "25:00", "14:60", "10:00, 14:00", "8 октября", "1" * 5000, "−5", "14:00 уч."],
)
def test_what_is_no_time_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="Напишите время так"):
        read_hours(text)
    assert kept_hours(text) is None


def test_what_reads_in_two_ways_is_asked_back() -> None:
    with pytest.raises(ValueError, match="10:15 или 10:00–15:00"):
        read_hours("10-15")


def test_hours_stand_in_due_wordings() -> None:
    assert str(hours_in("8 октября, 14.00")) == "14:00"
    assert str(hours_in("8 октября, 9.30-13.00")) == "9:30–13:00"
    assert hours_in("8.10, 14.10") is None
    assert str(hours_in("8 октября, в 14.00")) == "14:00"
    assert str(hours_in("8 октября 14:00")) == "14:00"
    assert hours_in("октябрь") is None
    assert str(hours_in("10 сентября 2020 г. в 10 ч. 30 мин.")) == "10:30"
    assert str(hours_in("12 октября 2020 г., 14.00*")) == "14:00"
    assert str(hours_in("8 октября (чт), 14.00")) == "14:00"
    assert hours_in("сен.20 - окт.20") is None


@given(st.times(), st.none() | st.times())
def test_what_is_shown_is_read_back(start, end) -> None:
    hours = Hours(start.replace(second=0, microsecond=0), end and end.replace(second=0, microsecond=0))
    assert read_hours(str(hours)) == hours


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_a_sentence(text: str) -> None:
    try:
        read_hours(text)
    except ValueError as error:
        assert str(error)[0] in "«"
