"""Coverage in media and on sites."""

from datetime import date
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register


class Publication(Record):
    """Something published about the work."""

    __tablename__ = "publication"
    caption: ClassVar[str] = "Публикация"

    name: str = labelled("Название", FieldKind.TEXT, required=True)
    published_on: date | None = labelled("Дата", FieldKind.DATE)
    medium: str = labelled("Где опубликовано")
    address: str = labelled("Адрес страницы")
    school_id: str | None = labelled("Школа", FieldKind.LINK, to="school")
    note: str = labelled("Примечание", FieldKind.TEXT)


REGISTERS = (
    Register(
        "publications",
        Publication,
        "Публикации",
        ("публикация", "публикации", "публикаций"),
        "Добавить публикацию",
        columns=("published_on", "name", "medium", "school_id", "address"),
        groups=(Group("Публикация", ("name", "published_on", "medium", "address", "school_id", "note")),),
        named_by=("name",),
        empty="Публикаций пока нет. Добавьте первую: дату, издание или сайт, название.",
        unique_by=("name", "published_on"),
        activity_numbers=(23,),
        told_by="school_id",
        day="published_on",
        of_year=True,
        is_page=True,
        takes_files=True,
    ),
)
