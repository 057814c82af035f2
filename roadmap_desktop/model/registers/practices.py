"""Effective practices that are spread among the schools."""

from datetime import date
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register


class Practice(Record):
    """A practice of a school."""

    __tablename__ = "practice"
    caption: ClassVar[str] = "Практика"

    name: str = labelled("Тема", FieldKind.TEXT, required=True)
    school_id: str | None = labelled("Школа", FieldKind.LINK, to="school")
    author: str = labelled("Автор", personal=True)
    description: str = labelled("Описание", FieldKind.TEXT)
    presented_at: str = labelled("Где представлена", FieldKind.TEXT)
    presented_on: date | None = labelled("Когда представлена", FieldKind.DATE)


REGISTERS = (
    Register(
        "practices",
        Practice,
        "Практики",
        ("практика", "практики", "практик"),
        "Добавить практику",
        columns=("name", "school_id", "author", "presented_at", "presented_on"),
        groups=(
            Group("Практика", ("name", "school_id", "author", "description")),
            Group("Представление опыта", ("presented_at", "presented_on")),
        ),
        named_by=("name",),
        empty="Практик пока нет. Добавьте опыт школы, который стоит передать другим.",
        unique_by=("name", "school_id"),
        activity_numbers=(9,),
        day="presented_on",
        is_page=True,
        takes_files=True,
    ),
)
