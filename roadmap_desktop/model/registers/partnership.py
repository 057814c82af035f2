"""Network partnership: who helps whom, by which agreements, and what is done together."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import different, in_order
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register, Related, Tab
from roadmap_desktop.model.work import Direction, HeldWork

DIRECTIONS = ("консультационная", "методическая", "организационная", "информационная", "ресурсная")
_SAME_SCHOOL = "Школа не может быть партнёром самой себе."


class Site(StrEnum):
    """Whether the partner is a base site of the network."""

    NO = "нет"
    YES = "базовая площадка"


class Partnership(Record):
    """That one school helps another."""

    __tablename__ = "partnership"
    caption: ClassVar[str] = "Партнёрство"

    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    partner_id: str = labelled("Школа-партнёр", FieldKind.LINK, to="school", required=True)
    directions: str = labelled("Направления помощи", FieldKind.WORDS, choices=DIRECTIONS)
    site: Site = labelled("Базовая площадка", FieldKind.CHOICE, default=Site.NO)
    curator: str = labelled("Куратор", personal=True)
    order_number: str = labelled("Номер приказа")
    order_date: date | None = labelled("Дата приказа", FieldKind.DATE)
    note: str = labelled("Примечание", FieldKind.TEXT)


class Agreement(Record):
    """A network agreement of two schools."""

    __tablename__ = "agreement"
    caption: ClassVar[str] = "Договор"

    number: str = labelled("Номер", required=True)
    signed_on: date | None = labelled("Дата", FieldKind.DATE)
    place: str = labelled("Место заключения")
    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    partner_id: str = labelled("Школа-партнёр", FieldKind.LINK, to="school", required=True)
    subject: str = labelled("Предмет договора", FieldKind.TEXT)
    valid_until: date | None = labelled("Действует до", FieldKind.DATE)
    note: str = labelled("Примечание", FieldKind.TEXT)


class JointEvent(HeldWork):
    """Something that partners do together."""

    __tablename__ = "joint_event"
    caption: ClassVar[str] = "Совместное мероприятие"
    brief: ClassVar[str] = "Встреча школ"

    partnership_id: str = labelled("Партнёрство", FieldKind.LINK, to="partnership", required=True)
    name: str = labelled("Мероприятие", FieldKind.TEXT, required=True)
    held_on: date | None = labelled("Дата", FieldKind.DATE)
    result: str = labelled("Итог", FieldKind.TEXT)


REGISTERS = (
    Register(
        "partnerships",
        Partnership,
        "Сетевое партнёрство",
        ("партнёрство", "партнёрства", "партнёрств"),
        "Добавить партнёрство",
        columns=("school_id", "partner_id", "directions", "site", "curator", "order_number"),
        groups=(
            Group("Кто кому помогает", ("school_id", "partner_id", "directions", "site", "curator")),
            Group("Приказ", ("order_number", "order_date")),
            Group("", ("note",)),
        ),
        named_by=("school_id", "partner_id"),
        empty="Партнёрств пока нет. Добавьте школу и школу-партнёра, которая ей помогает.",
        tabs=(
            Tab("Совместные мероприятия", (Related("Совместные мероприятия", "events", "partnership_id"),)),
        ),
        unique_by=("school_id", "partner_id"),
        activity_numbers=(6,),
        check=different("school_id", "partner_id", _SAME_SCHOOL),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "agreements",
        Agreement,
        "Договоры",
        ("договор", "договора", "договоров"),
        "Добавить договор",
        columns=("number", "signed_on", "school_id", "partner_id", "subject", "valid_until"),
        groups=(
            Group("Договор", ("number", "signed_on", "place", "valid_until")),
            Group("Стороны и предмет", ("school_id", "partner_id", "subject", "note")),
        ),
        named_by=("number", "school_id", "partner_id"),
        empty="Договоров пока нет. Добавьте договор двух школ-партнёров.",
        unique_by=("number", "school_id"),
        activity_numbers=(22,),
        day="valid_until",
        expires="valid_until",
        check=lambda values: (
            different("school_id", "partner_id", _SAME_SCHOOL)(values)
            | in_order("signed_on", "valid_until", "Договор истекает раньше, чем подписан.")(values)
        ),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "events",
        JointEvent,
        "Совместные мероприятия",
        ("мероприятие", "мероприятия", "мероприятий"),
        "Добавить мероприятие",
        columns=("name", "held_on", "result"),
        groups=(
            Group(
                "",
                (
                    "partnership_id",
                    "name",
                    "held_on",
                    "time",
                    "place",
                    "participants",
                    "responsible",
                    "result",
                ),
            ),
            Group("Исполнение", ("state", "reason", "moved_from")),
        ),
        named_by=("name",),
        activity_numbers=(6,),
        told_by="partnership_id",
        day="held_on",
        direction=Direction.METHODS,
        done=("state", "reason", "result", "moved_from"),
    ),
)
