"""«Лист корректировки»: what changed in the plan between two approved revisions, or since one."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.corrections import Correction, Corrections, corrections
from roadmap_desktop.model.revision_row import RevisionRow, order_text
from roadmap_desktop.reports.activity_cells import NUMBER
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Caption,
    Column,
    Document,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

TITLE = "Лист корректировки плана мероприятий (дорожной карты)"
_COLUMNS = (
    NUMBER,
    Column("Наименование мероприятия", 70),
    Column("Было", 66),
    Column("Стало", 66),
    Column("Основание", 40),
)


def _build(source: Source, choices: Choices) -> Document:
    older = source.revision(choices["older"])
    newer = source.revision(choices["newer"]) if choices["newer"] else None
    new_plan = source.plan_at(newer.id) if newer else source.plan
    found = corrections(source.plan_at(older.id), new_plan)
    compared = f"{_named(older)} и {_named(newer) if newer else f'план на {source.today:%d.%m.%Y}'}"
    return headed(TITLE, _blocks(new_plan.info.title, found, compared, newer))


def _blocks(title: str, found: Corrections, compared: str, newer: RevisionRow | None) -> Iterator[Block]:
    if title:
        yield Paragraph(title, Align.CENTRE, small=True)
    yield Paragraph(f"Сравниваются: {compared}.", Align.CENTRE, small=True)
    if found.are_none:
        yield Paragraph("Изменений в плане мероприятий нет.", Align.CENTRE)
        return
    ground = f"Приказ {order_text(newer)}" if newer and order_text(newer) else ""
    yield Table(_COLUMNS, tuple(_rows(found, ground)))


def _rows(found: Corrections, ground: str) -> Iterator[Row | Caption]:
    parts: Sequence[tuple[str, Sequence[Correction]]] = (
        ("Общие сведения", found.common),
        ("Изменено", found.changed),
        ("Добавлено", found.added),
        ("Исключено", found.removed),
    )
    for caption, points in parts:
        if points:
            yield Caption(caption)
        for point in points:
            reason = "\n".join(filter(None, (point.reason, ground)))
            yield Row((_number(point), point.name, point.old, point.new, reason))


def _number(point: Correction) -> str:
    number = f"{point.number}." if point.number else ""
    return f"{number}\n(был {point.was_number}.)" if point.was_number else number


def _named(revision: RevisionRow) -> str:
    """«редакция «Сентябрь» (приказ № 12 от 10.09.2020)», else with the day of approval."""
    order = order_text(revision)
    known = f"приказ {order}" if order else f"утверждена {revision.approved_on:%d.%m.%Y}"
    return f"редакция «{revision.name}» ({known})"


REPORT = Report(
    id="corrections",
    title="Лист корректировки",
    group="Дорожная карта",
    parameters=(
        Parameter("older", "прежняя редакция", "«Редакция 1»", ParameterKind.REVISION, required=True),
        Parameter("newer", "новая редакция или план как сейчас", "«Редакция 2»", ParameterKind.REVISION),
    ),
    build=_build,
    stamp=Stamp.APPROVED,
)
