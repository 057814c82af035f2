"""Meetings and what was decided there."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import reads_as_person, speaks_of_persons
from roadmap_desktop.model.register import Derived, Group, Register, Related, Tab
from roadmap_desktop.model.work import Direction, HeldWork


class MeetingKind(StrEnum):
    """Who meets."""

    GROUP = "рабочая группа"
    DIRECTORS = "директора школ"
    PARENTS = "родительская общественность"
    COMMUNITY = "методическое объединение"
    OTHER = "иное"


class Meeting(HeldWork):
    """A meeting, held or planned."""

    __tablename__ = "meeting"
    caption: ClassVar[str] = "Совещание"

    name: str = labelled("Тема", FieldKind.TEXT, required=True)
    kind: MeetingKind = labelled("Вид", FieldKind.CHOICE, default=MeetingKind.GROUP)
    held_on: date | None = labelled("Дата", FieldKind.DATE)
    community_id: str | None = labelled("Методическое объединение", FieldKind.LINK, to="community")
    agenda: str = labelled("Повестка", FieldKind.TEXT)
    chairman: str = labelled("Председатель", personal=True)
    secretary: str = labelled("Секретарь", personal=True)
    present: str = labelled("Присутствовали", FieldKind.TEXT, personal=True)
    present_count: int | None = labelled("Число присутствующих", FieldKind.NUMBER, least=0, most=10_000)
    heard: str = labelled("Слушали, выступили", FieldKind.TEXT, personal=speaks_of_persons)
    protocol_number: str = labelled("Номер протокола")


class Decision(Record):
    """What a meeting decided."""

    __tablename__ = "decision"
    caption: ClassVar[str] = "Решение"

    meeting_id: str = labelled("Совещание", FieldKind.LINK, to="meeting", required=True)
    name: str = labelled("Решение", FieldKind.TEXT, required=True)
    responsible: str = labelled("Ответственный", personal=reads_as_person)
    due_text: str = labelled("Срок", FieldKind.DUE)
    state: State = labelled("Состояние", FieldKind.CHOICE, default=State.PLANNED)
    done: str = labelled("Что сделано", FieldKind.TEXT)


REGISTERS = (
    Register(
        "meetings",
        Meeting,
        "Совещания",
        ("совещание", "совещания", "совещаний"),
        "Добавить совещание",
        columns=("held_on", "name", "kind", "place", "present_count", "protocol_number", "settled"),
        groups=(
            Group(
                "Совещание",
                (
                    "name",
                    "kind",
                    "held_on",
                    "time",
                    "place",
                    "participants",
                    "responsible",
                    "community_id",
                    "agenda",
                ),
            ),
            Group(
                "Протокол",
                ("protocol_number", "chairman", "secretary", "present", "present_count", "heard"),
            ),
            Group("Исполнение", ("state", "reason", "moved_from")),
        ),
        named_by=("name",),
        empty="Совещаний пока нет. Добавьте совещание; решения впишите на вкладке «Решения».",
        tabs=(Tab("Решения", (Related("Решения", "decisions", "meeting_id"),)),),
        derived=(Derived("settled", "Решения", "decisions", "meeting_id", "state", State.DONE),),
        unique_by=("name", "held_on"),
        activity_numbers=(12, 18, 19, 20),
        day="held_on",
        direction=Direction.MEETINGS,
        done=("state", "reason", "moved_from"),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "decisions",
        Decision,
        "Решения совещаний",
        ("решение", "решения", "решений"),
        "Добавить решение",
        columns=("name", "responsible", "due_text", "state", "done"),
        groups=(
            Group("Решение", ("meeting_id", "name", "responsible", "due_text")),
            Group("Исполнение", ("state", "done")),
        ),
        named_by=("name",),
        activity_numbers=(12, 18, 19, 20),
        day="due_text",
        takes_files=True,
    ),
)
