"""What a list that another program has written would do to a register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from roadmap_desktop.exchange.list_reading import ReadList as ReadList
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers.missing import Missing
from roadmap_desktop.operations.registers.record_reading import Fault


class Outcome(StrEnum):
    """What would come of a row."""

    NEW = "новая"
    FILLED = "дополнит"
    DIFFERENT = "отличается"
    SAME = "уже есть"
    REFUSED = "не войдёт"
    TITLE = "заголовок"


class Difference(NamedTuple):
    """A field of a record that is there, which the list says otherwise: ``id`` is its key, empty for a record that
    comes from a row before; ``kept`` and ``given`` are texts, ``value`` is what was given."""

    row: int
    origin: str
    id: str
    name: str
    label: str
    kept: str
    given: str
    value: Any

    def __str__(self) -> str:
        where = f"{self.origin}, строка {self.row}" if self.origin else f"строка {self.row}"
        return f"{where}, «{self.label}»: было «{self.kept}», в списке «{self.given}»"


@dataclass(frozen=True, slots=True)
class ListImport:
    """What a list would do. ``fields`` says what each of its columns is taken for, ``outcomes`` what would come of each
    row; ``added`` are the values of new records, ``changed`` what records would get in their empty fields, by their
    keys; ``left_out`` are sentences about what is no record, ``assumed`` about what the list does not say."""

    register: Register
    source: ReadList
    fields: tuple[str, ...]
    outcomes: tuple[Outcome, ...] = ()
    added: Sequence[Mapping[str, Any]] = ()
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    differences: Sequence[Difference] = ()
    faults: Sequence[Fault] = ()
    left_out: Sequence[str] = ()
    assumed: Sequence[str] = ()

    @property
    def missing(self) -> Sequence[Missing]:
        """The records that are to be made for links, each once."""
        found = (one for values in (*self.added, *self.changed.values()) for one in values.values())
        return tuple(dict.fromkeys(one for one in found if isinstance(one, Missing)))

    def count(self, outcome: Outcome) -> int:
        """How many rows would come to that."""
        return self.outcomes.count(outcome)
