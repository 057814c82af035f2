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


class AgendaItem(Record):
    """A question that a meeting considers. A meeting without any has its agenda in a text of its own."""

    __tablename__ = "agenda_item"
    caption: ClassVar[str] = "Вопрос повестки"

    meeting_id: str = labelled("Совещание", FieldKind.LINK, to="meeting", required=True)
    number: int | None = labelled("№ вопроса", FieldKind.NUMBER, least=1, most=100)
    name: str = labelled("Вопрос", FieldKind.TEXT, required=True)
    speaker: str = labelled("Докладчик", personal=True)
    heard: str = labelled("Слушали", FieldKind.TEXT, personal=speaks_of_persons)
    spoke: str = labelled("Выступили", FieldKind.TEXT, personal=speaks_of_persons)


class Decision(Record):
    """What a meeting decided, on an item of its agenda or besides."""

    __tablename__ = "decision"
    caption: ClassVar[str] = "Решение"

    meeting_id: str = labelled("Совещание", FieldKind.LINK, to="meeting", required=True)
    item_id: str | None = labelled("Вопрос повестки", FieldKind.LINK, to="agenda_item", within="meeting_id")
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
        tabs=(
            Tab("Повестка", (Related("Вопросы повестки", "agenda-items", "meeting_id"),)),
            Tab("Решения", (Related("Решения", "decisions", "meeting_id"),)),
        ),
        derived=(Derived("settled", "Решения", "decisions", "meeting_id", "state", State.DONE),),
        unique_by=("name", "held_on"),
        activity_numbers=(12, 18, 19, 20),
        day="held_on",
        direction=Direction.MEETINGS,
        done=("state", "reason", "moved_from", "present", "present_count", "heard", "protocol_number"),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "agenda-items",
        AgendaItem,
        "Вопросы повестки",
        ("вопрос", "вопроса", "вопросов"),
        "Добавить вопрос",
        columns=("number", "name", "speaker", "heard", "spoke"),
        groups=(
            Group("Вопрос", ("meeting_id", "number", "name", "speaker")),
            Group("Обсуждение", ("heard", "spoke")),
        ),
        named_by=("name", "meeting_id"),
        unique_by=("meeting_id", "name"),
        activity_numbers=(12, 18, 19, 20),
        done=("heard", "spoke"),
    ),
    Register(
        "decisions",
        Decision,
        "Решения совещаний",
        ("решение", "решения", "решений"),
        "Добавить решение",
        columns=("name", "responsible", "due_text", "state", "done"),
        groups=(
            Group("Решение", ("meeting_id", "item_id", "name", "responsible", "due_text")),
            Group("Исполнение", ("state", "done")),
        ),
        named_by=("name",),
        activity_numbers=(12, 18, 19, 20),
        day="due_text",
        done=("state", "done"),
        takes_files=True,
    ),
)
