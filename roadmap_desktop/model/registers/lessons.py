"""Distance lessons for state exams."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled, word_choice
from roadmap_desktop.model.identity import link_id
from roadmap_desktop.model.register import Group, Register, Related, Tab


class StateExam(StrEnum):
    """For which exam a lesson prepares."""

    OGE = "ОГЭ"
    EGE = "ЕГЭ"
    BOTH = "ОГЭ и ЕГЭ"


class Lesson(Record):
    """A distance lesson, or a series of them."""

    __tablename__ = "lesson"
    caption: ClassVar[str] = "Дистанционное занятие"

    subject: Mapped[str] = labelled("Предмет", required=True)
    name: Mapped[str] = labelled("Тема", FieldKind.TEXT)
    exam: Mapped[StateExam] = labelled(
        "Экзамен", FieldKind.CHOICE, word_choice(StateExam), default=StateExam.OGE
    )
    teacher_id: Mapped[str | None] = labelled("Педагог", FieldKind.LINK, ForeignKey("teacher.id"), index=True)
    held_on: Mapped[date | None] = labelled("Дата", FieldKind.DATE)
    schedule: Mapped[str] = labelled("Расписание")
    address: Mapped[str] = labelled("Ссылка на занятие")
    note: Mapped[str] = labelled("Примечание", FieldKind.TEXT)


class LessonSchool(Record):
    """That a school takes part in a lesson."""

    __tablename__ = "lesson_school"
    caption: ClassVar[str] = "Школа на занятии"

    lesson_id: Mapped[str] = labelled(
        "Дистанционное занятие", FieldKind.LINK, ForeignKey("lesson.id"), index=True, required=True
    )
    school_id: Mapped[str] = labelled(
        "Школа", FieldKind.LINK, ForeignKey("school.id"), index=True, required=True
    )
    pupils: Mapped[int | None] = labelled("Обучающихся", FieldKind.NUMBER, least=0, most=10_000)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", link_id(self.__tablename__, values["lesson_id"], values["school_id"]))
        super().__init__(**values)


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
            Group("Когда и где", ("held_on", "schedule", "address")),
            Group("", ("note",)),
        ),
        named_by=("subject", "name"),
        empty="Дистанционных занятий пока нет. Добавьте занятие и школы, которые в нём участвуют.",
        tabs=(Tab("Школы", (Related("Школы", "lesson-schools", "lesson_id"),)),),
        numbers=(21,),
        day="held_on",
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
        alike=("lesson_id", "school_id"),
        numbers=(21,),
    ),
)
