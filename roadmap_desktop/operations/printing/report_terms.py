"""The stretches of time that a report can be of, with their names, for lists to choose from."""

from collections.abc import Iterable

from roadmap_desktop.model.calendar_periods import half_of, months_between, quarter_of, weeks_between
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import capital, month_title
from roadmap_desktop.operations.plan.months import months_of
from roadmap_desktop.reports.report import ParameterKind

Term = tuple[str, Period]


def terms_of(kind: ParameterKind, within: Period) -> list[Term]:
    """The weeks, months, quarters, halves or school years that share a day with a stretch of time; for a period all but
    weeks, the longest first. Nothing for what is no kind of time."""
    match kind:
        case ParameterKind.WEEK:
            return _named(within, weeks_between(within))
        case ParameterKind.MONTH:
            return [(month_title(month.start), month) for month in months_between(within)]
        case ParameterKind.QUARTER:
            years = range(within.start.year, within.end.year + 1)
            return _named(within, (quarter_of(year, number) for year in years for number in range(1, 5)))
        case ParameterKind.HALF:
            return _named(
                within, (half_of(year, number) for year in _first_years(within) for number in (1, 2))
            )
        case ParameterKind.SCHOOL_YEAR:
            return _named(within, map(school_year, _first_years(within)))
        case ParameterKind.PERIOD:
            longer = (
                ParameterKind.SCHOOL_YEAR,
                ParameterKind.HALF,
                ParameterKind.QUARTER,
                ParameterKind.MONTH,
            )
            return [term for each in longer for term in terms_of(each, within)]
    return []


def terms_offered(kind: ParameterKind, plan: Plan) -> list[Term]:
    """The terms in which the plan has something to print."""
    months = months_of(plan)
    return terms_of(kind, Period(months[0].start, months[-1].end))


def term_name(period: Period) -> str:
    """«I полугодие 2020–2021», «2020–2021 учебный год», «Октябрь 2020», «5–11 октября 2020»."""
    if period in months_between(period):
        return month_title(period.start)
    words = period_words(period).removeprefix("неделю ").removesuffix(" учебного года").removesuffix(" года")
    return capital(words)


def _named(within: Period, every: Iterable[Period]) -> list[Term]:
    return [(term_name(one), one) for one in every if one.overlaps(within)]


def _first_years(within: Period) -> range:
    """In which the school years begin that the stretch may touch."""
    return range(max(within.start.year - 1, 2), within.end.year + 1)
