"""Which records of two files made separately are one and the same.

They have nothing in common but words. A record is known by what its declaration says names it, as people read it:
case, ё, spaces, quotation marks and «№» aside; a part by its owner and its name, a link by its ends. What is merely
similar is not the same. Of several that are named alike those that are equal in everything belong together, then the
others in their order.
"""

from collections import deque
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import Value
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Key, owner_value, references_of
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.registers.record_listing import folded_name
from roadmap_desktop.storage.expected import Records
from roadmap_desktop.storage.tables import RECORD_TABLES

_Row = dict[str, Value]


class Translation(NamedTuple):
    """The records of the other file under the keys of mine, what points at others pointing at theirs here; those that
    mine has not have new keys. ``origins``: what key each has in the other file."""

    records: Records
    origins: dict[Key, str]


def translated(mine: Records, theirs: Records) -> Translation:
    """The other file's records as they would stand in mine; revisions are left out, for what they fix stands in a
    history that does not come along."""
    made = Translation({}, {})
    keys: dict[Key, str] = {}
    for kind in _pointed_at_first():
        table = kind.__tablename__
        moved = _moved(table, theirs[table], keys)
        pairs = _pairs(kind, mine[table], moved)
        taken = set(mine[table])
        for id_, row in moved.items():
            keys[table, id_] = own = pairs.get(id_) or _fresh(kind, row, taken)
            taken.add(own)
            made.origins[table, own] = id_
        made.records[table] = {keys[table, id_]: row for id_, row in moved.items()}
    return made


def in_order(rows: Mapping[str, _Row], order: str | None) -> list[str]:
    """The keys of rows by their field of order, else as they were made; those that share a place stay as they come."""
    return sorted(rows, key=lambda id_: str(rows[id_][order])) if order else list(rows)


def order_field(kind: type[Record]) -> str | None:
    """The field that holds the place of a record among others."""
    return next((field.name for field in kind.fields if field.kind is FieldKind.ORDER), None)


@cache
def _pointed_at_first() -> tuple[type[Record], ...]:
    """The classes but that of revisions, each after those that it points at; an owner can be of any."""
    kinds = [kind for table in RECORD_TABLES if (kind := record_class(table)) is not Revision]
    return tuple(sorted(kinds, key=_has_owner))


def _has_owner(kind: type[Record]) -> bool:
    return any(not reference.table for reference in references_of(kind.__tablename__))


def _naming(kind: type[Record]) -> tuple[str, ...]:
    """The fields by which two records of a class are known to be the same."""
    table, fields = kind.__tablename__, kind.fields
    needed = [reference.field for reference in references_of(table) if reference.needed]
    contents = [field.name for field in fields if field.kind is FieldKind.CONTENT]
    if (register := BY_TABLE.get(table)) is not None:
        return register.known_by
    if kind is Roadmap or needed or contents:
        # There is one roadmap; the others are links.
        return (*needed, *contents)
    return ("name",) if any(field.name == "name" for field in fields) else tuple(_values(kind))


def _values(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in kind.fields if field.kind is not FieldKind.ORDER)


def _moved(table: str, rows: Mapping[str, _Row], keys: Mapping[Key, str]) -> dict[str, _Row]:
    """The rows with their references translated; what cannot be without a record that is not there is left out."""
    references = references_of(table)
    moved: dict[str, _Row] = {}
    for id_, row in rows.items():
        row = dict(row)
        for reference in references:
            if (target := reference.target(row[reference.field])) is None:
                continue
            own = keys.get(target)
            if own is None and reference.needed:
                break
            row[reference.field] = own if reference.table or own is None else owner_value(target[0], own)
        else:
            moved[id_] = row
    return moved


def _pairs(kind: type[Record], mine: Mapping[str, _Row], theirs: Mapping[str, _Row]) -> dict[str, str]:
    """Mine by theirs, of those that are the same."""
    order = order_field(kind)
    waiting, wanted = in_order(mine, order), in_order(theirs, order)
    found: dict[str, str] = {}
    for known_by in (_as_they_stand, _as_they_are_named):
        present: dict[object, deque[str]] = {}
        for id_ in waiting:
            present.setdefault(known_by(kind, mine[id_]), deque()).append(id_)
        for id_ in wanted:
            of_that_name = present.get(known_by(kind, theirs[id_]))
            if of_that_name and known_by(kind, theirs[id_]) is not None:
                found[id_] = of_that_name.popleft()
        taken = set(found.values())
        waiting = [id_ for id_ in waiting if id_ not in taken]
        wanted = [id_ for id_ in wanted if id_ not in found]
    return found


def _as_they_stand(kind: type[Record], row: _Row) -> object:
    return tuple(row[name] for name in _values(kind))


def _as_they_are_named(kind: type[Record], row: _Row) -> object:
    """None for a record without a name: whom a copy without personal data does not name may be anybody."""
    naming = _naming(kind)
    needed = {reference.field for reference in references_of(kind.__tablename__) if reference.needed}
    own = [name for name in naming if name not in needed]
    if own and not needed.intersection(naming) and not any(folded_name(row[name]) for name in own):
        return None
    return tuple(folded_name(row[name]) if name in own else row[name] for name in naming)


def _fresh(kind: type[Record], row: _Row, taken: Collection[str]) -> str:
    """The key of a new record: that of a link follows from its ends, but a link whose ends were changed keeps the key
    that it had."""
    made = kind(**row).id
    return new_id() if made in taken else made
