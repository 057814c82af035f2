"""«Расписание дистанционных занятий»: lessons for state exams, who takes part, where they are held."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.search import as_counted, folded
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.grouping import by_field
from roadmap_desktop.reports.lists import NUMBER, numbered
from roadmap_desktop.reports.parameters import PERIOD, SUBJECT
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Choices, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Расписание дистанционных занятий по подготовке к государственной итоговой аттестации"
_COLUMNS = (
    NUMBER,
    Column("Дата", 0, Align.CENTRE),
    Column("Время, расписание", 32),
    Column("Предмет, экзамен", 34),
    Column("Тема", 50),
    Column("Педагог", 36),
    Column("Школы, обучающихся", 46),
    Column("Ссылка на занятие", 56),
)
# «СОШ № 12» is not broken over two lines.
_SHORT = 14


def lessons(source: Source, period: Period, subject: str | None = None) -> Document:
    """The lessons of the period by date. Those that have a timetable and no date go on all the time: they come last."""
    title = f"{TITLE} на {period_words(period)}"
    found = by_day((one for one in source.entries("lessons") if _is_wanted(one, period, subject)), "held_on")
    return headed(title, _blocks(source, found, period, subject))


def _is_wanted(lesson: Entry, period: Period, subject: str | None) -> bool:
    day = lesson.values["held_on"]
    of_subject = not subject or folded(subject) in folded(lesson.values["subject"])
    return of_subject and (day is None or period.contains(day))


def _blocks(source: Source, found: Sequence[Entry], period: Period, subject: str | None) -> Iterator[Block]:
    if subject:
        yield Paragraph(f"Предмет: {subject}", Align.CENTRE, small=True)
    if not found:
        yield Paragraph(f"На {period_words(period)} дистанционных занятий нет.", Align.CENTRE)
        return
    schools = by_field(source.entries("lesson-schools"), "lesson_id")
    yield Table(_COLUMNS, numbered(_cells(one, schools.get(one.id, ())) for one in found))


def _cells(lesson: Entry, schools: Sequence[Entry]) -> tuple[Cell, ...]:
    values = lesson.values
    return (
        values["held_on"],
        values["schedule"],
        f"{values['subject']}\n{values['exam']}",
        values["name"],
        lesson.texts["teacher_id"],
        "; ".join(map(_school, sorted(schools, key=lambda one: as_counted(one.texts["school_id"])))),
        values["address"],
    )


def _school(one: Entry) -> str:
    pupils = one.values["pupils"]
    name = one.texts["school_id"].replace("№ ", "№\N{NO-BREAK SPACE}")
    if len(name) <= _SHORT:
        name = name.replace(" ", "\N{NO-BREAK SPACE}")
    return f"{name}\N{NO-BREAK SPACE}– {pupils}" if pupils else name


def _build(source: Source, choices: Choices) -> Document:
    return lessons(source, choices["period"], choices["subject"])


REPORT = Report(
    id="lessons",
    title="Расписание дистанционных занятий",
    group="Совещания и документы",
    parameters=(PERIOD, SUBJECT),
    build=_build,
    stamp=Stamp.APPROVED,
)
