"""Two files made separately, laid side by side: what only one has, where both have it otherwise, and what joining them
writes."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.merging import ConflictKey
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Key
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.copies.content_order import (
    Within,
    by_scope,
    field_of_list,
    lists,
    order_of,
    ordered,
    places,
    scope_of,
)
from roadmap_desktop.operations.copies.same_records import translated
from roadmap_desktop.operations.registers.record_words import ends
from roadmap_desktop.storage.expected import Records

# What names a record or its place is no value that somebody chose.
_NOT_COMPARED = (FieldKind.ORDER, FieldKind.OWNER, FieldKind.CONTENT)


class Clash(NamedTuple):
    """A field of a record that both have, with other values in each; ``mine`` and ``theirs`` are as their files have
    them, of a list the keys of what stands in it, records of the table ``listed``. What taking theirs does:
    ``changes``, of a list what ``comes``, and within what the order becomes theirs."""

    key: ConflictKey
    label: str
    mine: Any
    theirs: Any
    listed: str = ""
    changes: tuple[Change, ...] = ()
    comes: tuple[Key, ...] = ()
    within: Within | None = None


@dataclass
class Joining:
    """``mine`` and ``theirs`` are all records of the files; nothing is written anywhere."""

    mine: Records
    theirs: Records
    clashes: list[Clash] = field(init=False)

    def __post_init__(self) -> None:
        self._moved, self._origins = translated(self.mine, self.theirs)
        self.clashes = [*self._of_fields(), *self._of_lists(), *self._of_order()]

    @cached_property
    def only_mine(self) -> list[Key]:
        """The records that the other file has not."""
        return list(_only(self.mine, self._moved))

    @cached_property
    def only_theirs(self) -> list[Key]:
        """The reverse, by the keys that they get here."""
        return list(_only(self._moved, self.mine))

    @cached_property
    def both(self) -> list[Key]:
        """The records that both have."""
        return [
            (table, id_) for table, rows in self._moved.items() for id_ in rows if id_ in self.mine[table]
        ]

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
        placed = places(self.mine, self._moved, coming, changed, {clash.within for clash in taken})
        made: list[Change] = []
        for table, id_ in coming:
            row = self._moved[table][id_] | placed.pop((table, id_), {})
            made += (Change(table, id_, name, NOTHING, value) for name, value in row.items())
        moves = (
            Change(table, id_, name, self.mine[table][id_][name], value)
            for (table, id_), place in placed.items()
            for name, value in place.items()
        )
        return [*made, *changed, *(move for move in moves if move.old != move.new)]

    def _of_fields(self) -> Iterator[Clash]:
        for table, id_ in self.both:
            mine, theirs = self.mine[table][id_], self._moved[table][id_]
            if table in lists() or mine == theirs:
                continue
            for one in record_class(table).fields:
                old, new = mine[one.name], theirs[one.name]
                if old != new and one.kind not in _NOT_COMPARED:
                    there = self.theirs[table][self._origins[table, id_]][one.name]
                    change = Change(table, id_, one.name, old, new)
                    yield Clash(
                        ConflictKey(0, table, id_, one.name), one.label, old, there, changes=(change,)
                    )

    def _of_lists(self) -> Iterator[Clash]:
        for table in lists():
            (_, owners), (name, listed), *_ = ends(table)
            rows, moved = self.mine[table], self._moved[table]
            mine, theirs = by_scope(table, rows), by_scope(table, moved)
            for owner in self.mine[owners].keys() & self._moved[owners].keys():
                own, other = mine.get(owner, []), theirs.get(owner, [])
                names = [rows[id_][name] for id_ in own]
                if names == [moved[id_][name] for id_ in other]:
                    continue
                yield Clash(
                    ConflictKey(0, owners, owner, field_of_list(table)),
                    record_class(table).caption,
                    names,
                    [self.theirs[table][self._origins[table, id_]][name] for id_ in other],
                    listed,
                    tuple(self._going(table, (id_ for id_ in own if id_ not in moved))),
                    tuple((table, id_) for id_ in other if id_ not in rows),
                    (table, owner),
                )

    def _going(self, table: str, ids: Iterable[str]) -> Iterator[Change]:
        for id_ in ids:
            for name, value in self.mine[table][id_].items():
                yield Change(table, id_, name, value, NOTHING)

    def _of_order(self) -> Iterator[Clash]:
        """The order of what stands in one section in both files."""
        for table in ordered():
            theirs = by_scope(table, self._moved[table])
            for within, own in by_scope(table, self.mine[table]).items():
                shared = set(own).intersection(theirs.get(within, ()))
                mine = [id_ for id_ in own if id_ in shared]
                other = [id_ for id_ in theirs.get(within, ()) if id_ in shared]
                if mine != other:
                    index = next(index for index, id_ in enumerate(mine) if id_ != other[index])
                    yield Clash(
                        ConflictKey(0, *self._whole(table, within), order_of(table)),
                        f"Порядок ({record_class(table).caption.lower()}): что раньше",
                        [mine[index]],
                        [self._origins[table, other[index]]],
                        table,
                        within=(table, within),
                    )

    def _whole(self, table: str, within: Value) -> Key:
        """The record in which records of a table stand in order: a section, or the roadmap."""
        scope = scope_of(table)
        if scope is not None and isinstance(within, str):
            return scope.table, within
        return Roadmap.__tablename__, next(iter(self.mine[Roadmap.__tablename__]))


def _only(one: Records, other: Records) -> Iterator[Key]:
    """The records of the one that the other has not, but for the entries of a list that both have: it clashes."""
    for table in (table for table in one if table in other):
        scope = scope_of(table) if table in lists() else None
        for id_, row in one[table].items():
            if id_ not in other[table] and (scope is None or row[scope.field] not in other[scope.table]):
                yield table, id_
