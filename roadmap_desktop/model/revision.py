"""Approved revisions of the plan."""

from datetime import date
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled


class Revision(Record):
    """That the plan was approved as it stood. What it fixes is not kept here: it is all that was known to the change
    set that made this record."""

    __tablename__ = "revision"
    caption: ClassVar[str] = "Редакция"

    name: str = labelled("Название редакции")
    order_number: str = labelled("Номер приказа")
    order_date: date | None = labelled("Дата приказа", FieldKind.DATE)
    ground: str = labelled("Основание")
    approved_on: date = labelled("Дата утверждения", FieldKind.DATE)
