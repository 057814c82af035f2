"""The roadmap itself and its sections."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy.orm import Mapped

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled, word_choice
from roadmap_desktop.model.personal_text import reads_as_person


class Numbering(StrEnum):
    """How «№ п/п» follows from the order of activities."""

    CONTINUOUS = "сквозная"
    BY_SECTION = "по разделам"


class Roadmap(Record):
    """The one plan that a file holds."""

    __tablename__ = "roadmap"
    caption: ClassVar[str] = "Дорожная карта"

    title: Mapped[str] = labelled("Название", FieldKind.TEXT)
    period_start: Mapped[date] = labelled("Начало периода", FieldKind.DATE)
    period_end: Mapped[date] = labelled("Конец периода", FieldKind.DATE)
    annex_number: Mapped[str] = labelled("Номер приложения")
    order_number: Mapped[str] = labelled("Номер приказа")
    order_date: Mapped[date | None] = labelled("Дата приказа", FieldKind.DATE)
    approving_body: Mapped[str] = labelled("Утверждающий орган", FieldKind.TEXT, personal=reads_as_person)
    head_post: Mapped[str] = labelled("Должность руководителя", FieldKind.TEXT, personal=reads_as_person)
    head_name: Mapped[str] = labelled("Руководитель", personal=True)
    numbering: Mapped[Numbering] = labelled(
        "Нумерация", FieldKind.CHOICE, word_choice(Numbering), default=Numbering.CONTINUOUS
    )


class Section(Record):
    """A part of the plan; a plan may have none."""

    __tablename__ = "section"
    caption: ClassVar[str] = "Раздел"

    name: Mapped[str] = labelled("Название раздела", FieldKind.TEXT)
    position: Mapped[str] = labelled("Порядок", FieldKind.ORDER, hidden=True)
