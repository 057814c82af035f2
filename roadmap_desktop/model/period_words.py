"""Periods as a title names them."""

from roadmap_desktop.model.calendar_periods import half_of, month_of, quarter_of
from roadmap_desktop.model.period import Period, school_year, school_year_label
from roadmap_desktop.model.russian import MONTHS

_ROMAN = ("I", "II", "III", "IV")


def period_words(period: Period) -> str:
    """The period as it stands after «на» and «за»: «сентябрь 2020 года», «IV квартал 2020 года», «I полугодие 2020–2021
    учебного года», «2020–2021 учебный год», «2020 год», «05.10.2020», «период с 01.09.2020 по 15.10.2020»."""
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
    if start == end:
        return f"{start:%d.%m.%Y}"
    return f"период с {start:%d.%m.%Y} по {end:%d.%m.%Y}"
