"""«План мероприятий на сентябрь 2020 года»: the month's plan that the head signs."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.russian import MONTHS
from roadmap_desktop.model.standing import MonthGroup, month_group
from roadmap_desktop.reports.blocks import (
    DEFAULT_FONT_SIZE,
    Align,
    ApprovalStamp,
    Block,
    Caption,
    Column,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

GROUP_TITLES = {
    MonthGroup.MONTH: "Мероприятия месяца",
    MonthGroup.YEAR_ROUND: "В течение всего периода",
    MonthGroup.OVERDUE: "Не выполнено в предыдущие месяцы",
    MonthGroup.UNDATED: "Без установленного срока",
}
DEFAULT_GROUPS = frozenset({MonthGroup.MONTH, MonthGroup.YEAR_ROUND, MonthGroup.OVERDUE})

_COLUMNS = (
    Column("№ п/п", 0, Align.CENTRE),
    Column("Наименование мероприятия (краткое содержание)", 84),
    Column("Сроки исполнения", 41),
    Column("Ответственный исполнитель", 42),
    Column("Ожидаемый результат", 50),
    Column("Отметка о выполнении", 33),
)
_DECIDED = frozenset({State.MOVED, State.CANCELLED})


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


def month_heading(month: Period) -> str:
    """«План мероприятий на сентябрь 2020 года»."""
    return f"План мероприятий на {MONTHS[month.start.month - 1]} {month.start.year} года"


def month_plan(plan: Plan, month: Period, options: MonthOptions | None = None) -> Document:
    """The plan of that month: its own activities, those that run all through the roadmap, what is overdue from before,
    and what has no date, as far as the options ask for them."""
    options = options or MonthOptions()
    title = month_heading(month)
    return Document(
        title=title,
        blocks=tuple(_blocks(plan, month, options)),
        author=plan.info.approving_body,
        page=PageSetup(options.orientation, options.font_size),
    )


def _blocks(plan: Plan, month: Period, options: MonthOptions) -> Iterator[Block]:
    if options.stamp:
        yield ApprovalStamp(plan.info.head_post, plan.info.head_name)
    yield Heading(month_heading(month))
    yield Paragraph(plan.info.title, Align.CENTRE, small=True)
    rows = _rows(plan, month, options.groups)
    if rows:
        yield Table(_COLUMNS, rows)
    else:
        yield Paragraph(_empty_sentence(month, options.groups), Align.CENTRE)
    if options.signature:
        yield SignatureLines((Signature(options.signer_post, options.signer_name),))


def _rows(plan: Plan, month: Period, wanted: frozenset[MonthGroup]) -> tuple[Row | Caption, ...]:
    groups: dict[MonthGroup, list[ActivityRow]] = {group: [] for group in MonthGroup if group in wanted}
    for activity in plan.activities:
        group = month_group(activity, month, plan.info.period)
        if group in groups:
            groups[group].append(activity)
    filled = {group: activities for group, activities in groups.items() if activities}
    captioned = set(filled) != {MonthGroup.MONTH}
    rows: list[Row | Caption] = []
    for group, activities in filled.items():
        if captioned:
            rows.append(Caption(GROUP_TITLES[group]))
        rows.extend(map(_row, activities))
    return tuple(rows)


def _row(activity: ActivityRow) -> Row:
    return Row(
        (
            f"{activity.number}.",
            activity.name,
            activity.due_text,
            ", ".join(activity.performers),
            activity.expected_result,
            _mark(activity),
        )
    )


def _mark(activity: ActivityRow) -> str:
    """What is known of the completion; work that is not finished leaves room for a mark by hand."""
    if activity.state is State.DONE:
        done = State.DONE.value
        if activity.completed_on is not None:
            done += f" {activity.completed_on:%d.%m.%Y}"
        return f"{done}\n{activity.actual_result}" if activity.actual_result else done
    return activity.state.value if activity.state in _DECIDED else ""


def _empty_sentence(month: Period, wanted: frozenset[MonthGroup]) -> str:
    name = f"{MONTHS[month.start.month - 1]} {month.start.year} года"
    if MonthGroup.MONTH in wanted:
        return f"На {name} мероприятий дорожной карты не запланировано."
    return f"В выбранных группах мероприятий на {name} нет."


def _build(source: Source, choices: Choices) -> Document:
    groups = frozenset(group for group, title in GROUP_TITLES.items() if title in choices["groups"])
    return month_plan(source.plan, choices["month"], MonthOptions(groups, stamp=False, signature=False))


REPORT = Report(
    id="month",
    title="План мероприятий на месяц",
    group="Дорожная карта",
    parameters=(
        Parameter("month", "месяц", "2020-09", ParameterKind.MONTH),
        Parameter(
            "groups",
            "что печатать",
            "",
            ParameterKind.CHOICES,
            choices=tuple(GROUP_TITLES.values()),
            default=frozenset(GROUP_TITLES[group] for group in DEFAULT_GROUPS),
        ),
    ),
    build=_build,
    stamp=Stamp.APPROVED,
)
