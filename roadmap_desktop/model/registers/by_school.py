"""What each school has done of each activity: the cells of «По школам»."""

from datetime import date
from typing import ClassVar

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register


class SchoolProgress(Record):
    """How far one school is with one activity."""

    __tablename__ = "school_progress"
    caption: ClassVar[str] = "Ход выполнения в школе"
    keyed_by = ("activity_id", "school_id")

    activity_id: str = labelled("Мероприятие", FieldKind.LINK, to="activity", required=True)
    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    state: State = labelled("Состояние", FieldKind.CHOICE, default=State.PLANNED)
    done_on: date | None = labelled("Дата", FieldKind.DATE)
    document: str = labelled("Документ")


REGISTERS = (
    Register(
        "progress",
        SchoolProgress,
        "Ход выполнения по школам",
        ("отметка", "отметки", "отметок"),
        "Добавить отметку",
        columns=("activity_id", "school_id", "state", "done_on", "document"),
        groups=(Group("", ("activity_id", "school_id", "state", "done_on", "document")),),
        named_by=("school_id", "activity_id"),
        unique_by=("activity_id", "school_id"),
        activity_numbers=(11,),
        done=("state", "done_on", "document"),
        of_year=True,
    ),
)
