"""«Анализ проблемных зон»: what is wrong in schools, why, and what is done about it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers.schools import CauseKind, ProblemZone
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.school_charts import causes_chart
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Block, Caption, Document, Heading, Paragraph, headed, subtitle
from roadmap_desktop.reports.columns import TableColumn, column, columns_for, computed, numbered, table_of
from roadmap_desktop.reports.lists import as_of, by_field, by_names, listed_schools, school_names
from roadmap_desktop.reports.parameters import SCHOOL, parts_to_print
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.schools.risks import risks_of_one, risks_of_schools
from roadmap_desktop.reports.source import Entry, Source

_SUMMARY, _ZONES, _RISKS, _CHARTS = "сводка", "проблемные зоны", "факторы риска", "диаграмма"
PARTS = (_SUMMARY, _ZONES, _RISKS, _CHARTS)
COLUMNS = (
    column(ProblemZone, "name", 58),
    column(ProblemZone, "cause", 52),
    column(ProblemZone, "cause_kind"),
    column(ProblemZone, "measures", 60),
    column(ProblemZone, "due_text"),
    column(ProblemZone, "state"),
)


def zones(source: Source, school: str | None = None, groups: frozenset[str] = frozenset(PARTS)) -> Document:
    """The analysis of one school, or of all that have problem zones or risks."""
    names = school_names(source)
    title = "Анализ проблемных зон образовательн"
    title += f"ой организации «{source.entry('schools', school).name}»" if school else "ых организаций"
    found = [one for one in source.entries("zones") if school in (None, one.values["school_id"])]
    return headed(title, _blocks(source, by_names(found, names, "school_id"), names, school, groups))


def _blocks(
    source: Source,
    found: Sequence[Entry],
    names: Mapping[str, str],
    school: str | None,
    parts: frozenset[str],
) -> Iterator[Block]:
    yield subtitle(as_of(source))
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
    kinds = Counter(one.values["cause_kind"] for one in found)
    zones = counted(len(found), "проблемная зона", "проблемные зоны", "проблемных зон")
    yield Paragraph(
        f"Записано: {zones}. Причины: внутренние — {kinds[CauseKind.INTERNAL]}, "
        f"внешние — {kinds[CauseKind.EXTERNAL]}. "
        f"Меры: {', '.join(f'{each.value} — {states[each.value]}' for each in State if states[each.value])}."
    )
    if school is None:
        yield Heading("Сводка по школам", level=2)
        schools = [(names[id_], own) for id_, own in by_field(found, "school_id").items()]
        yield table_of(_counts(found), schools, total=("Всего", found))


def _counts(found: Sequence[Entry]) -> tuple[TableColumn, ...]:
    """Over names of schools and their problem zones."""

    kinds = {CauseKind.INTERNAL: "Внутренние причины", CauseKind.EXTERNAL: "Внешние причины"}
    known = {one.values["state"] for one in found}
    states = {state: state.capitalize() for state in State if state in known}
    return (
        column(ProblemZone, "school_id", 60, cell=lambda row: row[0]),
        computed("Проблемных зон", 0, lambda row: len(row[1])),
        *columns_for(kinds, 0, lambda kind, row: sum(one.values["cause_kind"] == kind for one in row[1])),
        *columns_for(states, 0, lambda state, row: sum(one.values["state"] == state for one in row[1])),
    )


def _zones(
    source: Source, found: Sequence[Entry], names: Mapping[str, str], school: str | None
) -> Iterator[Block]:
    if not found:
        yield Paragraph("Проблемных зон пока не записано.")
        return
    if school:
        yield numbered(COLUMNS, found)
        return
    yield numbered(COLUMNS, _with_captions(found, names))
    without = _listed_without(source, found, names)
    if without:
        yield Paragraph(f"В списке школ, но проблемные зоны не записаны: {', '.join(without)}.")


def _with_captions(found: Sequence[Entry], names: Mapping[str, str]) -> Iterator[object]:
    for school, own in by_field(found, "school_id").items():
        yield Caption(names[school])
        yield from own


def _listed_without(source: Source, found: Sequence[Entry], names: Mapping[str, str]) -> list[str]:
    missing = listed_schools(source) - {one.values["school_id"] for one in found}
    return sorted((names[id_] for id_ in missing), key=as_counted)


REPORT = Report(
    id="zones",
    title="Анализ проблемных зон",
    group=Group.SCHOOLS,
    parameters=(SCHOOL, parts_to_print(PARTS)),
    build=zones,
)
