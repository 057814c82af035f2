"""Periods as a title names them."""

from roadmap_desktop.model.calendar_periods import half_of, month_of, quarter_of, week_of
from roadmap_desktop.model.period import Period, school_year, school_year_label
from roadmap_desktop.model.russian import MONTHS
from roadmap_desktop.model.span_words import run_words

_ROMAN = ("I", "II", "III", "IV")


def period_words(period: Period) -> str:
    """The period as it stands after «на» and «за»: «сентябрь 2020 года», «IV квартал 2020 года», «I полугодие 2020–2021
    учебного года», «2020–2021 учебный год», «2020 год»,
    «неделю 5–11 октября 2020 года», «05.10.2020», «период с 01.09.2020 по 15.10.2020»."""
    start, end = period
    first = start.year if start.month >= 9 else start.year - 1
    if period == month_of(start):
        return f"{MONTHS[start.month - 1]} {start.year} года"
    quarter = (start.month + 2) // 3
    if period == quarter_of(start.year, quarter):
        return f"{_ROMAN[quarter - 1]} квартал {start.year} года"
    if start.year > 1 and period == school_year(first):
        return f"{school_year_label(period)} учебный год"
    for number in (1, 2):
        if start.year > 1 and period == half_of(first, number):
            return f"{_ROMAN[number - 1]} полугодие {school_year_label(school_year(first))} учебного года"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year} год"
    if start.year > 1 and end.year < 9999 and period == week_of(start):
        year = f" {end.year}" if start.year == end.year else ""
        return f"неделю {run_words(period)}{year} года"
    if start == end:
        return f"{start:%d.%m.%Y}"
    return f"период с {start:%d.%m.%Y} по {end:%d.%m.%Y}"
