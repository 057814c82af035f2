"""The whole roadmap in the form of the approved document: «Приложение № … к приказу …»."""

from collections.abc import Iterator

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.activity_cells import PLAN_COLUMNS
from roadmap_desktop.reports.blocks import Block, Caption, Document, headed, notice
from roadmap_desktop.reports.columns import table_of
from roadmap_desktop.reports.report import Group, Report, Stamp
from roadmap_desktop.reports.source import Source


def annex(source: Source) -> Document:
    """The roadmap under its own title: five columns with the header of the approved document, a caption above each
    section."""
    plan = source.plan
    return headed(plan.info.title or "План мероприятий (дорожная карта)", _blocks(plan))


def _blocks(plan: Plan) -> Iterator[Block]:
    if plan.activities:
        yield table_of(PLAN_COLUMNS, _rows(plan))
    else:
        yield notice("Мероприятий в дорожной карте пока нет.")


def _rows(plan: Plan) -> Iterator[object]:
    names = {section.id: section.name for section in plan.sections}
    above = None
    for activity in plan.activities:
        section = names.get(activity.section_id or "")
        if section and activity.section_id != above:
            yield Caption(section)
        above = activity.section_id
        yield activity


REPORT = Report(
    id="annex",
    title="Дорожная карта — приложение к приказу",
    group=Group.ROADMAP,
    parameters=(),
    build=annex,
    stamp=Stamp.ANNEX,
)
