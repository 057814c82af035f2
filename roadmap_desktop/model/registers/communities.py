"""Network communities of teachers (методические объединения)."""

from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register, Related, Tab


class CommunityRole(StrEnum):
    """What a member does in a community."""

    MEMBER = "участник"
    LEADER = "руководитель"
    TUTOR = "тьютор"


class Community(Record):
    """A community of teachers of one subject."""

    __tablename__ = "community"
    caption: ClassVar[str] = "Методическое объединение"

    name: str = labelled("Название", required=True)
    subject: str = labelled("Предмет")
    leader: str = labelled("Руководитель", personal=True)
    plan: str = labelled("План работы", FieldKind.TEXT)
    note: str = labelled("Примечание", FieldKind.TEXT)


class CommunityMember(Record):
    """That a teacher belongs to a community."""

    __tablename__ = "community_member"
    caption: ClassVar[str] = "Участник объединения"
    keyed_by = ("community_id", "teacher_id")

    community_id: str = labelled("Методическое объединение", FieldKind.LINK, to="community", required=True)
    teacher_id: str = labelled("Педагог", FieldKind.LINK, to="teacher", required=True)
    role: CommunityRole = labelled("Роль", FieldKind.CHOICE, default=CommunityRole.MEMBER)


REGISTERS = (
    Register(
        "communities",
        Community,
        "Методические объединения",
        ("объединение", "объединения", "объединений"),
        "Добавить объединение",
        columns=("name", "subject", "leader", "plan"),
        groups=(Group("Объединение", ("name", "subject", "leader")), Group("Работа", ("plan", "note"))),
        named_by=("name",),
        empty="Методических объединений пока нет. Добавьте объединение и впишите его участников.",
        tabs=(
            Tab("Участники", (Related("Участники", "members", "community_id"),)),
            Tab("Заседания", (Related("Заседания", "meetings", "community_id"),)),
        ),
        unique_by=("name",),
        activity_numbers=(7,),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "members",
        CommunityMember,
        "Участники объединений",
        ("участник", "участника", "участников"),
        "Добавить участника",
        columns=("community_id", "teacher_id", "role"),
        groups=(Group("", ("community_id", "teacher_id", "role")),),
        named_by=("teacher_id", "community_id"),
        unique_by=("community_id", "teacher_id"),
        activity_numbers=(7,),
    ),
)
