"""The month's plan as it comes out of the printer."""

from dataclasses import replace
from typing import Any

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.dressing import dressed, usual_dress
from roadmap_desktop.reports.month import REPORT, month_plan
from roadmap_desktop.reports.period_plan import DEFAULT_GROUPS


def printed_month(
    plan: Plan, month: Period, groups: frozenset[MonthGroup] = DEFAULT_GROUPS, **otherwise: Any
) -> Document:
    """With its usual stamp and signature, unless the dress is told otherwise."""
    return dressed(month_plan(plan, month, groups), replace(usual_dress(REPORT, plan.info), **otherwise))
