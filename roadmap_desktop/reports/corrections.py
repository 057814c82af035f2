"""«Лист корректировки»: what changed in the plan between two approved revisions, or since one."""

from collections.abc import Iterator
from operator import attrgetter

from roadmap_desktop.model.corrections import Correction, Corrections, corrections
from roadmap_desktop.model.revision_row import RevisionRow, ground_words, order_text
from roadmap_desktop.reports.activity_cells import activity_column
from roadmap_desktop.reports.blocks import Block, Caption, Document, FillIn, headed, notice, subtitle
from roadmap_desktop.reports.columns import NUMBER, TableColumn, computed, table_of
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

TITLE = "Лист корректировки плана мероприятий (дорожной карты)"


def correction_list(source: Source, older: str, newer: str | None) -> Document:
    """What the newer revision, or the plan as it stands, has otherwise than the older one."""
    before, after = source.revision(older), source.revision(newer) if newer else None
    plan = source.plan_at(after.id) if after else source.plan
    found = corrections(source.plan_at(before.id), plan)
    compared = f"{_named(before)} и {_named(after) if after else f'план на {source.today:%d.%m.%Y}'}"
    return headed(TITLE, _blocks(plan.info.title, found, compared, after))


def _blocks(title: str, found: Corrections, compared: str, newer: RevisionRow | None) -> Iterator[Block]:
    if title:
        yield subtitle(title)
    ground = ground_words(newer) if newer else ""
    if not found.are_none:
        yield FillIn("Основание корректировки", ground)
    yield subtitle(f"Сравниваются: {compared}.")
    if found.are_none:
        yield notice("Изменений в плане мероприятий нет.")
        return
    columns = (
        TableColumn(NUMBER, _number),
        activity_column("name", 70),
        computed("Было", 66, attrgetter("old")),
        computed("Стало", 66, attrgetter("new")),
        computed("Основание", 40, lambda point: point.reason or ground),
    )
    yield table_of(columns, _rows(found))


def _rows(found: Corrections) -> Iterator[object]:
    parts = {
        "Общие сведения": found.common,
        "Изменено": found.changed,
        "Добавлено": found.added,
        "Исключено": found.removed,
    }
    for caption, points in parts.items():
        if points:
            yield Caption(caption)
        yield from points


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
    group=Group.ROADMAP,
    parameters=(
        Parameter("older", "прежняя редакция", "«Редакция 1»", ParameterKind.REVISION, required=True),
        Parameter("newer", "новая редакция или план как сейчас", "«Редакция 2»", ParameterKind.REVISION),
    ),
    build=correction_list,
    stamp=Stamp.APPROVED,
)
