"""Courses for teachers and heads, and who takes them."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import in_order
from roadmap_desktop.model.field import FieldKind, labelled, word_choice
from roadmap_desktop.model.identity import link_id
from roadmap_desktop.model.personal_text import reads_as_person
from roadmap_desktop.model.register import Group, Register, Related, Tab


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


class Course(Record):
    """A course of professional development."""

    __tablename__ = "course"
    caption: ClassVar[str] = "Курсы"

    name: Mapped[str] = labelled("Программа", FieldKind.TEXT, required=True)
    provider: Mapped[str] = labelled("Кто проводит", personal=reads_as_person)
    audience: Mapped[Audience] = labelled(
        "Для кого", FieldKind.CHOICE, word_choice(Audience), default=Audience.TEACHERS
    )
    form: Mapped[CourseForm] = labelled(
        "Форма", FieldKind.CHOICE, word_choice(CourseForm), default=CourseForm.PRESENT
    )
    hours: Mapped[int | None] = labelled("Часов", FieldKind.NUMBER, least=0, most=2_000)
    starts_on: Mapped[date | None] = labelled("Начало", FieldKind.DATE)
    ends_on: Mapped[date | None] = labelled("Окончание", FieldKind.DATE)
    note: Mapped[str] = labelled("Примечание", FieldKind.TEXT)


class CourseParticipant(Record):
    """That a teacher takes a course, and with what end."""

    __tablename__ = "course_participant"
    caption: ClassVar[str] = "Участник курсов"

    course_id: Mapped[str] = labelled(
        "Курсы", FieldKind.LINK, ForeignKey("course.id"), index=True, required=True
    )
    teacher_id: Mapped[str] = labelled(
        "Педагог", FieldKind.LINK, ForeignKey("teacher.id"), index=True, required=True
    )
    certificate: Mapped[str] = labelled("Удостоверение, №", personal=True)
    issued_on: Mapped[date | None] = labelled("Дата выдачи", FieldKind.DATE)
    result: Mapped[str] = labelled("Итог", FieldKind.TEXT)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", link_id(self.__tablename__, values["course_id"], values["teacher_id"]))
        super().__init__(**values)


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
            Group("Сроки", ("starts_on", "ends_on")),
            Group("", ("note",)),
        ),
        named_by=("name",),
        empty="Курсов пока нет. Добавьте программу, потом впишите участников.",
        tabs=(Tab("Участники", (Related("Участники", "participants", "course_id"),)),),
        alike=("name", "starts_on"),
        numbers=(16, 17),
        day="starts_on",
        check=in_order("starts_on", "ends_on", "Курсы кончаются раньше, чем начинаются."),
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
        alike=("course_id", "teacher_id"),
        numbers=(16, 17),
        takes_files=True,
    ),
)
