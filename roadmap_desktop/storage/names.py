"""Fields of names: records of another table that are linked to one, in an order (``FieldKind.NAMES``)."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.letters import composed
from roadmap_desktop.model.ordering import keys_between
from roadmap_desktop.model.plain_rows import row_type
from roadmap_desktop.model.records import record_class
from roadmap_desktop.storage.batches import batches
from roadmap_desktop.storage.rows import Where, select

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


class _Links(NamedTuple):
    """The class of the links, their fields that point at the record and at what is named, and the class of that."""

    kind: type[Record]
    owner: str
    named: str
    named_kind: type[Record]


def _links(kind: type[Record], field: Field) -> _Links:
    links = record_class(field.through)
    ends = {one.references: one.name for one in links.fields if one.kind is FieldKind.LINK and one.references}
    owner = ends.pop(kind.__tablename__)
    ((table, named),) = ends.items()
    return _Links(links, owner, named, record_class(table))


def read_names(
    connection: sqlite3.Connection, kind: type[Record], field: Field, ids: Iterable[str] | None = None
) -> dict[str, tuple[str, ...]]:
    """The names of each record in their order, by its key; of those with these keys, or of all. Raises
    sqlite3.Error."""
    links = _links(kind, field)
    names = dict(select(connection, links.named_kind, ("id", "name")))
    where = None if ids is None else {links.owner: list(ids)}
    found: dict[str, list[str]] = {}
    for owner, named in select(
        connection, links.kind, (links.owner, links.named), where, order=("position", "id")
    ):
        # A copy without personal data knows that somebody is named, but not who.
        if names[named]:
            found.setdefault(owner, []).append(names[named])
    return {owner: tuple(of_one) for owner, of_one in found.items()}


def names_known(connection: sqlite3.Connection, kind: type[Record], field: Field) -> list[str]:
    """Every name that a field of names can name. Raises sqlite3.Error."""
    return [name for _, name in select(connection, _links(kind, field).named_kind, ("id", "name")) if name]


def linked(connection: sqlite3.Connection, kind: type[Record], record_id: str) -> dict[str, tuple[str, str]]:
    """What a record's fields of names name, or once could: what such a thing is called and its name, by the key of the
    link. Raises sqlite3.Error."""
    found = {}
    for links in (_links(kind, field) for field in kind.declared if field.through):
        for named, name in select(connection, links.named_kind, ("id", "name")):
            ends = {links.owner: record_id, links.named: named}
            found[links.kind.key_of(*(ends[end] for end in links.kind.keyed_by))] = (
                links.named_kind.caption,
                name,
            )
    return found


def plain_rows(
    connection: sqlite3.Connection,
    kind: type[Record],
    where: Where | None = None,
    order: Sequence[str] = ("id",),
) -> list[Any]:
    """The records of a class as plain rows, with the names that they link, see ``rows.select``. Raises
    sqlite3.Error."""
    make = _plain_row(kind.__tablename__)
    found = select(connection, kind, ("id", *(field.name for field in kind.fields)), where, order)
    listed = [field for field in kind.declared if field.through]
    if not listed:
        return [make._make(row) for row in found]
    ids = None if where is None else [row[0] for row in found]
    names = {field.name: read_names(connection, kind, field, ids) for field in listed}
    stored = ("id", *(field.name for field in kind.fields))
    return [
        make(
            **dict(zip(stored, row, strict=True)), **{name: of.get(row[0], ()) for name, of in names.items()}
        )
        for row in found
    ]


@cache
def _plain_row(table: str) -> Any:
    return row_type(record_class(table))


class NamesBook:
    """What a field of names can name, by name, kept for the length of one edit: found, made when new, linked in
    order."""

    def __init__(self, edit: "Edit", kind: type[Record], field: Field) -> None:
        self._edit, self._links = edit, _links(kind, field)
        known: list[Any] = edit.find(self._links.named_kind)
        self._by_name = {composed(one.name): one for one in known}
        # Whom a copy without personal data does not name stays linked, whatever is typed beside.
        self._nameless = {one.id for one in known if not one.name}
        self._ahead: dict[str, list[Any]] = {}

    def read_ahead(self, ids: Sequence[str]) -> None:
        """Reads the links of many records at once, before their names are set."""
        self._ahead = {id_: [] for id_ in ids}
        for some in batches(ids):
            for link in self._edit.find(
                self._links.kind, order=("position", "id"), **{self._links.owner: some}
            ):
                self._ahead[getattr(link, self._links.owner)].append(link)

    def set_names(self, record: Record, names: Iterable[str]) -> None:
        """Makes these the names of the record; links that stay in their order are not touched."""
        links = self._ahead.pop(record.id, None)
        if links is None:
            links = self._edit.find(
                self._links.kind, order=("position", "id"), **{self._links.owner: record.id}
            )
        present = {
            key: link for link in links if (key := getattr(link, self._links.named)) not in self._nameless
        }
        wanted = [self._named(name).id for name in dict.fromkeys(names)]
        for key, link in present.items():
            if key not in wanted:
                self._edit.delete(link)
        for key, position in zip(wanted, _positions(wanted, present), strict=True):
            self._link(record, key, present.get(key), position)

    def _link(self, record: Record, key: str, link: Any, position: str) -> None:
        if link is None:
            ends = {self._links.owner: record.id, self._links.named: key}
            self._edit.add(self._links.kind(**ends, position=position))
        elif link.position != position:
            link.position = position

    def _named(self, name: str) -> Any:
        name = composed(name)
        found = self._by_name.get(name)
        if found is None:
            found = self._by_name[name] = self._links.named_kind(name=name)
            self._edit.add(found)
        return found


def _positions(wanted: Sequence[str], present: dict[str, Any]) -> list[str]:
    kept = [present[key].position for key in wanted if key in present]
    # Two copies can have given two links one key: those must be told apart to be put in this order.
    ascending = all(one < other for one, other in pairwise(kept))
    if ascending and wanted[: len(kept)] == [key for key in wanted if key in present]:
        return kept + keys_between(kept[-1] if kept else None, None, len(wanted) - len(kept))
    return keys_between(None, None, len(wanted))
