"""«План работы на неделю 5–11 октября 2026 года»: the work of a week by its days."""

from collections.abc import Collection

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_groups import Grouping
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.month.lines import OF_THE_TIME, SOURCES, counted_lines, parts_of_plan
from roadmap_desktop.reports.month.plan_table import NUMBERS, grouping, plan_document
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

WEEK = Parameter("week", "неделя", "2020-10-05", ParameterKind.WEEK)


def week_plan(
    source: Source,
    week: Period,
    by: str = Grouping.DAYS,
    numbers: bool = True,
    sources: Collection[str] = SOURCES.choices,
    parts: Collection[str] = OF_THE_TIME,
) -> Document:
    """The plan of seven days."""
    return plan_document(source, week, by, sources, parts, numbers)


def _counts(
    source: Source,
    week: Period,
    sources: Collection[str] = SOURCES.choices,
    parts: Collection[str] = OF_THE_TIME,
    **_others: object,
) -> dict[str, int]:
    return counted_lines(source, week, sources, parts)


REPORT = Report(
    id="week",
    title="План работы на неделю",
    group=Group.ROADMAP,
    parameters=(
        WEEK,
        grouping(Grouping.DAYS, Grouping.DIRECTIONS, Grouping.PERFORMERS),
        NUMBERS,
        SOURCES,
        parts_of_plan(*OF_THE_TIME),
    ),
    build=week_plan,
    stamp=Stamp.APPROVED,
    counts=_counts,
)
