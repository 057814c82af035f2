"""What the roadmap has in a period, in its own columns: a month, a quarter, half a school year, a school year."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.plan_parts import PlanPart, by_groups, by_months, by_sections
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup, month_group
from roadmap_desktop.reports.activity_cells import PLAN_COLUMNS, completion_mark
from roadmap_desktop.reports.blocks import Block, Caption, Document, headed, notice, subtitle
from roadmap_desktop.reports.columns import computed, table_of
from roadmap_desktop.reports.parameters import MONTH, SCHOOL_YEAR, parts_to_print
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

BY_MONTHS, BY_SECTIONS = "по месяцам", "по разделам"
DEFAULT_GROUPS = frozenset({MonthGroup.MONTH, MonthGroup.YEAR_ROUND, MonthGroup.OVERDUE})
_COLUMNS = (*PLAN_COLUMNS, computed("Отметка о выполнении", 42, completion_mark))
# The captions of a plan's groups.
_Titles = dict[MonthGroup, str]


def _build(
    name: str, titles: _Titles, source: Source, groups: Collection[str], by: str = "", **chosen: Period
) -> Document:
    """The plan of the period chosen under that name: its own activities, those that run all through the roadmap, what
    is overdue from before, and what has no date, as far as the groups ask for them."""
    plan, period = source.plan, chosen[name]
    wanted = frozenset(group for group, title in titles.items() if title in groups)
    parts = by_groups(plan, period, wanted, titles.__getitem__, source.today)
    if by == BY_SECTIONS:
        parts = by_sections(parts, plan)
    elif by == BY_MONTHS:
        parts = by_months(parts, period)
    own_wanted = MonthGroup.MONTH in wanted
    return headed(f"План мероприятий на {period_words(period)}", _blocks(plan, period, parts, own_wanted))


def _blocks(plan: Plan, period: Period, parts: Sequence[PlanPart], own_wanted: bool) -> Iterator[Block]:
    yield subtitle(plan.info.title)
    if parts:
        yield table_of(_COLUMNS, _rows(parts))
    elif own_wanted:
        yield notice(f"На {period_words(period)} мероприятий дорожной карты не запланировано.")
    else:
        yield notice(f"В выбранных группах мероприятий на {period_words(period)} нет.")


def _rows(parts: Sequence[PlanPart]) -> Iterator[object]:
    for part in parts:
        if part.title:
            yield Caption(part.title)
        yield from part.activities


def _counts(name: str, titles: _Titles, source: Source, **chosen: Period) -> dict[str, int]:
    """How many activities stand in each group of the period's plan, by the group's caption."""
    plan = source.plan
    found = Counter(month_group(row, chosen[name], plan.info.period, source.today) for row in plan.activities)
    return {title: found[group] for group, title in titles.items()}


def _report(
    parameter: Parameter,
    title: str,
    own: str,
    earlier: str,
    *more: Parameter,
    default: Iterable[MonthGroup] = DEFAULT_GROUPS,
) -> Report:
    titles = {
        MonthGroup.MONTH: own,
        MonthGroup.YEAR_ROUND: "В течение всего периода",
        MonthGroup.OVERDUE: earlier,
        MonthGroup.UNDATED: "Без установленного срока",
    }
    groups = parts_to_print(titles.values(), [titles[group] for group in default])
    return Report(
        id=parameter.name,
        title=title,
        group=Group.ROADMAP,
        parameters=(parameter, *more, groups),
        build=partial(_build, parameter.name, titles),
        stamp=Stamp.APPROVED,
        counts=partial(_counts, parameter.name, titles),
    )


OF_MONTH = _report(
    MONTH, "План мероприятий на месяц", "Мероприятия месяца", "Не выполнено в предыдущие месяцы"
)
OF_QUARTER = _report(
    Parameter("quarter", "квартал", "2020-4", ParameterKind.QUARTER),
    "План мероприятий на квартал",
    "Мероприятия квартала",
    "Не выполнено в предыдущие кварталы",
)
OF_HALF = _report(
    Parameter("half", "полугодие", "2020-1", ParameterKind.HALF),
    "План мероприятий на полугодие",
    "Мероприятия полугодия",
    "Не выполнено в предыдущие полугодия",
)
_ORDERS = (BY_MONTHS, BY_SECTIONS)
OF_YEAR = _report(
    SCHOOL_YEAR,
    "План мероприятий на учебный год",
    "Мероприятия года",
    "Не выполнено в предыдущие годы",
    Parameter("by", "порядок", f"«{BY_SECTIONS}»", ParameterKind.CHOICE, choices=_ORDERS, default=BY_MONTHS),
    # A year's plan that leaves out what is due «по отдельному плану» would not be the year's.
    default=MonthGroup,
)
REPORTS = (OF_QUARTER, OF_HALF, OF_YEAR)
