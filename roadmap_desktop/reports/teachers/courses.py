"""«Список участников курсов»: of one course, or of all courses of a period."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.courses import CourseParticipant
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.model.russian import counted
from roadmap_desktop.reports.blocks import Block, Document, Heading, Paragraph, headed, notice
from roadmap_desktop.reports.columns import column, numbered
from roadmap_desktop.reports.lists import by_field
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import days_words, overlapping
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import WORK, by_school_and_name

_OF_TEACHER = (
    column(Teacher, "name", 52),
    column(Teacher, "school_id", 48, title="Образовательная организация"),
    WORK.wide(48),
)
_OF_PARTICIPANT = (
    column(CourseParticipant, "result", 36),
    column(CourseParticipant, "certificate", 36),
    column(CourseParticipant, "issued_on"),
)


def course_participants(source: Source, record: str | None, period: Period) -> Document:
    """Those of one course, or of every course of the period."""
    return participants(source, record) if record else all_participants(source, period)


def participants(source: Source, record: str) -> Document:
    """The participants of that course."""
    course = source.entry("courses", record)
    title = f"Список участников курсов «{course.values['name']}»"
    days = days_words(course.values["starts_on"], course.values["ends_on"])
    found = source.entries("participants", course_id=record)
    return headed(f"{title} ({days})" if days else title, _of_course(source, course, found))


def all_participants(source: Source, period: Period) -> Document:
    """The participants of every course that shares days with the period, a part for each course."""
    title = f"Список участников курсов повышения квалификации за {period_words(period)}"
    courses = overlapping(source.entries("courses"), "starts_on", "ends_on", period)
    return headed(title, _of_all(source, courses, period))


def _of_all(source: Source, courses: Sequence[Entry], period: Period) -> Iterator[Block]:
    if not courses:
        yield notice(f"За {period_words(period)} курсов повышения квалификации нет.")
    found = by_field(source.entries("participants"), "course_id")
    for course in courses:
        yield Heading(f"«{course.values['name']}»", level=2)
        yield from _of_course(source, course, found.get(course.id, ()))


def _of_course(source: Source, course: Entry, found: Sequence[Entry]) -> Iterator[Block]:
    yield Paragraph(course_line(course), small=True)
    if not found:
        yield Paragraph("Участники курсов пока не записаны.")
        return
    by_teacher = {one.values["teacher_id"]: one for one in found}
    teachers = by_school_and_name(source.entry("teachers", key) for key in by_teacher)
    participant = (one.of(lambda teacher: by_teacher[teacher.id]) for one in _OF_PARTICIPANT)
    yield numbered((*_OF_TEACHER, *participant), teachers)


def course_line(course: Entry) -> str:
    """«Институт развития образования; очная форма; 36 часов; 05.10.2020 – 05.11.2020; для кого: педагоги»."""
    values = course.values
    hours = values["hours"]
    parts = (
        values["provider"],
        f"форма: {values['form']}",
        counted(hours, "час", "часа", "часов") if hours else "",
        days_words(values["starts_on"], values["ends_on"]),
        f"для кого: {values['audience']}",
    )
    return "; ".join(filter(None, parts))


REPORT = Report(
    id="courses",
    title="Список участников курсов",
    group=Group.TEACHERS,
    parameters=(
        Parameter(
            "record", "курсы или все", "«Формирующее оценивание»", ParameterKind.RECORD, register="courses"
        ),
        PERIOD,
    ),
    build=course_participants,
)
