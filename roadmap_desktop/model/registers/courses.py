"""Courses for teachers and heads, and who takes them."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import in_order
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import reads_as_person
from roadmap_desktop.model.register import Group, Register, Related, Tab
from roadmap_desktop.model.work import Direction, HeldWork


class Audience(StrEnum):
    """Whom a course is for."""

    TEACHERS = "педагоги"
    HEADS = "руководители"
    ALL = "педагоги и руководители"


class CourseForm(StrEnum):
    """How a course is taken."""

    PRESENT = "очная"
    MIXED = "очно-заочная"
    DISTANT = "дистанционная"
    INTERNSHIP = "стажировка"


class Course(HeldWork):
    """A course of professional development."""

    __tablename__ = "course"
    caption: ClassVar[str] = "Курсы"

    name: str = labelled("Программа", FieldKind.TEXT, required=True)
    provider: str = labelled("Кто проводит", personal=reads_as_person)
    audience: Audience = labelled("Для кого", FieldKind.CHOICE, default=Audience.TEACHERS)
    form: CourseForm = labelled("Форма", FieldKind.CHOICE, default=CourseForm.PRESENT)
    hours: int | None = labelled("Часов", FieldKind.NUMBER, least=0, most=2_000)
    starts_on: date | None = labelled("Начало", FieldKind.DATE)
    ends_on: date | None = labelled("Окончание", FieldKind.DATE)
    note: str = labelled("Примечание", FieldKind.TEXT)


class CourseParticipant(Record):
    """That a teacher takes a course, and with what end."""

    __tablename__ = "course_participant"
    caption: ClassVar[str] = "Участник курсов"
    keyed_by = ("course_id", "teacher_id")

    course_id: str = labelled("Курсы", FieldKind.LINK, to="course", required=True)
    teacher_id: str = labelled("Педагог", FieldKind.LINK, to="teacher", required=True)
    certificate: str = labelled("Удостоверение, №", personal=True)
    issued_on: date | None = labelled("Дата выдачи", FieldKind.DATE)
    result: str = labelled("Итог", FieldKind.TEXT)


REGISTERS = (
    Register(
        "courses",
        Course,
        "Курсы",
        ("программа", "программы", "программ"),
        "Добавить курсы",
        columns=("name", "provider", "audience", "form", "hours", "starts_on", "ends_on"),
        groups=(
            Group("Программа", ("name", "provider", "audience", "form", "hours")),
            Group("Когда и где", ("starts_on", "ends_on", "time", "place", "participants", "responsible")),
            Group("Исполнение", ("state", "reason", "moved_from")),
            Group("", ("note",)),
        ),
        named_by=("name",),
        empty="Курсов пока нет. Добавьте программу, потом впишите участников.",
        tabs=(Tab("Участники", (Related("Участники", "participants", "course_id"),)),),
        unique_by=("name", "starts_on"),
        activity_numbers=(16, 17),
        day="starts_on",
        ends="ends_on",
        direction=Direction.TRAINING,
        done=("state", "reason", "moved_from"),
        check=in_order("starts_on", "ends_on", "Курсы заканчиваются раньше, чем начинаются."),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "participants",
        CourseParticipant,
        "Участники курсов",
        ("участник", "участника", "участников"),
        "Добавить участника",
        columns=("course_id", "teacher_id", "certificate", "issued_on", "result"),
        groups=(Group("", ("course_id", "teacher_id", "certificate", "issued_on", "result")),),
        named_by=("teacher_id", "course_id"),
        unique_by=("course_id", "teacher_id"),
        activity_numbers=(16, 17),
        done=("certificate", "issued_on", "result"),
        takes_files=True,
    ),
)
