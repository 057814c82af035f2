"""«Анализ проблемных зон»: what is wrong in schools, why, and what is done about it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers.schools import CauseKind
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.school_charts import causes_chart
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Caption,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.grouping import by_field
from roadmap_desktop.reports.lists import NUMBER, as_of, by_names, listed_schools, numbered, school_names
from roadmap_desktop.reports.parameters import SCHOOL, parts_to_print
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.schools.risks import risks_of_one, risks_of_schools
from roadmap_desktop.reports.source import Entry, Source

_SUMMARY, _ZONES, _RISKS, _CHARTS = "сводка", "проблемные зоны", "факторы риска", "диаграмма"
PARTS = (_SUMMARY, _ZONES, _RISKS, _CHARTS)
COLUMNS = (
    NUMBER,
    Column("Проблемная зона", 58),
    Column("Причина", 52),
    Column("Вид причины", 0, Align.CENTRE),
    Column("Меры", 60),
    Column("Срок", 32),
    Column("Состояние", 0, Align.CENTRE),
)
_KINDS = tuple(each.value for each in CauseKind)


def zones(source: Source, school: str | None = None, parts: frozenset[str] = frozenset(PARTS)) -> Document:
    """The analysis of one school, or of all that have problem zones or risks."""
    names = school_names(source)
    title = "Анализ проблемных зон образовательн"
    title += f"ой организации «{source.entry('schools', school).name}»" if school else "ых организаций"
    found = [one for one in source.entries("zones") if school in (None, one.values["school_id"])]
    return headed(title, _blocks(source, by_names(found, names, "school_id"), names, school, parts))


def _blocks(
    source: Source,
    found: Sequence[Entry],
    names: Mapping[str, str],
    school: str | None,
    parts: frozenset[str],
) -> Iterator[Block]:
    yield Paragraph(as_of(source), Align.CENTRE, small=True)
    if _SUMMARY in parts:
        yield from _summary(found, names, school)
    chart = causes_chart((names[one.values["school_id"]], str(one.values["cause_kind"])) for one in found)
    if _CHARTS in parts and chart is not None:
        yield chart
    if _ZONES in parts:
        yield Heading("Проблемные зоны и причины", level=2)
        yield from _zones(source, found, names, school)
    if _RISKS in parts:
        yield Heading("Факторы риска", level=2)
        yield from risks_of_one(source, school) if school else risks_of_schools(source, names)


def _summary(found: Sequence[Entry], names: Mapping[str, str], school: str | None) -> Iterator[Block]:
    if not found:
        return
    states = Counter(str(one.values["state"]) for one in found)
    kinds = Counter(str(one.values["cause_kind"]) for one in found)
    zones = counted(len(found), "проблемная зона", "проблемные зоны", "проблемных зон")
    yield Paragraph(
        f"Записано: {zones}. Причины: внутренние — {kinds[_KINDS[0]]}, внешние — {kinds[_KINDS[1]]}. "
        f"Меры: {', '.join(f'{each.value} — {states[each.value]}' for each in State if states[each.value])}."
    )
    if school is None:
        yield Heading("Сводка по школам", level=2)
        yield _by_schools(found, names)


def _by_schools(found: Sequence[Entry], names: Mapping[str, str]) -> Table:
    states = [each.value for each in State if any(one.values["state"] == each for one in found)]
    columns = (
        Column("Школа", 60),
        Column("Проблемных зон", 0, Align.CENTRE),
        Column("Внутренние причины", 0, Align.CENTRE),
        Column("Внешние причины", 0, Align.CENTRE),
        *(Column(state.capitalize(), 0, Align.CENTRE) for state in states),
    )
    rows = [Row(_counts(names[id_], own, states)) for id_, own in by_field(found, "school_id").items()]
    return Table(columns, (*rows, Row(_counts("Всего", found, states), is_total=True)))


def _counts(name: str, found: Sequence[Entry], states: Sequence[str]) -> tuple[Cell, ...]:
    kinds = [sum(one.values["cause_kind"] == kind for one in found) for kind in _KINDS]
    return (name, len(found), *kinds, *(sum(one.values["state"] == each for one in found) for each in states))


def _zones(
    source: Source, found: Sequence[Entry], names: Mapping[str, str], school: str | None
) -> Iterator[Block]:
    if not found:
        yield Paragraph("Проблемных зон пока не записано.")
        return
    if school:
        yield Table(COLUMNS, numbered(map(zone_cells, found)))
        return
    yield Table(COLUMNS, tuple(_rows(found, names)))
    without = _listed_without(source, found, names)
    if without:
        yield Paragraph(f"В списке школ, но проблемные зоны не записаны: {', '.join(without)}.")


def _rows(found: Sequence[Entry], names: Mapping[str, str]) -> Iterator[Row | Caption]:
    above = None
    for row, one in zip(numbered(map(zone_cells, found)), found, strict=True):
        if one.values["school_id"] != above:
            above = one.values["school_id"]
            yield Caption(names[above])
        yield row


def zone_cells(zone: Entry) -> tuple[Cell, ...]:
    """The cells under ``COLUMNS`` after the number of the row."""
    values = zone.values
    return (
        values["name"],
        values["cause"],
        str(values["cause_kind"]),
        values["measures"],
        values["due_text"],
        str(values["state"]),
    )


def _listed_without(source: Source, found: Sequence[Entry], names: Mapping[str, str]) -> list[str]:
    missing = listed_schools(source) - {one.values["school_id"] for one in found}
    return sorted((names[id_] for id_ in missing), key=as_counted)


def _build(source: Source, choices: Choices) -> Document:
    return zones(source, choices["school"], choices["groups"])


REPORT = Report(
    id="zones",
    title="Анализ проблемных зон",
    group="Школы",
    parameters=(SCHOOL, parts_to_print(PARTS)),
    build=_build,
)
