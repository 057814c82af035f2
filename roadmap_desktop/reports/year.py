"""«План мероприятий на 2020–2021 учебный год»: the year's plan by months or by sections of the roadmap."""

from roadmap_desktop.model.plan_parts import by_groups, by_months, by_sections
from roadmap_desktop.model.standing import MonthGroup
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.parameters import SCHOOL_YEAR
from roadmap_desktop.reports.period_plan import (
    chosen_groups,
    group_counts,
    group_titles,
    groups_parameter,
    period_plan,
)
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

BY_MONTHS, BY_SECTIONS = "по месяцам", "по разделам"
_TITLES = group_titles("Мероприятия года", "Не выполнено в предыдущие годы")


def _build(source: Source, choices: Choices) -> Document:
    plan, year = source.plan, choices["year"]
    groups = chosen_groups(_TITLES, choices)
    parts = by_groups(plan, year, groups, _TITLES.__getitem__)
    parts = by_sections(parts, plan) if choices["by"] == BY_SECTIONS else by_months(parts, year)
    return period_plan(plan, year, parts, own_wanted=MonthGroup.MONTH in groups)


REPORT = Report(
    id="year",
    title="План мероприятий на учебный год",
    group="Дорожная карта",
    parameters=(
        SCHOOL_YEAR,
        Parameter(
            "by",
            "порядок",
            f"«{BY_SECTIONS}»",
            ParameterKind.CHOICE,
            choices=(BY_MONTHS, BY_SECTIONS),
            default=BY_MONTHS,
        ),
        # A year's plan that leaves out what is due «по отдельному плану» would not be the year's.
        groups_parameter(_TITLES, MonthGroup),
    ),
    build=_build,
    stamp=Stamp.APPROVED,
    counts=lambda source, choices: group_counts(source.plan, choices["year"], _TITLES),
)
