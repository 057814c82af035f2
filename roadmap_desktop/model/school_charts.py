"""Charts of schools' results and troubles, for paper and screen alike."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, ChartKind, Series, counts_chart
from roadmap_desktop.model.search import as_counted

BELOW = "Доля не преодолевших порог, %"
# More lines in one picture would not be told apart.
_MOST_LINES = 6


class Result(NamedTuple):
    """The share below the threshold in one subject and year, in per cent."""

    school_year: str
    exam: str
    subject: str
    below: float | None


def subject_name(exam: str, subject: str) -> str:
    """«ОГЭ, математика»."""
    return ", ".join(part for part in (exam, subject) if part)


def below_charts(results: Iterable[Result]) -> tuple[Chart, ...]:
    """The shares by years, a line for each exam and subject: one chart, or one for each exam where the lines are many;
    none where nothing is known. A single year has bars: a line needs two ends."""
    known = [one for one in results if one.below is not None and one.school_year]
    if len({(one.exam, one.subject) for one in known}) <= _MOST_LINES:
        return (_chart(BELOW, known),) if known else ()
    exams = sorted({one.exam for one in known})
    return tuple(_chart(f"{BELOW} ({exam})", [one for one in known if one.exam == exam]) for exam in exams)


def _chart(title: str, results: Sequence[Result]) -> Chart:
    years = sorted({one.school_year for one in results})
    found: dict[str, dict[str, float | None]] = {}
    for one in results:
        found.setdefault(subject_name(one.exam, one.subject), {})[one.school_year] = one.below
    lines = tuple(
        Series(name, tuple(found[name].get(year) for year in years)) for name in sorted(found, key=as_counted)
    )
    return Chart(
        title, ChartKind.LINES if len(years) > 1 else ChartKind.VERTICAL_BARS, tuple(years), lines, "%"
    )


def causes_chart(causes: Iterable[tuple[str, str]]) -> Chart | None:
    """A bar for each school in parts by the kind of its troubles' causes, from pairs of a school's name and a kind, in
    the order of first mention; None for one school alone or more than can be read."""
    counts = Counter(causes)
    schools = tuple(dict.fromkeys(school for school, _ in counts))
    if len(schools) < 2:
        return None
    kinds = sorted({kind for _, kind in counts}, reverse=True)
    parts = {f"{kind.capitalize()} причина": [counts[school, kind] for school in schools] for kind in kinds}
    return counts_chart("Проблемные зоны по видам причин", schools, parts)
