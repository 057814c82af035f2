"""What each school has done of each activity: the cells of «По школам»."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled, word_choice
from roadmap_desktop.model.identity import link_id
from roadmap_desktop.model.register import Group, Register


class SchoolProgress(Record):
    """How far one school is with one activity."""

    __tablename__ = "school_progress"
    caption: ClassVar[str] = "Ход выполнения в школе"

    activity_id: Mapped[str] = labelled(
        "Мероприятие", FieldKind.LINK, ForeignKey("activity.id"), index=True, required=True
    )
    school_id: Mapped[str] = labelled(
        "Школа", FieldKind.LINK, ForeignKey("school.id"), index=True, required=True
    )
    state: Mapped[State] = labelled("Состояние", FieldKind.CHOICE, word_choice(State), default=State.PLANNED)
    done_on: Mapped[date | None] = labelled("Дата", FieldKind.DATE)
    document: Mapped[str] = labelled("Документ")

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", progress_id(values["activity_id"], values["school_id"]))
        super().__init__(**values)


def progress_id(activity_id: str, school_id: str) -> str:
    """The key of the cell of that activity and that school."""
    return link_id(SchoolProgress.__tablename__, activity_id, school_id)


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
        alike=("activity_id", "school_id"),
        numbers=(11,),
    ),
)
