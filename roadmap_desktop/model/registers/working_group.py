"""The working group on quality of education."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register


class GroupRole(StrEnum):
    """What a member does in the group."""

    HEAD = "председатель"
    DEPUTY = "заместитель председателя"
    SECRETARY = "секретарь"
    MEMBER = "член группы"


class GroupMember(Record):
    """A member of the working group."""

    __tablename__ = "group_member"
    caption: ClassVar[str] = "Член рабочей группы"

    name: str = labelled("Фамилия, имя, отчество", personal=True, required=True)
    position: str = labelled("Должность")
    role: GroupRole = labelled("Роль в группе", FieldKind.CHOICE, default=GroupRole.MEMBER)
    contacts: str = labelled("Телефон, почта", personal=True)
    order_number: str = labelled("Номер приказа")
    order_date: date | None = labelled("Дата приказа", FieldKind.DATE)


REGISTERS = (
    Register(
        "group",
        GroupMember,
        "Рабочая группа",
        ("член группы", "члена группы", "членов группы"),
        "Добавить члена группы",
        columns=("name", "position", "role", "order_number", "order_date"),
        groups=(
            Group("Член рабочей группы", ("name", "position", "role", "contacts")),
            Group("Приказ", ("order_number", "order_date")),
        ),
        named_by=("name",),
        empty="Рабочая группа пока пуста. Впишите её членов из приказа.",
        unique_by=("name",),
        activity_numbers=(2,),
        is_page=True,
    ),
)
