"""Distance lessons for state exams."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register, Related, Tab
from roadmap_desktop.model.work import Direction, HeldWork


class StateExam(StrEnum):
    """For which exam a lesson prepares."""

    OGE = "ОГЭ"
    EGE = "ЕГЭ"
    BOTH = "ОГЭ и ЕГЭ"


class Lesson(HeldWork):
    """A distance lesson, or a series of them."""

    __tablename__ = "lesson"
    caption: ClassVar[str] = "Дистанционное занятие"
    brief: ClassVar[str] = "Занятие"

    subject: str = labelled("Предмет", required=True)
    name: str = labelled("Тема", FieldKind.TEXT)
    exam: StateExam = labelled("Экзамен", FieldKind.CHOICE, default=StateExam.OGE)
    teacher_id: str | None = labelled("Педагог", FieldKind.LINK, to="teacher")
    held_on: date | None = labelled("Дата", FieldKind.DATE)
    schedule: str = labelled("Расписание")
    address: str = labelled("Ссылка на занятие")
    note: str = labelled("Примечание", FieldKind.TEXT)


class LessonSchool(Record):
    """That a school takes part in a lesson."""

    __tablename__ = "lesson_school"
    caption: ClassVar[str] = "Школа на занятии"
    keyed_by = ("lesson_id", "school_id")

    lesson_id: str = labelled("Дистанционное занятие", FieldKind.LINK, to="lesson", required=True)
    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    pupils: int | None = labelled("Обучающихся", FieldKind.NUMBER, least=0, most=10_000)


REGISTERS = (
    Register(
        "lessons",
        Lesson,
        "Дистанционные занятия",
        ("занятие", "занятия", "занятий"),
        "Добавить занятие",
        columns=("held_on", "subject", "name", "exam", "teacher_id", "schedule"),
        groups=(
            Group("Занятие", ("subject", "name", "exam", "teacher_id")),
            Group(
                "Когда и где",
                ("held_on", "time", "schedule", "place", "address", "participants", "responsible"),
            ),
            Group("Исполнение", ("state", "reason", "moved_from")),
            Group("", ("note",)),
        ),
        named_by=("subject", "name"),
        empty="Дистанционных занятий пока нет. Добавьте занятие и школы, которые в нём участвуют.",
        tabs=(Tab("Школы", (Related("Школы", "lesson-schools", "lesson_id"),)),),
        activity_numbers=(21,),
        day="held_on",
        direction=Direction.PUPILS,
        done=("state", "reason", "moved_from"),
        is_page=True,
    ),
    Register(
        "lesson-schools",
        LessonSchool,
        "Школы на занятиях",
        ("школа", "школы", "школ"),
        "Добавить школу",
        columns=("school_id", "pupils"),
        groups=(Group("", ("lesson_id", "school_id", "pupils")),),
        named_by=("school_id",),
        unique_by=("lesson_id", "school_id"),
        activity_numbers=(21,),
    ),
)
