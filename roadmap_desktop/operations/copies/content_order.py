"""What stands in an order: sections, activities in them, and who performs an activity, which is a field of it."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.ordering import keys_in_order, rearranged, woven
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.model.references import Key
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.copies.same_records import in_order, order_field
from roadmap_desktop.operations.registers.record_words import ends, is_link
from roadmap_desktop.storage.expected import Records

Rows = Mapping[str, dict[str, Value]]
Within = tuple[str, Value]  # A table in order, and the record within which its records are.


class Scope(NamedTuple):
    """Within what the records of a table stand in order: the field that points at it, and its table."""

    field: str
    table: str


@cache
def lists() -> tuple[str, ...]:
    """The tables of links that stand in order: together they are one field of what they begin at."""
    return tuple(kind.__tablename__ for kind in RECORDS if order_field(kind) and is_link(kind.__tablename__))


@cache
def field_of_list(table: str) -> str:
    """The field of names that a table of links is, see ``lists``."""
    return next(field.name for kind in RECORDS for field in kind.declared if field.through == table)


@cache
def ordered() -> tuple[str, ...]:
    """The tables of the other records that stand in order."""
    return tuple(
        kind.__tablename__ for kind in RECORDS if order_field(kind) and not is_link(kind.__tablename__)
    )


@cache
def scope_of(table: str) -> Scope | None:
    """None for a table that is in order as a whole."""
    return next((Scope(*end) for end in ends(table)), None)


def by_scope(table: str, rows: Rows, now: Mapping[str, Value] | None = None) -> dict[Value, list[str]]:
    """The rows in their order, by what they stand within; ``now``: those alone that stand there now."""
    scope = scope_of(table)
    found: dict[Value, list[str]] = {}
    for id_ in in_order(rows, order_field(record_class(table))):
        within = rows[id_][scope.field] if scope else None
        if now is None or now.get(id_, NOTHING) == within:
            found.setdefault(within, []).append(id_)
    return found


def places(
    mine: Records,
    moved: Records,
    coming: Collection[Key],
    changed: Iterable[Change],
    taken: Collection[Within | None],
) -> dict[Key, dict[str, Value]]:
    """The fields of order that records of mine and those that come get: what comes stands after what it follows in the
    other file, ``moved``; where its order is taken, what both have stands as there."""
    found: dict[Key, dict[str, Value]] = {}
    for table in (*ordered(), *lists()):
        order = order_field(record_class(table)) or ""
        now = _within(table, mine, moved, coming, changed)
        present = by_scope(table, mine[table], now)
        for within, theirs in by_scope(table, moved[table], now).items():
            own = present.get(within, [])
            if (table, within) in taken:
                own = rearranged(own, theirs)
            elif set(theirs) <= set(own):
                continue
            keys = keys_in_order(woven(own, theirs), {id_: str(mine[table][id_][order]) for id_ in own})
            found |= {(table, id_): {order: key} for id_, key in keys.items()}
    return found


def _within(
    table: str, mine: Records, moved: Records, coming: Collection[Key], changed: Iterable[Change]
) -> dict[str, Value]:
    """Within what each record of a table will stand."""
    scope = scope_of(table)
    rows = mine[table] | {id_: moved[named][id_] for named, id_ in coming if named == table}
    now = {id_: row[scope.field] if scope else None for id_, row in rows.items()}
    for change in changed:
        if change.table == table and change.new is NOTHING:
            now.pop(change.record_id, None)
        elif change.table == table and scope and change.field == scope.field:
            now[change.record_id] = change.new
    return now


def order_of(table: str) -> str:
    """By which the order of a table's records is known as a field of what they stand within."""
    return f"{table} {order_field(record_class(table))}"


def field_it_stands_in(table: str, name: str, values: Mapping[str, Value]) -> tuple[str, str, str] | None:
    """Table, record and field as which a change of a record's field is told, where that is another one: the list that
    it is an entry of, the order that it has a place in. The roadmap is named by an empty key."""
    scope = scope_of(table)
    within = values.get(scope.field) if scope else None
    owner = (scope.table, within) if scope and isinstance(within, str) else (Roadmap.__tablename__, "")
    if table in lists():
        return (*owner, field_of_list(table))
    if table in ordered() and name == order_field(record_class(table)):
        return (*owner, order_of(table))
    return None
