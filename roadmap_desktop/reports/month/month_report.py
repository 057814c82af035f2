"""«Отчёт о работе за октябрь 2026 года»: what was done, what not and why, what was carried over, by whom."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.plan_outcomes import (
    PlanOutcome,
    PlanTally,
    Reported,
    by_directions,
    by_responsible,
    plan_outcome,
    plan_tally,
)
from roadmap_desktop.model.plan_words import when_words
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.tasks import Task
from roadmap_desktop.model.russian import capital
from roadmap_desktop.reports.activity_cells import shared_words
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Block,
    Document,
    Heading,
    Paragraph,
    headed,
    notice,
    subtitle,
)
from roadmap_desktop.reports.columns import TableColumn, column, columns_for, computed, numbered, table_of
from roadmap_desktop.reports.lists import as_of, plan_title
from roadmap_desktop.reports.month.conclusions import conclusions_of
from roadmap_desktop.reports.month.lines import OF_THE_TIME, SOURCES, chosen_lines
from roadmap_desktop.reports.month.plan_table import responsible_words
from roadmap_desktop.reports.parameters import MONTH
from roadmap_desktop.reports.parts import part_blocks, tallied
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Source

CONCLUSIONS = Parameter("conclusions", "выводы", "«План выполнен»", ParameterKind.KEPT)
_SMALLER = 2
_ALL_YEAR = "Мероприятия дорожной карты, которые идут весь учебный год, в отчёте за месяц не учтены."
_NO_REASON = "причина не указана"
_NAME = column(Task, "name", 62, title="Мероприятие", cell=attrgetter("name"))
_RESPONSIBLE = column(Task, "performers", 32, cell=responsible_words)


def month_report(
    source: Source,
    month: Period,
    sources: Collection[str] = SOURCES.choices,
    conclusions: str | None = None,
) -> Document:
    """How the month's plan was carried out, as things stand today. ``conclusions``: None for those that are kept, else
    made of the figures."""
    title = f"Отчёт о работе за {period_words(month)}"
    return headed(title, _blocks(source, month, sources, conclusions), PORTRAIT)


def _reported(source: Source, month: Period, sources: Collection[str]) -> list[Reported]:
    """What the plan of the month held, also what has been carried over to other months since."""
    here = chosen_lines(source, month, sources, OF_THE_TIME)
    moved = [one for one in source.moved_lines(month) if BY_ID[one.register].title in sources]
    return [
        *(Reported(line, plan_outcome(line, source.today)) for line in here),
        *(Reported(line, PlanOutcome.MOVED) for line in moved),
    ]


def _blocks(source: Source, month: Period, sources: Collection[str], said: str | None) -> Iterator[Block]:
    reported = _reported(source, month, sources)
    yield from plan_title(source)
    if reported:
        yield subtitle(as_of(source))
        yield from _whole(reported)
        if chosen_lines(source, month, sources, (PlanGroup.ALL_YEAR,)):
            yield Paragraph(_ALL_YEAR, small=True)
        yield from _parts(source, month, reported)
        yield from _tallies(reported)
    else:
        yield notice(f"На {period_words(month)} мероприятий не запланировано.")
    text = conclusions_of(month, reported, said, source.conclusions(month.start))
    if text:
        yield Heading("Выводы", level=2)
        yield from (Paragraph(part.strip(), indent=True) for part in text.split("\n") if part.strip())


def _whole(reported: Sequence[Reported]) -> Iterator[Block]:
    whole = plan_tally("", reported)
    yield Heading("Итоги месяца", level=2)
    yield table_of(_counts(whole), [whole], smaller=_SMALLER)


def _parts(source: Source, month: Period, reported: Sequence[Reported]) -> Iterator[Block]:
    found: Mapping[PlanOutcome, list[PlanLine]] = {
        outcome: [one.line for one in reported if one.outcome is outcome] for outcome in PlanOutcome
    }
    when = computed("Дата, время", 34, lambda line: when_words(line, month))
    yield from _part("Выполнено", (when, _NAME, *_of_done(source), _RESPONSIBLE), found[PlanOutcome.DONE])
    why = column(Task, "reason", 60, title="Причина", cell=_reason)
    undone = (when, _NAME, why, _RESPONSIBLE)
    yield from _part("Не выполнено", undone, found[PlanOutcome.NOT_DONE])
    yield from _part("Отменено", undone, found[PlanOutcome.CANCELLED])
    moved = found[PlanOutcome.MOVED]
    told = (column(Task, "reason", 44, title="Причина", cell=attrgetter("reason")),)
    carried = (_NAME, *_of_moved(month), *(told if any(line.reason for line in moved) else ()), _RESPONSIBLE)
    yield from _part("Перенесено", carried, moved)
    yield from _part("Нет отметки о выполнении", (when, _NAME, _RESPONSIBLE), found[PlanOutcome.UNTOLD])


def _part(title: str, columns: Sequence[TableColumn], lines: Sequence[PlanLine]) -> Iterator[Block]:
    if lines:
        yield Heading(f"{title}: {len(lines)}", level=2)
        yield numbered(columns, lines, smaller=_SMALLER)


def _of_done(source: Source) -> Iterable[TableColumn]:
    return (
        column(Task, "result", 50, cell=attrgetter("result")),
        column(Task, "evidence", 34, cell=partial(_evidence, source)),
    )


def _evidence(source: Source, line: PlanLine) -> str:
    files = source.attached(BY_ID[line.register].table, line.id)
    return "\n".join(filter(None, (line.evidence, "; ".join(files))))


def _reason(line: PlanLine) -> str:
    return line.reason or _NO_REASON


def _of_moved(month: Period) -> Iterable[TableColumn]:
    return (
        computed("Было назначено", 30, lambda line: _planned_before(line, month)),
        computed("Перенесено на", 30, lambda line: _carried_to(line, month)),
    )


def _planned_before(line: PlanLine, month: Period) -> str:
    own = [day for day in line.moved_from if month.contains(day)]
    return ", ".join(f"{day:%d.%m.%Y}" for day in own) or when_words(line, month)


def _carried_to(line: PlanLine, month: Period) -> str:
    """An activity of the roadmap says only that it was moved: its due is still the old one."""
    if not any(map(month.contains, line.moved_from)):
        return "срок не указан"
    if line.period is None:
        return "дата не назначена"
    start, end = line.period
    return f"{start:%d.%m.%Y}" if start == end else f"{start:%d.%m.%Y} – {end:%d.%m.%Y}"


def _tallies(reported: Sequence[Reported]) -> Iterator[Block]:
    whole = plan_tally("Всего", reported)
    directions = by_directions(reported)
    performers = by_responsible(reported)
    shared = shared_words(sum(one.total for one in performers), whole.total)
    of_direction = column(Task, "direction", cell=attrgetter("name"))
    of_performer = column(Task, "performers", cell=attrgetter("name"))
    parts = (
        tallied("По направлениям", (of_direction, *_counts(whole)), directions, whole),
        tallied("По исполнителям", (of_performer, *_counts(whole)), performers, whole, how=shared),
    )
    for part in parts:
        yield from part_blocks(part, smaller=_SMALLER)


def _counts(whole: PlanTally) -> tuple[TableColumn, ...]:
    """What is counted of each, in the outcomes that there are."""
    shown = {each: capital(each.value) for each in PlanOutcome if whole.counts[each]}
    return (
        computed("Всего в плане", 0, attrgetter("total")),
        *columns_for(shown, 0, lambda outcome, one: one.counts[outcome]),
        computed("% выполнения", 0, attrgetter("share")),
    )


def _kept(
    source: Source, month: Period, sources: Collection[str] = SOURCES.choices, **_others: object
) -> dict[str, str]:
    """The conclusions that stand there unless others are typed."""
    reported = _reported(source, month, sources)
    return {CONCLUSIONS.name: conclusions_of(month, reported, None, source.conclusions(month.start))}


REPORT = Report(
    id="month-report",
    title="Отчёт о работе за месяц",
    group=Group.ROADMAP,
    parameters=(MONTH, SOURCES, CONCLUSIONS),
    build=month_report,
    kept=_kept,
)
