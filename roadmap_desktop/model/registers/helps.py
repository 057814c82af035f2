"""Targeted help: a tutor for a school or a teacher, and the log of visits and consultations."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register, Related, Tab
from roadmap_desktop.model.work import Direction, HeldWork


class HelpForm(StrEnum):
    """How help is given."""

    TUTOR = "тьюторство"
    CONSULTING = "консультирование"
    MENTOR = "наставничество"
    VISIT = "выезд в школу"


class TargetedHelp(Record):
    """Who helps which school or teacher."""

    __tablename__ = "targeted_help"
    caption: ClassVar[str] = "Адресная помощь"

    tutor: str = labelled("Тьютор, консультант", personal=True, required=True)
    school_id: str | None = labelled("Школа", FieldKind.LINK, to="school")
    teacher_id: str | None = labelled("Педагог", FieldKind.LINK, to="teacher")
    form: HelpForm = labelled("Форма", FieldKind.CHOICE, default=HelpForm.TUTOR)
    theme: str = labelled("Тема", FieldKind.TEXT)
    due_text: str = labelled("Срок", FieldKind.DUE)
    note: str = labelled("Примечание", FieldKind.TEXT)


class HelpVisit(HeldWork):
    """A line of the log."""

    __tablename__ = "help_visit"
    caption: ClassVar[str] = "Выезд или консультация"
    brief: ClassVar[str] = "Консультация"

    help_id: str = labelled("Адресная помощь", FieldKind.LINK, to="targeted_help", required=True)
    held_on: date | None = labelled("Дата", FieldKind.DATE, required=True)
    name: str = labelled("Содержание", FieldKind.TEXT, required=True)
    hours: float | None = labelled("Часов", FieldKind.DECIMAL, least=0, most=1_000)
    outcome: str = labelled("Итог", FieldKind.TEXT)


REGISTERS = (
    Register(
        "helps",
        TargetedHelp,
        "Адресная помощь",
        ("запись", "записи", "записей"),
        "Добавить адресную помощь",
        columns=("tutor", "school_id", "teacher_id", "form", "theme", "due_text"),
        groups=(
            Group(
                "Кто и кому помогает",
                ("tutor", "school_id", "teacher_id", "form", "theme", "due_text", "note"),
            ),
        ),
        named_by=("tutor", "school_id", "teacher_id"),
        empty="Адресной помощи пока нет. Добавьте тьютора и школу или педагога, которым он помогает.",
        tabs=(Tab("Журнал", (Related("Выезды и консультации", "visits", "help_id"),)),),
        activity_numbers=(8,),
        check=lambda values: (
            {}
            if values.get("school_id") or values.get("teacher_id")
            else {"school_id": "Укажите школу или педагога."}
        ),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "visits",
        HelpVisit,
        "Журнал адресной помощи",
        ("запись", "записи", "записей"),
        "Добавить запись",
        columns=("help_id", "held_on", "name", "hours", "outcome"),
        groups=(
            Group(
                "",
                (
                    "help_id",
                    "held_on",
                    "time",
                    "name",
                    "place",
                    "participants",
                    "responsible",
                    "hours",
                    "outcome",
                ),
            ),
            Group("Исполнение", ("state", "reason", "moved_from")),
        ),
        named_by=("name",),
        activity_numbers=(8,),
        told_by="help_id",
        day="held_on",
        direction=Direction.SCHOOLS,
        done=("state", "reason", "outcome", "moved_from"),
    ),
)
