"""Which records come into the new file: those of the chosen parts, as far as what they cannot be without comes too."""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache

from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.new_year.parts import Part, part_of
from roadmap_desktop.model.new_year.shift import Shift
from roadmap_desktop.model.new_year.values import Row
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Key, owner_key, references_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.roadmap import Roadmap, Section
from roadmap_desktop.storage.expected import Records
from roadmap_desktop.storage.tables import RECORD_TABLES

FILES = "files"
"""The part of attached files: those of records of which nothing can become, for the others are proofs of last year."""


class Choosing:
    """The records of the old file, told apart by parts."""

    def __init__(self, records: Records, shift: Shift) -> None:
        self._records = records
        self._parts = {
            (table, id_): part_of(register, row, shift)
            for table, register in BY_TABLE.items()
            for id_, row in records[table].items()
        }
        found = set(self._parts.values())
        self.parts = [part for register in BY_ID.values() for part in _sorted(found, register)]
        self._files = [
            ("attachment", id_)
            for id_, row in records["attachment"].items()
            if _stays_valid(str(row["owner"]))
        ]

    @property
    def proposed(self) -> frozenset[str]:
        """The keys of the parts that come if nobody says otherwise."""
        return frozenset((*(part.id for part in self.parts if part.is_proposed), FILES))

    def totals(self, keys: Collection[Key] | None = None) -> Counter[str]:
        """How many records each part has, or has among these keys."""
        parts = self._parts if keys is None else {key: self._parts[key] for key in keys if key in self._parts}
        counts = Counter(part.id for part in parts.values())
        counts[FILES] = len(self._files if keys is None else set(self._files).intersection(keys))
        return counts

    def coming(self, chosen: Collection[str]) -> dict[Key, Row]:
        """The records that come, each after those that it points at; references to what stays are empty."""
        come: dict[Key, Row] = {}
        pointed_at: set[Key] = set()
        files = set(self._files) if FILES in chosen else set()
        for kind in pointed_at_first():
            table = kind.__tablename__
            for id_, row in self._records[table].items():
                key = (table, id_)
                part = self._parts.get(key)
                is_wanted = part.id in chosen if part else key in files or kind is not Attachment
                if is_wanted and (kept := _with_what_comes(kind, row, come)) is not None:
                    come[key] = kept
        for (table, _), row in come.items():
            pointed_at.update(filter(None, (one.target(row[one.field]) for one in references_of(table))))
        return {key: row for key, row in come.items() if not _is_only_pointed_at(key[0]) or key in pointed_at}


@cache
def pointed_at_first() -> tuple[type[Record], ...]:
    """The classes of records but that of the roadmap, each after those that it points at; an owner can be of any."""
    kinds = [kind for table in RECORD_TABLES if (kind := record_class(table)) is not Roadmap]
    return tuple(
        sorted(kinds, key=lambda kind: any(not one.table for one in references_of(kind.__tablename__)))
    )


def _sorted(found: Collection[Part], register: Register) -> Iterator[Part]:
    return iter(
        sorted((part for part in found if part.register is register), key=lambda part: not part.is_proposed)
    )


def _stays_valid(owner: str) -> bool:
    register = BY_TABLE.get(owner_key(owner)[0])
    return register is not None and not register.done


def _is_only_pointed_at(table: str) -> bool:
    """Whether records of a table matter only as far as others point at them: performers do; an approved revision and
    the conclusions of a month are of the old file, and nothing points at them."""
    if table in BY_TABLE or table == Section.__tablename__:
        return False
    return not any(one.needed for one in references_of(table))


def _with_what_comes(kind: type[Record], row: Row, come: dict[Key, Row]) -> Row | None:
    """The row with references to what comes alone; None where it cannot be without what stays."""
    lost = [
        one
        for one in references_of(kind.__tablename__)
        if (target := one.target(row[one.field])) is not None and target not in come
    ]
    if any(one.needed for one in lost):
        return None
    kept = row | {one.field: None for one in lost}
    register = BY_TABLE.get(kind.__tablename__)
    if lost and register is not None:
        # Help that is given to nobody any more is none.
        values = {field.name: field.value(kept[field.name]) for field in kind.fields}
        if register.check(values):
            return None
    return kept
