"""«План мероприятий на сентябрь 2020 года»: the month's plan that the head signs."""

from dataclasses import dataclass, replace

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_parts import by_groups
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup
from roadmap_desktop.reports.blocks import (
    DEFAULT_FONT_SIZE,
    ApprovalStamp,
    Document,
    Orientation,
    PageSetup,
    Signature,
    SignatureLines,
)
from roadmap_desktop.reports.period_plan import (
    DEFAULT_GROUPS,
    chosen_groups,
    group_titles,
    groups_parameter,
    period_plan,
)
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

GROUP_TITLES = group_titles("Мероприятия месяца", "Не выполнено в предыдущие месяцы")


@dataclass(frozen=True, slots=True)
class MonthOptions:
    """How the month's plan is printed. An empty ``signer_name`` leaves a line for the name."""

    groups: frozenset[MonthGroup] = DEFAULT_GROUPS
    orientation: Orientation = Orientation.LANDSCAPE
    font_size: float = DEFAULT_FONT_SIZE
    stamp: bool = True
    signature: bool = True
    signer_post: str = "Методист"
    signer_name: str = ""


def month_plan(plan: Plan, month: Period, options: MonthOptions | None = None) -> Document:
    """The plan of that month with its stamp and signature, as the options ask for them."""
    options = options or MonthOptions()
    body = month_body(plan, month, options.groups)
    stamp = (ApprovalStamp(plan.info.head_post, plan.info.head_name),) if options.stamp else ()
    signer = Signature(options.signer_post, options.signer_name)
    signature = (SignatureLines((signer,)),) if options.signature else ()
    page = PageSetup(options.orientation, options.font_size)
    return replace(body, blocks=(*stamp, *body.blocks, *signature), page=page)


def month_body(plan: Plan, month: Period, groups: frozenset[MonthGroup] = DEFAULT_GROUPS) -> Document:
    """The plan of that month: its own activities, those that run all through the roadmap, what is overdue from before,
    and what has no date, as far as the groups ask for them."""
    parts = by_groups(plan, month, groups, GROUP_TITLES.__getitem__)
    return period_plan(plan, month, parts, own_wanted=MonthGroup.MONTH in groups)


def _build(source: Source, choices: Choices) -> Document:
    return month_body(source.plan, choices["month"], chosen_groups(GROUP_TITLES, choices))


REPORT = Report(
    id="month",
    title="План мероприятий на месяц",
    group="Дорожная карта",
    parameters=(
        Parameter("month", "месяц", "2020-09", ParameterKind.MONTH),
        groups_parameter(GROUP_TITLES),
    ),
    build=_build,
    stamp=Stamp.APPROVED,
)
