"""The school terms of «раз в четверть»."""

from collections.abc import Sequence

from roadmap_desktop.model.due.extent import extent
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import U
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.school_calendar import in_use


def terms_within(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The terms, as far as the periods have them. Raises NotUnderstoodError where there are not several to tell apart:
    «сентябрь, раз в четверть»."""
    found = tuple(
        Period(max(term.start, period.start), min(term.end, period.end))
        for period in periods
        for term in _terms(period)
        if term.overlaps(period)
    )
    if len(found) < 2:
        raise NotUnderstoodError
    return found


def _terms(period: Period) -> list[Period]:
    years = range(period.start.year, period.end.year + 1)
    numbers = range(1, len(in_use().terms) + 1)
    return sorted(extent(U.TERM, number, 0).in_year(year) for year in years for number in numbers)
