"""«Заявка на курсы»: whom the department sends to one course, or to all courses of a period."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.registers.courses import Course
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.reports.blocks import (
    LANDSCAPE,
    Align,
    Block,
    Document,
    FillIn,
    Heading,
    Paragraph,
    Row,
    Signature,
)
from roadmap_desktop.reports.columns import column, computed, numbered
from roadmap_desktop.reports.lists import by_field
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import days_words, overlapping
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import by_school_and_name

_EMPTY_ROWS, _HEIGHT = 10, 9


class Place(NamedTuple):
    """That a teacher is to take a course."""

    teacher: Entry
    course: Entry


_COLUMNS = (
    *(
        one.of(lambda place: place.teacher)
        for one in (
            column(Teacher, "name", 46),
            column(Teacher, "position", 34),
            column(Teacher, "school_id", 36, title="Образовательная организация"),
            column(Teacher, "subjects", 34, title="Предмет"),
        )
    ),
    *(
        one.of(lambda place: place.course)
        for one in (
            column(Course, "name", 62),
            computed(
                "Сроки обучения", 34, lambda one: days_words(one.values["starts_on"], one.values["ends_on"])
            ),
            column(Course, "hours"),
        )
    ),
)


def application(source: Source, record: str | None, period: Period) -> Document:
    """The application to one course, else to every course of the period; with nobody entered, rows to write in."""
    info = source.plan.info
    if record:
        courses = [source.entry("courses", record)]
    else:
        courses = overlapping(source.entries("courses"), "starts_on", "ends_on", period)
    head = Signature(info.head_post or "Руководитель", signing_name(info.head_name))
    return Document(
        "Заявка на обучение на курсах повышения квалификации",
        (*_head(source, courses if record else (), period), _table(_places(source, courses))),
        page=LANDSCAPE,
        signatures=(head,),
    )


def _head(source: Source, one: Sequence[Entry], period: Period) -> Iterator[Block]:
    """``one`` is the course, when the application is to one: it says who gives it."""
    yield Heading("ЗАЯВКА")
    when = "" if one else f" на {period_words(period)}"
    yield Paragraph(f"на обучение на курсах повышения квалификации{when}", Align.CENTRE, bold=True)
    yield FillIn("Заявитель", source.plan.info.approving_body)
    for course in one:
        yield FillIn("Организатор курсов", course.values["provider"])


def _places(source: Source, courses: Sequence[Entry]) -> list[Place]:
    taken = by_field(source.entries("participants"), "course_id")
    return [
        Place(teacher, course)
        for course in courses
        for teacher in by_school_and_name(
            source.entry("teachers", one.values["teacher_id"]) for one in taken.get(course.id, ())
        )
    ]


def _table(places: Sequence[Place]) -> Block:
    if places:
        return numbered(_COLUMNS, places)
    empty = [Row((f"{number}.", *[""] * len(_COLUMNS))) for number in range(1, _EMPTY_ROWS + 1)]
    return numbered(_COLUMNS, empty, least_height=_HEIGHT)


REPORT = Report(
    id="application",
    title="Заявка на курсы",
    group=Group.TEACHERS,
    parameters=(
        Parameter(
            "record", "курсы или все", "«Формирующее оценивание»", ParameterKind.RECORD, register="courses"
        ),
        PERIOD,
    ),
    build=application,
)
