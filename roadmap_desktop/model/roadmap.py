"""The roadmap itself and its sections."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import reads_as_person


class Numbering(StrEnum):
    """How «№ п/п» follows from the order of activities."""

    CONTINUOUS = "сквозная"
    BY_SECTION = "по разделам"


class Roadmap(Record):
    """The one plan that a file holds."""

    __tablename__ = "roadmap"
    caption: ClassVar[str] = "Дорожная карта"

    title: str = labelled("Название", FieldKind.TEXT)
    period_start: date = labelled("Начало периода", FieldKind.DATE)
    period_end: date = labelled("Конец периода", FieldKind.DATE)
    annex_number: str = labelled("Номер приложения")
    order_number: str = labelled("Номер приказа")
    order_date: date | None = labelled("Дата приказа", FieldKind.DATE)
    approving_body: str = labelled("Утверждающий орган", FieldKind.TEXT, personal=reads_as_person)
    head_post: str = labelled("Должность руководителя", FieldKind.TEXT, personal=reads_as_person)
    head_name: str = labelled("Руководитель", personal=True)
    numbering: Numbering = labelled("Нумерация", FieldKind.CHOICE, default=Numbering.CONTINUOUS)


class Section(Record):
    """A part of the plan; a plan may have none."""

    __tablename__ = "section"
    caption: ClassVar[str] = "Раздел"

    name: str = labelled("Название раздела", FieldKind.TEXT)
    position: str = labelled("Порядок", FieldKind.ORDER, hidden=True)
