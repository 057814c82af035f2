"""«План работы на октябрь 2026 года»: the work of a month by day and hour; or what the roadmap holds for the month."""

from collections.abc import Collection
from dataclasses import replace

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_groups import Grouping
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.month.lines import SOURCES, USUAL_PARTS, counted_lines, parts_of_plan
from roadmap_desktop.reports.month.plan_table import NUMBERS, grouping, plan_document
from roadmap_desktop.reports.parameters import MONTH
from roadmap_desktop.reports.period_plan import OF_MONTH
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

PLAN, EXTRACT = "план работы", "выписка из дорожной карты"
FORM = Parameter(
    "form",
    "форма",
    "roadmap",
    ParameterKind.CHOICE,
    choices=(PLAN, EXTRACT),
    ids=("plan", "roadmap"),
    default=PLAN,
)
_OWN = (
    grouping(Grouping.DATES, Grouping.DIRECTIONS, Grouping.PERFORMERS),
    NUMBERS,
    SOURCES,
    parts_of_plan(*USUAL_PARTS),
)
_GROUPS = OF_MONTH.parameters[-1]


def month_plan(
    source: Source,
    month: Period,
    form: str = PLAN,
    by: str = Grouping.DATES,
    numbers: bool = True,
    sources: Collection[str] = SOURCES.choices,
    parts: Collection[str] = USUAL_PARTS,
    groups: Collection[str] = frozenset(),
) -> Document:
    """The plan of a month in one of its forms; ``groups`` are of the extract, what stands before is the plan's."""
    if form == EXTRACT:
        return OF_MONTH.build(source, month=month, groups=groups)
    return plan_document(source, month, by, sources, parts, numbers)


def _counts(
    source: Source,
    month: Period,
    form: str = PLAN,
    sources: Collection[str] = SOURCES.choices,
    parts: Collection[str] = USUAL_PARTS,
    **_others: object,
) -> dict[str, int]:
    if form == EXTRACT and OF_MONTH.counts is not None:
        return dict(OF_MONTH.counts(source, month=month))
    return counted_lines(source, month, sources, parts)


REPORT = Report(
    id="month",
    title="План работы на месяц",
    group=Group.ROADMAP,
    parameters=(
        MONTH,
        FORM,
        *(replace(each, only=(FORM.name, PLAN)) for each in _OWN),
        replace(_GROUPS, only=(FORM.name, EXTRACT)),
    ),
    build=month_plan,
    stamp=Stamp.APPROVED,
    counts=_counts,
)
