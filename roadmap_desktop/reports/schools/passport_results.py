"""Parts of a school's passport: why it is in the list, its results by years, its risks and problem zones."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.registers.schools import SchoolIndicator, SchoolMembership
from roadmap_desktop.model.school_charts import Result, below_charts, subject_name
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Block, Caption, Paragraph
from roadmap_desktop.reports.columns import column, computed, numbered, table_of
from roadmap_desktop.reports.lists import or_words, order_cell
from roadmap_desktop.reports.schools import zones
from roadmap_desktop.reports.schools.risks import risks_of_one
from roadmap_desktop.reports.source import Entry, Source

_MEMBERSHIPS = (
    column(SchoolMembership, "school_year", 0),
    column(SchoolMembership, "grounds", 40),
    column(SchoolMembership, "details", 90),
    computed("Приказ", 50, order_cell),
)
_RESULTS = (
    column(SchoolIndicator, "school_year", 40),
    *(column(SchoolIndicator, name, 30) for name in ("below", "mean", "quality", "success")),
)


def _memberships(source: Source, school: Entry) -> Iterator[Block]:
    found = _by_years(source.entries("memberships", school_id=school.id))
    never = "В список школ с низкими образовательными результатами школа не включалась."
    yield or_words(table_of(_MEMBERSHIPS, found), never)


def _by_years(found: Sequence[Entry]) -> list[Entry]:
    return sorted(found, key=lambda one: str(one.values["school_year"]))


def _results(source: Source, school: Entry) -> Iterator[Block]:
    found = source.entries("indicators", school_id=school.id)
    if not found:
        yield Paragraph("Результаты школы пока не записаны.")
        return
    yield table_of(_RESULTS, _result_rows(found))
    yield from below_charts(
        Result(one.values["school_year"], str(one.values["exam"]), one.values["subject"], one.values["below"])
        for one in found
    )


def _result_rows(found: Sequence[Entry]) -> Iterator[object]:
    by_subject: dict[str, list[Entry]] = {}
    for one in found:
        name = subject_name(str(one.values["exam"]), one.values["subject"])
        by_subject.setdefault(name, []).append(one)
    for name in sorted(by_subject, key=as_counted):
        yield Caption(name)
        yield from _by_years(by_subject[name])


def _risks(source: Source, school: Entry) -> Iterator[Block]:
    return risks_of_one(source, school.id)


def _zones(source: Source, school: Entry) -> Iterator[Block]:
    found = source.entries("zones", school_id=school.id)
    yield or_words(numbered(zones.COLUMNS, found), "Проблемных зон пока не записано.")


PARTS = {
    "Включение в список": _memberships,
    "Результаты": _results,
    "Факторы риска": _risks,
    "Проблемные зоны": _zones,
}
