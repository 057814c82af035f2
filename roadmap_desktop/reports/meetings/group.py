"""«Состав рабочей группы»: the annex to the order that makes the group."""

from collections.abc import Iterator

from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Align,
    Block,
    Cell,
    Column,
    Document,
    Paragraph,
    Table,
    headed,
)
from roadmap_desktop.reports.lists import NUMBER, annex_to_own_order, numbered, order_cell
from roadmap_desktop.reports.report import Choices, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Состав рабочей группы по вопросам повышения качества образования"
# An order names them in this order.
ROLES = ("председатель", "заместитель председателя", "секретарь", "член группы")
_COLUMNS = (
    NUMBER,
    Column("Фамилия, имя, отчество", 50),
    Column("Должность", 66),
    Column("Роль в рабочей группе", 46),
)
_ORDER = Column("Приказ", 32)


def working_group(source: Source) -> Document:
    """The members, the chairman first; a column of orders where they came into the group by several."""
    members = sorted(
        source.entries("group"), key=lambda one: (ROLES.index(one.values["role"]), as_counted(one.name))
    )
    return headed(TITLE, _blocks(members), PORTRAIT, annex=annex_to_own_order(members, source.plan.info))


def _blocks(members: list[Entry]) -> Iterator[Block]:
    if not members:
        yield Paragraph(
            "Рабочая группа пока не создана: её членов в разделе «Рабочая группа» нет.", Align.CENTRE
        )
        return
    several = len({order_cell(one) for one in members}) > 1
    columns = (*_COLUMNS, _ORDER) if several else _COLUMNS
    yield Table(columns, numbered((*_cells(one), order_cell(one))[: len(columns) - 1] for one in members))


def _cells(member: Entry) -> tuple[Cell, ...]:
    values = member.values
    return member.name, values["position"], str(values["role"])


def _build(source: Source, _choices: Choices) -> Document:
    return working_group(source)


REPORT = Report(
    id="group",
    title="Состав рабочей группы",
    group="Совещания и документы",
    parameters=(),
    build=_build,
    stamp=Stamp.ANNEX,
    # An annex is signed with the order that it belongs to (ГОСТ Р 7.0.97-2016, 5.16).
    signers=(),
)
