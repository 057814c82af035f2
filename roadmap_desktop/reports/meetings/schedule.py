"""«План совещаний на 2020–2021 учебный год»: meetings of any kind or of one."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.agenda import points
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.lists import NUMBER, numbered
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source

# The register's words for who meets, and the plan of their meetings.
TITLES = {
    "рабочая группа": "План заседаний рабочей группы",
    "директора школ": "План совещаний с директорами школ",
    "родительская общественность": "План мероприятий с родительской общественностью",
    "методическое объединение": "План заседаний методических объединений",
    "иное": "План совещаний (иные)",
}
_KIND = Column("Вид", 44)
_COLUMNS = (
    NUMBER,
    Column("Дата", 0, Align.CENTRE),
    Column("Тема", 74),
    Column("Вопросы повестки", 84),
    _KIND,
    Column("Место проведения", 44),
)
_LATER = "дата уточняется"


def schedule(source: Source, period: Period, kind: str | None = None) -> Document:
    """The meetings of the period by date; ``kind``: of that kind alone, which the title then names."""
    title = f"{TITLES[kind] if kind else 'План совещаний'} на {period_words(period)}"
    chosen = {"kind": kind} if kind else {}
    meetings = of_period(source, "meetings", "held_on", period, **chosen)
    return headed(title, _blocks(meetings, period, with_kind=kind is None))


def _blocks(meetings: Sequence[Entry], period: Period, *, with_kind: bool) -> Iterator[Block]:
    if not meetings:
        yield Paragraph(f"На {period_words(period)} совещаний не запланировано.", Align.CENTRE)
        return
    columns = tuple(column for column in _COLUMNS if with_kind or column is not _KIND)
    yield Table(columns, numbered(tuple(_cells(one, with_kind=with_kind)) for one in meetings))


def _cells(meeting: Entry, *, with_kind: bool) -> Iterator[Cell]:
    values = meeting.values
    yield values["held_on"] or _LATER
    yield values["name"]
    yield "\n".join(f"{number}. {point}" for number, point in enumerate(points(values["agenda"]), 1))
    if with_kind:
        yield str(values["kind"])
    yield values["place"]


def _build(source: Source, choices: Choices) -> Document:
    return schedule(source, choices["period"], choices["kind"])


REPORT = Report(
    id="meetings",
    title="План совещаний",
    group="Совещания и документы",
    parameters=(
        PERIOD,
        Parameter("kind", "вид", "«рабочая группа»", ParameterKind.CHOICE, choices=tuple(TITLES)),
    ),
    build=_build,
    stamp=Stamp.APPROVED,
)
