"""The plan of a month or a week on paper: when, what, where, with whom, who answers, and room for a mark."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import count
from operator import attrgetter

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine, repeated_as_one
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.plan_groups import CaptionedLines, Grouping, captioned
from roadmap_desktop.model.plan_words import hours_words, mark_words, when_words
from roadmap_desktop.model.registers.tasks import Task
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Align,
    Block,
    Caption,
    Column,
    Document,
    Row,
    Table,
    headed,
    notice,
)
from roadmap_desktop.reports.columns import NUMBER, TableColumn, cells_of, column, computed
from roadmap_desktop.reports.lists import plan_title
from roadmap_desktop.reports.month.lines import SOURCES, chosen_lines
from roadmap_desktop.reports.report import Parameter, ParameterKind
from roadmap_desktop.reports.source import Source

NUMBERS = Parameter("numbers", "номер в дорожной карте", "нет", ParameterKind.FLAG, default=True)
# By how many points the letters of the table are smaller: a usual month is to fit on two sheets, a week on one.
_OF_WEEK, _OF_MONTH = 2, 3
_NAME_TO_PARTICIPANTS = (2, 4)
_NO_BREAK = "\N{NO-BREAK SPACE}"


def grouping(*words: Grouping) -> Parameter:
    """The choice of captions; the first of them unless told otherwise."""
    return Parameter(
        "by",
        "порядок",
        f"«{Grouping.PERFORMERS}»",
        ParameterKind.CHOICE,
        choices=tuple(each.value for each in words),
        default=words[0].value,
    )


def plan_document(
    source: Source, window: Period, by: str, sources: Collection[str], parts: Collection[str], numbers: bool
) -> Document:
    """The plan of the window: each line of the chosen sources and parts once, under the captions of that grouping. Work
    that recurs is one line, but where the captions are days."""
    lines: Sequence[PlanLine] = chosen_lines(source, window, sources, parts)
    if by != Grouping.DAYS:
        lines = repeated_as_one(lines)
    return headed(
        f"План работы на {period_words(window)}", _blocks(source, window, lines, by, numbers), PORTRAIT
    )


def _blocks(
    source: Source, window: Period, lines: Sequence[PlanLine], by: str, numbers: bool
) -> Iterator[Block]:
    yield from plan_title(source)
    if not lines:
        yield notice(_nothing(source, window))
        return
    columns = _columns(source, window, by, numbers)
    rows = tuple(_rows(captioned(lines, by, window), by, columns))
    yield Table(
        (NUMBER, *_headings(columns, rows)), rows, smaller=_OF_WEEK if window.days == 7 else _OF_MONTH
    )


def _nothing(source: Source, window: Period) -> str:
    """What was not chosen is not said to be missing."""
    if chosen_lines(source, window, SOURCES.choices):
        return f"В выбранных частях плана на {period_words(window)} мероприятий нет."
    return f"На {period_words(window)} мероприятий не запланировано."


def _rows(
    groups: Sequence[CaptionedLines], by: str, columns: Sequence[TableColumn]
) -> Iterator[Row | Caption]:
    numbers = count(1)
    for group in groups:
        # «По датам» tells nothing where there is nothing else.
        if len(groups) > 1 or by != Grouping.DATES:
            yield Caption(group.title)
        for line in group.lines:
            # Activities and decisions have neither place nor participants: their long names take that room.
            over = None if isinstance(line.state, WorkState) else _NAME_TO_PARTICIPANTS
            yield Row((f"{next(numbers)}.", *cells_of(columns, line)), over=over)


def _columns(source: Source, window: Period, by: str, numbers: bool) -> tuple[TableColumn, ...]:
    return (
        computed("Дата, время", 32, partial(_when, window, by == Grouping.DAYS)),
        column(Task, "name", 54, title="Мероприятие", cell=_numbered_name if numbers else attrgetter("name")),
        column(Task, "place", 31, cell=attrgetter("place")),
        column(Task, "participants", 38, cell=attrgetter("participants")),
        column(Task, "performers", 38, cell=responsible_words),
        computed("Отметка", 0, lambda line: mark_words(line, source.today), Align.LEFT),
    )


def _headings(columns: Sequence[TableColumn], rows: Sequence[Row | Caption]) -> Iterator[Column]:
    """A column that has nothing to say is only as wide as its title: the others have the room."""
    for index, one in enumerate(columns, 1):
        says = any(isinstance(row, Row) and row.cells[index] for row in rows)
        yield (one if says else one.wide(0)).heading


def _when(window: Period, is_under_its_day: bool, line: PlanLine) -> str:
    is_one_day = not line.days and line.period is not None and line.period.days == 1
    if is_under_its_day and is_one_day and line.group is PlanGroup.BY_DATES:
        return hours_words(line)
    return when_words(line, window)


def _numbered_name(line: PlanLine) -> str:
    """«Выезд в школу (п. 8)», «Семинар (пп. 7, 8)»."""
    if not line.numbers:
        return line.name
    mark = "п." if len(line.numbers) == 1 else "пп."
    return f"{line.name} ({mark}{_NO_BREAK}{f',{_NO_BREAK}'.join(line.numbers)})"


def responsible_words(line: PlanLine) -> str:
    """«Отдел образования, МКУ «ЦМТО»»."""
    return ", ".join(line.responsible)
