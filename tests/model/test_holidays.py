"""What the holidays library says of Russia, as the calendar uses it."""

from datetime import date

from roadmap_desktop.model.holidays import days_off, holiday_names
from roadmap_desktop.model.period import Period


def test_public_holidays_have_their_russian_names() -> None:
    november = Period(date(2020, 11, 1), date(2020, 11, 30))
    assert holiday_names(november) == {date(2020, 11, 4): "День народного единства"}


def test_a_transferred_day_off_is_named_and_not_worked() -> None:
    transferred = date(2021, 2, 22)
    assert "перенесено" in holiday_names(Period(transferred, transferred))[transferred]
    assert days_off([transferred]) == {transferred}


def test_weekends_are_not_worked_and_weekdays_are() -> None:
    assert days_off([date(2020, 10, day) for day in range(5, 12)]) == {date(2020, 10, 10), date(2020, 10, 11)}


def test_a_year_without_an_order_moves_days_off_as_the_law_says() -> None:
    # 23 February, 8 March, 4 and 5 January are weekend days then, and no library knows of an order yet.
    year = Period(date(2042, 1, 1), date(2042, 12, 31))
    moved = {day: name for day, name in holiday_names(year).items() if "перенесено" in name}
    assert moved == {
        date(2042, 2, 24): "Выходной (перенесено с 23.02.2042)",
        date(2042, 3, 10): "Выходной (перенесено с 08.03.2042)",
    }
    assert days_off(moved) == set(moved)
    assert days_off([date(2042, 1, 9), date(2042, 2, 25)]) == set()


def test_a_year_with_an_order_is_left_as_the_order_has_it() -> None:
    year = Period(date(2025, 1, 1), date(2025, 12, 31))
    # 8 March 2025 is a Saturday, and the order gave its day off to 13 June.
    assert date(2025, 3, 10) not in holiday_names(year)
    assert date(2025, 6, 13) in holiday_names(year)


def test_a_period_over_new_year_has_holidays_of_both_years() -> None:
    names = holiday_names(Period(date(2021, 12, 27), date(2022, 1, 9)))
    assert date(2021, 12, 31) in names
    assert names[date(2022, 1, 7)] == "Рождество Христово"


def test_a_year_that_the_library_knows_nothing_of_has_weekends_only() -> None:
    days = [date(1850, 1, day) for day in range(1, 8)]
    assert days_off(days) == {day for day in days if day.weekday() >= 5}
