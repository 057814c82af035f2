"""Two files made separately, laid side by side: what only one has, where both have it otherwise, and what joining them
writes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

from roadmap_desktop.model.base import record_class
from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.field import FieldKind, fields_of
from roadmap_desktop.model.merging import ConflictKey
from roadmap_desktop.model.ordering import keys_in_order, rearranged, woven
from roadmap_desktop.model.records import RECORDS
from roadmap_desktop.model.references import Key
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.activities import PERFORMERS_FIELD
from roadmap_desktop.operations.record_words import ends, is_link
from roadmap_desktop.operations.same_records import in_order, order_field, translated
from roadmap_desktop.storage.expected import Records

# What names a record or its place is no value that somebody chose.
_NOT_COMPARED = (FieldKind.ORDER, FieldKind.OWNER, FieldKind.CONTENT)
_Rows = dict[str, dict[str, Value]]


class _Scope(NamedTuple):
    """Within what records stand in order: the field that points at it, and its table."""

    field: str
    table: str


class Clash(NamedTuple):
    """A field of a record that both have, with other values in each; ``mine`` and ``theirs`` are as their files have
    them, of a list the keys of what stands in it, records of the table ``listed``. What taking theirs does:
    ``changes``, of a list what ``comes``, and within which ``scope`` the order becomes theirs."""

    key: ConflictKey
    label: str
    mine: Any
    theirs: Any
    listed: str = ""
    changes: tuple[Change, ...] = ()
    comes: tuple[Key, ...] = ()
    scope: tuple[str, Value] | None = None


@dataclass
class Joining:
    """``mine`` and ``theirs`` are all records of the files; nothing is written anywhere."""

    mine: Records
    theirs: Records
    clashes: list[Clash] = field(init=False)

    def __post_init__(self) -> None:
        self.moved, self._origins = translated(self.mine, self.theirs)
        self.clashes = [*self._of_fields(), *self._of_lists(), *self._of_order()]

    @cached_property
    def only_mine(self) -> list[Key]:
        """The records that the other file has not; who is in a list of both is told with the list."""
        return self._only(self.mine, self.moved)

    @cached_property
    def only_theirs(self) -> list[Key]:
        """The reverse, by their keys here."""
        return self._only(self.moved, self.mine)

    @cached_property
    def both(self) -> list[Key]:
        """The records that both have."""
        return [(table, id_) for table, rows in self.moved.items() for id_ in rows if id_ in self.mine[table]]

    @property
    def differs(self) -> bool:
        """Whether the files do not say the same."""
        return bool(self.only_mine or self.only_theirs or self.clashes)

    def origin(self, key: Key) -> Key:
        """A record that both have, or only theirs, as the other file knows it."""
        return key[0], self._origins[key]

    def changes(self, taken: Collection[Clash]) -> list[Change]:
        """What must be done to mine for it to have what only theirs has, and theirs where that is taken."""
        coming = [*self.only_theirs, *(key for clash in taken for key in clash.comes)]
        changed = [change for clash in taken for change in clash.changes]
        places = self._places(coming, changed, {clash.scope for clash in taken if clash.scope})
        made = []
        for table, id_ in coming:
            row = self.moved[table][id_] | places.pop((table, id_), {})
            made += [Change(table, id_, name, NOTHING, value) for name, value in row.items()]
        moves = (
            Change(*key, name, self.mine[key[0]][key[1]][name], value)
            for key, place in places.items()
            for name, value in place.items()
        )
        return [*made, *changed, *(move for move in moves if move.old != move.new)]

    def _only(self, one: Records, other: Records) -> list[Key]:
        return [
            (table, id_)
            for table in self.moved
            for id_, row in one[table].items()
            if id_ not in other[table] and not self._is_listed(table, row, other)
        ]

    @staticmethod
    def _is_listed(table: str, row: dict[str, Value], other: Records) -> bool:
        """Whether a record is an entry of an ordered list that the other file has too."""
        scope = _scope(table) if table in _lists() else None
        return scope is not None and row[scope.field] in other[scope.table]

    def _of_fields(self) -> Iterator[Clash]:
        for table, rows in self.moved.items():
            compared = [one for one in fields_of(record_class(table)) if one.kind not in _NOT_COMPARED]
            for id_, theirs in rows.items():
                mine, origin = self.mine[table].get(id_), self._origins[table, id_]
                for one in compared if mine is not None and table not in _lists() else ():
                    if mine[one.name] != theirs[one.name]:
                        yield Clash(
                            ConflictKey(0, table, id_, one.name),
                            one.label,
                            mine[one.name],
                            self.theirs[table][origin][one.name],
                            changes=(Change(table, id_, one.name, mine[one.name], theirs[one.name]),),
                        )

    def _of_lists(self) -> Iterator[Clash]:
        """Who performs an activity is one field of it, in one order."""
        for table in _lists():
            (_, owners), (field, listed), *_ = ends(record_class(table))
            mine, theirs = self._by_scope(table, self.mine[table]), self._by_scope(table, self.moved[table])
            for owner in self.mine[owners]:
                own, other = mine.get(owner, []), theirs.get(owner, [])
                names = [self.mine[table][id_][field] for id_ in own]
                if owner not in self.moved[owners] or names == [
                    self.moved[table][id_][field] for id_ in other
                ]:
                    continue
                there = [self.theirs[table][self._origins[table, id_]][field] for id_ in other]
                yield Clash(
                    ConflictKey(0, owners, owner, PERFORMERS_FIELD.name),
                    record_class(table).caption,
                    names,
                    there,
                    listed,
                    tuple(self._going(table, [id_ for id_ in own if id_ not in self.moved[table]])),
                    tuple((table, id_) for id_ in other if id_ not in self.mine[table]),
                    (table, owner),
                )

    def _going(self, table: str, ids: Iterable[str]) -> Iterator[Change]:
        for id_ in ids:
            for name, value in self.mine[table][id_].items():
                yield Change(table, id_, name, value, NOTHING)

    def _of_order(self) -> Iterator[Clash]:
        """The order of what stands in one section in both files."""
        for table in _ordered():
            mine, theirs = self._by_scope(table, self.mine[table]), self._by_scope(table, self.moved[table])
            for within, own in mine.items():
                shared = set(own).intersection(theirs.get(within, ()))
                first = [id_ for id_ in own if id_ in shared]
                last = [id_ for id_ in theirs.get(within, ()) if id_ in shared]
                if first != last:
                    place = next(place for place, id_ in enumerate(first) if id_ != last[place])
                    yield Clash(
                        ConflictKey(0, *self._whole(table, within), _order_of(table)),
                        f"Порядок ({record_class(table).caption.lower()}): что раньше",
                        [first[place]],
                        [self._origins[table, last[place]]],
                        table,
                        scope=(table, within),
                    )

    def _whole(self, table: str, within: Value) -> Key:
        """The record in which records of a table stand in order: a section, or the roadmap."""
        scope = _scope(table)
        if scope is not None and isinstance(within, str):
            return scope.table, within
        return Roadmap.__tablename__, next(iter(self.mine[Roadmap.__tablename__]))

    def _places(
        self, coming: Collection[Key], changed: Iterable[Change], theirs_first: Collection[tuple[str, Value]]
    ) -> dict[Key, dict[str, Value]]:
        """The keys of order that records get: what comes stands after what it follows in the other file."""
        found: dict[Key, dict[str, Value]] = {}
        for table in (*_ordered(), *_lists()):
            order = order_field(record_class(table)) or ""
            now = self._within(table, coming, changed)
            mine, theirs = (
                self._by_scope(table, rows, now) for rows in (self.mine[table], self.moved[table])
            )
            for within, other in theirs.items():
                own = mine.get(within, [])
                if (table, within) in theirs_first:
                    own = rearranged(own, other)
                elif set(other) <= set(own):
                    continue
                present = {id_: str(self.mine[table][id_][order]) for id_ in own}
                keys = keys_in_order(woven(own, other), present)
                found |= {(table, id_): {order: key} for id_, key in keys.items()}
        return found

    def _within(self, table: str, coming: Collection[Key], changed: Iterable[Change]) -> dict[str, Value]:
        """Within what each record of a table will stand."""
        scope = _scope(table)
        rows = self.mine[table] | {id_: self.moved[named][id_] for named, id_ in coming if named == table}
        now = {id_: row[scope.field] if scope else None for id_, row in rows.items()}
        for change in changed:
            if change.table == table and change.new is NOTHING:
                now.pop(change.record_id, None)
            elif change.table == table and scope and change.field == scope.field:
                now[change.record_id] = change.new
        return now

    @staticmethod
    def _by_scope(table: str, rows: _Rows, now: dict[str, Value] | None = None) -> dict[Value, list[str]]:
        """The rows in their order, by what they stand within; ``now``: those alone that stay where they are."""
        scope = _scope(table)
        found: dict[Value, list[str]] = {}
        for id_ in in_order(rows, order_field(record_class(table))):
            within = rows[id_][scope.field] if scope else None
            if now is None or now.get(id_, NOTHING) == within:
                found.setdefault(within, []).append(id_)
        return found


@cache
def _lists() -> tuple[str, ...]:
    """The tables of links that stand in order: together they are one field of what they begin at."""
    return tuple(kind.__tablename__ for kind in RECORDS if order_field(kind) and is_link(kind))


@cache
def _ordered() -> tuple[str, ...]:
    """The tables of the other records that stand in order."""
    return tuple(kind.__tablename__ for kind in RECORDS if order_field(kind) and not is_link(kind))


@cache
def _scope(table: str) -> _Scope | None:
    return next((_Scope(*end) for end in ends(record_class(table))), None)


def _order_of(table: str) -> str:
    """By which the order of a table's records is known as a field of what they stand within."""
    return f"{table} {order_field(record_class(table))}"


def field_it_stands_in(table: str, name: str, values: Mapping[str, Value]) -> tuple[str, str, str] | None:
    """Which field of which record a change of a record's field is told as, where that is another one: the list that it
    is an entry of, the order that it has a place in. The roadmap is named by an empty key."""
    scope = _scope(table)
    within = values.get(scope.field) if scope else None
    if table in _lists() and scope is not None and isinstance(within, str):
        return scope.table, within, PERFORMERS_FIELD.name
    if table in _ordered() and name == order_field(record_class(table)):
        return (
            (scope.table, within, _order_of(table))
            if scope is not None and isinstance(within, str)
            else (Roadmap.__tablename__, "", _order_of(table))
        )
    return None
