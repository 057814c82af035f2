"""The whole roadmap in the form of the approved document: «Приложение № … к приказу …»."""

from collections.abc import Iterator

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.activity_cells import PLAN_COLUMNS, plan_cells
from roadmap_desktop.reports.blocks import Align, Block, Caption, Document, Paragraph, Row, Table, headed
from roadmap_desktop.reports.report import Choices, Report, Stamp
from roadmap_desktop.reports.source import Source


def annex(plan: Plan) -> Document:
    """The roadmap under its own title: five columns with the header of the approved document, a caption above each
    section."""
    return headed(plan.info.title or "План мероприятий (дорожная карта)", _blocks(plan))


def _blocks(plan: Plan) -> Iterator[Block]:
    if plan.activities:
        yield Table(PLAN_COLUMNS, tuple(_rows(plan)))
    else:
        yield Paragraph("Мероприятий в дорожной карте пока нет.", Align.CENTRE)


def _rows(plan: Plan) -> Iterator[Row | Caption]:
    names = {section.id: section.name for section in plan.sections}
    above = None
    for activity in plan.activities:
        section = names.get(activity.section_id or "")
        if section and activity.section_id != above:
            yield Caption(section)
        above = activity.section_id
        yield Row(plan_cells(activity))


def _build(source: Source, _choices: Choices) -> Document:
    return annex(source.plan)


REPORT = Report(
    id="annex",
    title="Дорожная карта — приложение к приказу",
    group="Дорожная карта",
    parameters=(),
    build=_build,
    stamp=Stamp.ANNEX,
    # An annex is signed with the order that it belongs to (ГОСТ Р 7.0.97-2016, 5.16).
    signers=(),
)
