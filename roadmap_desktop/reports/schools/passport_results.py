"""Parts of a school's passport: why it is in the list, its results by years, its risks and problem zones."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.school_charts import Result, below_charts, subject_name
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Align, Block, Caption, Column, Paragraph, Row, Table
from roadmap_desktop.reports.lists import numbered, order_cell
from roadmap_desktop.reports.schools import zones
from roadmap_desktop.reports.schools.risks import risks_of_one
from roadmap_desktop.reports.source import Entry, Source

_MEMBERSHIPS = (
    Column("Учебный год", 0, Align.CENTRE),
    Column("Основания", 40),
    Column("Пояснение", 90),
    Column("Приказ", 50),
)
_RESULTS = (
    Column("Учебный год", 40),
    Column("Ниже порога, %", 30, Align.CENTRE),
    Column("Средний балл", 30, Align.CENTRE),
    Column("Качество, %", 30, Align.CENTRE),
    Column("Успеваемость, %", 30, Align.CENTRE),
)


def _memberships(source: Source, school: Entry) -> Iterator[Block]:
    found = sorted(
        source.entries("memberships", school_id=school.id), key=lambda one: str(one.values["school_year"])
    )
    if not found:
        yield Paragraph("В список школ с низкими образовательными результатами школа не включалась.")
        return
    yield Table(
        _MEMBERSHIPS,
        tuple(
            Row(
                (
                    one.values["school_year"],
                    one.values["grounds"].replace(";", ","),
                    one.values["details"],
                    order_cell(one),
                )
            )
            for one in found
        ),
    )


def _results(source: Source, school: Entry) -> Iterator[Block]:
    found = source.entries("indicators", school_id=school.id)
    if not found:
        yield Paragraph("Результаты школы пока не записаны.")
        return
    yield Table(_RESULTS, tuple(_result_rows(found)))
    yield from below_charts(
        Result(one.values["school_year"], str(one.values["exam"]), one.values["subject"], one.values["below"])
        for one in found
    )


def _result_rows(found: Sequence[Entry]) -> Iterator[Row | Caption]:
    by_subject: dict[str, list[Entry]] = {}
    for one in found:
        name = subject_name(str(one.values["exam"]), one.values["subject"])
        by_subject.setdefault(name, []).append(one)
    for name in sorted(by_subject, key=as_counted):
        yield Caption(name)
        for one in sorted(by_subject[name], key=lambda one: str(one.values["school_year"])):
            values = one.values
            shares = (values[each] for each in ("below", "mean", "quality", "success"))
            yield Row((values["school_year"], *shares))


def _risks(source: Source, school: Entry) -> Iterator[Block]:
    return risks_of_one(source, school.id)


def _zones(source: Source, school: Entry) -> Iterator[Block]:
    found = source.entries("zones", school_id=school.id)
    if found:
        yield Table(zones.COLUMNS, numbered(map(zones.zone_cells, found)))
    else:
        yield Paragraph("Проблемных зон пока не записано.")


PARTS = {
    "Включение в список": _memberships,
    "Результаты": _results,
    "Факторы риска": _risks,
    "Проблемные зоны": _zones,
}
