"""The month's plan as it comes out of the printer."""

from dataclasses import replace
from typing import Any

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.document_options import usual_options, with_options
from roadmap_desktop.reports.period_plan import DEFAULT_GROUPS, OF_MONTH
from tests.reports.plan_source import PlanSource

TITLES = dict(zip(MonthGroup, OF_MONTH.parameters[-1].choices, strict=True))


def printed_month(
    plan: Plan, month: Period, groups: frozenset[MonthGroup] = DEFAULT_GROUPS, **otherwise: Any
) -> Document:
    """With its usual stamp and signature, unless told otherwise."""
    document = OF_MONTH.build(PlanSource(plan), month=month, groups={TITLES[group] for group in groups})
    return with_options(document, replace(usual_options(OF_MONTH, plan.info), **otherwise))
