"""Plans of a quarter and of half a school year: the month's table over a longer term."""

from collections.abc import Callable

from roadmap_desktop.model.plan_parts import by_groups
from roadmap_desktop.model.standing import MonthGroup
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.period_plan import (
    chosen_groups,
    group_counts,
    group_titles,
    groups_parameter,
    period_plan,
)
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source


def _builder(name: str, titles: dict[MonthGroup, str]) -> Callable[[Source, Choices], Document]:
    def build(source: Source, choices: Choices) -> Document:
        groups = chosen_groups(titles, choices)
        parts = by_groups(source.plan, choices[name], groups, titles.__getitem__)
        return period_plan(source.plan, choices[name], parts, own_wanted=MonthGroup.MONTH in groups)

    return build


def _report(parameter: Parameter, title: str, titles: dict[MonthGroup, str]) -> Report:
    return Report(
        id=parameter.name,
        title=title,
        group="Дорожная карта",
        parameters=(parameter, groups_parameter(titles)),
        build=_builder(parameter.name, titles),
        stamp=Stamp.APPROVED,
        counts=lambda source, choices: group_counts(source.plan, choices[parameter.name], titles),
    )


QUARTER = _report(
    Parameter("quarter", "квартал", "2020-4", ParameterKind.QUARTER),
    "План мероприятий на квартал",
    group_titles("Мероприятия квартала", "Не выполнено в предыдущие кварталы"),
)
HALF = _report(
    Parameter("half", "полугодие", "2020-1", ParameterKind.HALF),
    "План мероприятий на полугодие",
    group_titles("Мероприятия полугодия", "Не выполнено в предыдущие полугодия"),
)
