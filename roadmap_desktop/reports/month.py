"""«План мероприятий на сентябрь 2020 года»: the month's plan that the head signs."""

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_parts import by_groups
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.parameters import MONTH
from roadmap_desktop.reports.period_plan import (
    DEFAULT_GROUPS,
    chosen_groups,
    group_counts,
    group_titles,
    groups_parameter,
    period_plan,
)
from roadmap_desktop.reports.report import Choices, Report, Stamp
from roadmap_desktop.reports.source import Source

_TITLES = group_titles("Мероприятия месяца", "Не выполнено в предыдущие месяцы")


def month_plan(plan: Plan, month: Period, groups: frozenset[MonthGroup] = DEFAULT_GROUPS) -> Document:
    """The plan of that month: its own activities, those that run all through the roadmap, what is overdue from before,
    and what has no date, as far as the groups ask for them."""
    parts = by_groups(plan, month, groups, _TITLES.__getitem__)
    return period_plan(plan, month, parts, own_wanted=MonthGroup.MONTH in groups)


def _build(source: Source, choices: Choices) -> Document:
    return month_plan(source.plan, choices["month"], chosen_groups(_TITLES, choices))


REPORT = Report(
    id="month",
    title="План мероприятий на месяц",
    group="Дорожная карта",
    parameters=(
        MONTH,
        groups_parameter(_TITLES),
    ),
    build=_build,
    stamp=Stamp.APPROVED,
    counts=lambda source, choices: group_counts(source.plan, choices["month"], _TITLES),
)
