"""What the plan of a period consists of: activities in groups, by months or by sections."""

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.calendar_periods import month_of, months_between
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.model.standing import MonthGroup, month_group

OUTSIDE = "За пределами учебного года"
NO_SECTION = "Вне разделов"


class PlanPart(NamedTuple):
    """Activities under one caption, in the order of the plan; ``group`` is None for those of a year that the whole
    roadmap reaches beyond."""

    title: str
    group: MonthGroup | None
    activities: tuple[ActivityRow, ...]


def by_groups(
    plan: Plan,
    period: Period,
    wanted: Collection[MonthGroup],
    title_of: Callable[[MonthGroup], str],
    today: date,
) -> list[PlanPart]:
    """The wanted groups of the period's plan that are not empty, in the order of ``MonthGroup``; the period's own
    activities need no title where nothing else stands beside them. A plan of the whole roadmap's period or more loses
    nothing: what is dated outside stands last."""
    found: dict[MonthGroup | None, list[ActivityRow]] = {group: [] for group in MonthGroup if group in wanted}
    if period.covers(plan.info.period) and MonthGroup.MONTH in wanted:
        found[None] = []
    for row in plan.activities:
        group = month_group(row, period, plan.info.period, today)
        if group in found and (group is not None or row.due.periods):
            found[group].append(row)
    filled = {group: tuple(rows) for group, rows in found.items() if rows}
    if set(filled) == {MonthGroup.MONTH}:
        return [PlanPart("", MonthGroup.MONTH, filled[MonthGroup.MONTH])]
    return [
        PlanPart(OUTSIDE if group is None else title_of(group), group, rows) for group, rows in filled.items()
    ]


def by_months(parts: list[PlanPart], period: Period) -> list[PlanPart]:
    """The same with the period's own activities parted by the months in which they begin, each once."""
    result: list[PlanPart] = []
    for part in parts:
        if part.group is not MonthGroup.MONTH:
            result.append(part)
            continue
        for month in months_between(period):
            rows = tuple(row for row in part.activities if _begins(row, period) == month)
            if rows:
                result.append(PlanPart(month_title(month.start), part.group, rows))
    return result


def by_sections(parts: list[PlanPart], plan: Plan) -> list[PlanPart]:
    """The same activities under the sections of the plan, in its order; one part without a title where it has none."""
    chosen = {row.id for part in parts for row in part.activities}
    rows = [row for row in plan.activities if row.id in chosen]
    names: dict[str | None, str] = {None: NO_SECTION if plan.sections else ""}
    names |= {each.id: each.name for each in plan.sections}
    found: dict[str | None, list[ActivityRow]] = {id_: [] for id_ in names}
    for row in rows:
        found[row.section_id if row.section_id in names else None].append(row)
    return [PlanPart(names[id_], MonthGroup.MONTH, tuple(of_one)) for id_, of_one in found.items() if of_one]


def _begins(row: ActivityRow, period: Period) -> Period:
    first = min(max(each.start, period.start) for each in row.due.periods if each.overlaps(period))
    return month_of(first)
