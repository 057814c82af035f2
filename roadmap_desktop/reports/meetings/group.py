"""«Состав рабочей группы»: the annex to the order that makes the group."""

from roadmap_desktop.model.registers.working_group import GroupMember, GroupRole
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import PORTRAIT, Document, headed
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import annex_to_own_order, listed, order_cell
from roadmap_desktop.reports.report import Group, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source

# An order names them in this order.
_ROLES = tuple(GroupRole)
_COLUMNS = (
    column(GroupMember, "name", 50),
    column(GroupMember, "position", 66),
    column(GroupMember, "role", 46, title="Роль в рабочей группе"),
)
_ORDER = computed("Приказ", 32, order_cell)
_EMPTY = "Рабочая группа пока не создана: её членов в справочнике «Рабочая группа» нет."


def working_group(source: Source) -> Document:
    """The members, the chairman first; a column of orders where they came into the group by several."""
    members = members_in_order(source)
    several = len({order_cell(one) for one in members}) > 1
    return headed(
        "Состав рабочей группы по вопросам повышения качества образования",
        listed((*_COLUMNS, _ORDER) if several else _COLUMNS, members, _EMPTY),
        PORTRAIT,
        annex=annex_to_own_order(members, source.plan.info),
    )


def members_in_order(source: Source) -> list[Entry]:
    """The members as an order names them, those of one role by surname."""
    return sorted(
        source.entries("group"), key=lambda one: (_ROLES.index(one.values["role"]), as_counted(one.name))
    )


REPORT = Report(
    id="group",
    title="Состав рабочей группы",
    group=Group.MEETINGS,
    parameters=(),
    build=working_group,
    stamp=Stamp.ANNEX,
)
