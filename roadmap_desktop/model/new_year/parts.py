"""Which sorts of records a new school year may begin with, and with which it does if nobody says otherwise."""

from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.new_year.shift import Shift
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers.teachers import DeficitState
from roadmap_desktop.model.work import WorkState

_FINISHED = frozenset((State.DONE, State.CANCELLED, WorkState.DONE, WorkState.CANCELLED, DeficitState.CLOSED))


class Sort(Enum):
    """How the records of one register are told apart; the value is the word after the register's title."""

    ALL = ""
    OPEN = "незавершённые"
    FINISHED = "завершённые"
    LONG = "на весь год"
    SINGLE = "разовые"
    VALID = "действующие"
    EXPIRED = "истёкшие"
    CANCELLED = "отменённые"


PROPOSED = (Sort.ALL, Sort.OPEN, Sort.LONG, Sort.VALID)


class Part(NamedTuple):
    """Records of a register that come or stay together."""

    register: Register
    sort: Sort

    @property
    def id(self) -> str:
        """By which it is chosen: «tasks/single», «schools»."""
        return self.register.id if self.sort is Sort.ALL else f"{self.register.id}/{self.sort.name.lower()}"

    @property
    def title(self) -> str:
        """«Дела: на весь год»."""
        return f"{self.register.title}: {self.sort.value}" if self.sort.value else self.register.title

    @property
    def is_proposed(self) -> bool:
        """Whether it comes if nobody says otherwise: not what is finished, has expired or was work of single days, nor
        what tells of one year alone."""
        return self.sort in PROPOSED and not self.register.of_year


def part_of(register: Register, row: dict[str, Any], shift: Shift) -> Part:
    """The part to which a record belongs."""
    return Part(register, _sort(register, row, shift))


def _sort(register: Register, row: dict[str, Any], shift: Shift) -> Sort:
    if register.of_year:
        return Sort.ALL
    state = row.get(_state(register))
    if register.is_numbered:
        return Sort.CANCELLED if state == State.CANCELLED else Sort.ALL
    if register.direction is not None:
        return Sort.LONG if _days(register, row) > shift.old.days // 2 else Sort.SINGLE
    if register.expires:
        until = row[register.expires]
        return Sort.EXPIRED if until and date.fromisoformat(until) < shift.new.start else Sort.VALID
    if state is not None:
        return Sort.FINISHED if state in _FINISHED else Sort.OPEN
    return Sort.ALL


def _state(register: Register) -> str:
    """The field whose words say that a record is finished; empty where no field does."""
    fields: tuple[Field, ...] = register.record.fields
    states = (
        field.name
        for field in fields
        if field.kind is FieldKind.CHOICE and not _FINISHED.isdisjoint(field.choices)
    )
    return next(states, "")


def _days(register: Register, row: dict[str, Any]) -> int:
    start, end = row[register.day], row.get(register.ends) if register.ends else None
    return (date.fromisoformat(end) - date.fromisoformat(start)).days + 1 if start and end else 0
