"""Concrete work (дела): what is done of the roadmap, and beside it, on which day."""

from datetime import date
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import in_order
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import speaks_of_persons
from roadmap_desktop.model.register import Group, Register
from roadmap_desktop.model.work import Direction, Work


class Task(Work):
    """A piece of work. The activities that it serves are links, as those of any record."""

    __tablename__ = "task"
    caption: ClassVar[str] = "Дело"

    name: str = labelled("Что", FieldKind.TEXT, required=True)
    direction: Direction = labelled("Направление", FieldKind.CHOICE, default=Direction.METHODS)
    starts_on: date | None = labelled("Дата", FieldKind.DATE)
    ends_on: date | None = labelled("Последний день", FieldKind.DATE)
    performers: tuple[str, ...] = labelled("Ответственный", FieldKind.NAMES, through="task_performer")
    result: str = labelled("Результат", FieldKind.TEXT, personal=speaks_of_persons)
    evidence: str = labelled("Чем подтверждено", personal=speaks_of_persons)


class TaskPerformer(Record):
    """That a performer is responsible for a task, and in which place of its list."""

    __tablename__ = "task_performer"
    caption: ClassVar[str] = "Ответственный за дело"
    keyed_by = ("task_id", "performer_id")

    task_id: str = labelled("Дело", FieldKind.LINK, to="task")
    performer_id: str = labelled("Исполнитель", FieldKind.LINK, to="performer")
    position: str = labelled("Порядок", FieldKind.ORDER, hidden=True)


REGISTERS = (
    Register(
        "tasks",
        Task,
        "Дела",
        ("дело", "дела", "дел"),
        "Добавить дело",
        columns=("starts_on", "time", "name", "place", "participants", "performers", "state"),
        groups=(
            Group(
                "Дело",
                ("name", "direction", "starts_on", "ends_on", "time", "place", "participants", "performers"),
            ),
            Group("Исполнение", ("state", "reason", "result", "evidence", "moved_from")),
        ),
        named_by=("name",),
        empty="Дел пока нет. Добавьте дело здесь или строкой в «Плане месяца».",
        unique_by=("name", "starts_on", "time"),
        day="starts_on",
        ends="ends_on",
        check=in_order("starts_on", "ends_on", "Дело заканчивается раньше, чем начинается."),
        direction=Direction.METHODS,
        done=("state", "reason", "result", "evidence", "moved_from"),
        is_page=True,
        takes_files=True,
    ),
)
