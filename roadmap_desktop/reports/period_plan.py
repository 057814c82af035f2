"""The plan of a period: one table for a month, a quarter, half a year and a year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.plan_parts import PlanPart
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup, month_group
from roadmap_desktop.reports.activity_cells import PLAN_COLUMNS, completion_mark, plan_cells
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
from roadmap_desktop.reports.parameters import parts_to_print
from roadmap_desktop.reports.report import Choices, Parameter

_COLUMNS = (*PLAN_COLUMNS, Column("Отметка о выполнении", 42))
DEFAULT_GROUPS = frozenset({MonthGroup.MONTH, MonthGroup.YEAR_ROUND, MonthGroup.OVERDUE})


def group_titles(own: str, earlier: str) -> dict[MonthGroup, str]:
    """The captions of a plan's groups: «Мероприятия месяца», «Не выполнено в предыдущие месяцы» are given."""
    return {
        MonthGroup.MONTH: own,
        MonthGroup.YEAR_ROUND: "В течение всего периода",
        MonthGroup.OVERDUE: earlier,
        MonthGroup.UNDATED: "Без установленного срока",
    }


def groups_parameter(
    titles: dict[MonthGroup, str], default: Iterable[MonthGroup] = DEFAULT_GROUPS
) -> Parameter:
    """The choice of what is printed."""
    return parts_to_print(titles.values(), [titles[group] for group in default])


def chosen_groups(titles: dict[MonthGroup, str], choices: Choices) -> frozenset[MonthGroup]:
    """The groups whose captions were chosen."""
    return frozenset(group for group, title in titles.items() if title in choices["groups"])


def group_counts(plan: Plan, period: Period, titles: dict[MonthGroup, str]) -> dict[str, int]:
    """How many activities stand in each group of the period's plan, by the group's caption."""
    found = Counter(month_group(row, period, plan.info.period) for row in plan.activities)
    return {title: found[group] for group, title in titles.items()}


def plan_heading(period: Period) -> str:
    """«План мероприятий на сентябрь 2020 года»."""
    return f"План мероприятий на {period_words(period)}"


def period_plan(plan: Plan, period: Period, parts: Sequence[PlanPart], *, own_wanted: bool) -> Document:
    """The plan of a period in the given parts; ``own_wanted``: whether the period's own activities were asked for,
    which an empty plan tells."""
    return headed(plan_heading(period), _blocks(plan, period, parts, own_wanted))


def _blocks(plan: Plan, period: Period, parts: Sequence[PlanPart], own_wanted: bool) -> Iterator[Block]:
    yield Paragraph(plan.info.title, Align.CENTRE, small=True)
    if parts:
        yield Table(_COLUMNS, tuple(_rows(parts)))
    elif own_wanted:
        yield Paragraph(
            f"На {period_words(period)} мероприятий дорожной карты не запланировано.", Align.CENTRE
        )
    else:
        yield Paragraph(f"В выбранных группах мероприятий на {period_words(period)} нет.", Align.CENTRE)


def _rows(parts: Sequence[PlanPart]) -> Iterator[Row | Caption]:
    for part in parts:
        if part.title:
            yield Caption(part.title)
        for activity in part.activities:
            yield Row((*plan_cells(activity), completion_mark(activity)))
