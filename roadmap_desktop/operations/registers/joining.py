"""Two records that are one thing entered twice become one: what points at the one points at the other then."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Reference, owner_value
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.russian import quoted
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.record_listing import folded_name, read_listing
from roadmap_desktop.storage.dependents import delete_record, dependents_of, pointed_at_of
from roadmap_desktop.storage.roadmap_file import RoadmapFile

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

# What says where a record stands, and not what it is.
_PLACES = (FieldKind.ORDER, FieldKind.OWNER, FieldKind.CONTENT)


class Difference(NamedTuple):
    """A field in which both records say something, and not the same: the texts of what stays and of what goes."""

    field: Field
    staying: str
    going: str


class Pair(NamedTuple):
    """Two records by their names, what of them differs, and how many records point at the one that goes."""

    staying: str
    going: str
    differences: Sequence[Difference]
    pointing: int


def read_pair(file: RoadmapFile, register: Register, staying: str, going: str) -> Pair:
    """What joining two records would be about. Raises UserError when one is gone, or both are one."""
    listing = read_listing(file, register)
    if staying == going or not {staying, going} <= listing.by_id.keys():
        raise _not_two()
    rows = [listing.by_id[id_] for id_ in (staying, going)]
    differences = []
    for field in register.fields:
        mine, theirs = (_value(listing, row, field) for row in rows)
        if mine and theirs and mine != theirs and not field.through:
            differences.append(Difference(field, mine, theirs))
    with file.read() as connection:
        pointing = sum(1 for _ in dependents_of(connection, (register.table, going)))
    return Pair(listing.name(rows[0]), listing.name(rows[1]), differences, pointing)


def join_records(
    file: RoadmapFile, register: Register, staying: str, going: str, taken: Collection[str] = ()
) -> ChangeSet | None:
    """Joins two records into the one that stays, as one step of undo: it gets what the other has and it has not, and
    the other's values of the fields ``taken``; all that pointed at the other points at it. Links that then stand twice
    become one, and what then says of a record that it is related to itself goes. Raises UserError when one is gone."""
    pair = read_pair(file, register, staying, going)
    label = f"Объединено: {register.record.caption.lower()} {quoted(pair.going)} → {quoted(pair.staying)}"
    with file.edit(label) as edit:
        one, other = (edit.get(register.record, id_) for id_ in (staying, going))
        if one is None or other is None:
            raise _not_two()
        join_within(edit, one, other, taken)
    return edit.change_set


def join_within(edit: "Edit", staying: Record, going: Record, taken: Collection[str] = ()) -> None:
    """Joins two records of one class, of a register or not, within an edit, see ``join_records``."""
    _Joiner(edit).join(staying, going, taken)


class _Joiner:
    """Works within one edit."""

    def __init__(self, edit: "Edit") -> None:
        self._edit = edit

    def join(self, staying: Record, going: Record, taken: Collection[str] = ()) -> None:
        """Joins records of one class, and whatever becomes double by that."""
        self._fill(staying, going, taken)
        by_reference: dict[tuple[str, Reference], list[str]] = {}
        for reference, (table, id_) in dependents_of(
            self._edit.connection, (staying.__tablename__, going.id)
        ):
            by_reference.setdefault((table, reference), []).append(id_)
        for (table, reference), ids in by_reference.items():
            value = staying.id if reference.table else owner_value(staying.__tablename__, staying.id)
            kind = record_class(table)
            # Thousands may point at one: they are read at once, and written at once.
            put = self._move if reference.field in kind.keyed_by else self._point
            put(kind, ids, reference.field, value)
        self._edit.delete(going)
        self._edit.flush()

    def _fill(self, staying: Record, going: Record, taken: Collection[str]) -> None:
        kind = type(staying)
        values = {}
        for field in kind.declared:
            if _is_compared(kind, field):
                theirs = getattr(going, field.name)
                if field.name in taken or _is_unsaid(field, getattr(staying, field.name)):
                    values[field.name] = theirs
        if values:
            Assigning(self._edit, kind).set(staying, values)

    def _point(self, kind: type[Record], ids: Sequence[str], name: str, value: str) -> None:
        """Has records of one class point at what stays by that field; those that become double by it are joined."""
        there: dict[str, Any] = {name: value}
        known = _by_identity(self._edit.find(kind, **there)) if _identity(kind) else {}
        for record in self._edit.get_all(kind, ids):
            if self._edit.get(kind, record.id) is None:
                # It went with one before it.
                continue
            if _contradicts_itself(record, name, value):
                self._drop(record)
                continue
            setattr(record, name, value)
            double = known.setdefault(_identity_of(record), record) if _identity(kind) else record
            if double is not record and _agree(double, record):
                self._edit.flush()
                self.join(double, record)
        self._edit.flush()

    def _move(self, kind: type[Record], ids: Sequence[str], name: str, value: str) -> None:
        """A link is known by its ends: another end makes it another link. Of two places in one order it has the
        earlier."""
        links = {_key_with(link, name, value): link for link in self._edit.get_all(kind, ids)}
        there = {link.id: link for link in self._edit.get_all(kind, list(links))}
        pointed_at = pointed_at_of(self._edit.connection, kind.__tablename__, ids)
        for key, link in links.items():
            if _contradicts_itself(link, name, value):
                self._drop(link)
                continue
            other = there.get(key)
            if other is None:
                other = kind(**{**_values(link), name: value})
                self._edit.add(other)
            for field in kind.fields:
                if field.kind is FieldKind.ORDER and getattr(link, field.name) < getattr(other, field.name):
                    setattr(other, field.name, getattr(link, field.name))
            if link.id in pointed_at:
                self._edit.flush()
                self.join(other, link)
            else:
                self._fill(other, link, ())
                self._edit.delete(link)
        self._edit.flush()

    def _drop(self, record: Record) -> None:
        # What hangs on it is read from the file.
        self._edit.flush()
        delete_record(self._edit, record)
        self._edit.flush()


def _is_compared(kind: type[Record], field: Field) -> bool:
    """Whether a field says what the record is, and neither where it stands nor what it joins."""
    return field.kind not in _PLACES and field.name not in kind.keyed_by and not field.through


def _is_unsaid(field: Field, value: Any) -> bool:
    """Whether nobody has typed or chosen that: it is empty, or what a new record begins with."""
    return value in (None, "", field.default)


def _agree(one: Record, other: Record) -> bool:
    """Whether of two records that are one thing neither says what the other does not."""
    for field in type(one).fields:
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        is_said = not (_is_unsaid(field, mine) or _is_unsaid(field, theirs))
        if _is_compared(type(one), field) and is_said and folded_name(mine) != folded_name(theirs):
            return False
    return True


def _identity(kind: type[Record]) -> Sequence[str]:
    """The fields by which another record is the same thing, where that takes what they point at; else none."""
    register = BY_TABLE.get(kind.__tablename__)
    if register is None or not any(
        register.field(name).kind is FieldKind.LINK for name in register.unique_by
    ):
        return ()
    return register.unique_by


def _identity_of(record: Record) -> tuple[str, ...]:
    return tuple(folded_name(getattr(record, name)) for name in _identity(type(record)))


def _by_identity(records: Sequence[Record]) -> dict[tuple[str, ...], Record]:
    found: dict[tuple[str, ...], Record] = {}
    for record in records:
        found.setdefault(_identity_of(record), record)
    return found


def _values(record: Record) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in record.fields}


def _key_with(link: Record, name: str, value: str) -> str:
    """The key of a link whose end of that name would be another."""
    ends = {**_values(link), name: value}
    return link.key_of(*(ends[one] for one in link.keyed_by))


def _contradicts_itself(record: Record, name: str, value: str) -> bool:
    """Whether with that value a record would say something that it cannot and did not say before, as that a school
    helps itself."""
    register = BY_TABLE.get(record.__tablename__)
    if register is None:
        return False
    before = _values(record)
    after = mistakes_in(register, {**before, name: value})
    return bool(after and after.keys() - mistakes_in(register, before).keys())


def _value(listing: Listing, row: Any, field: Field) -> str:
    return "" if _is_unsaid(field, listing.value(row, field.name)) else listing.text(row, field)


def _not_two() -> UserError:
    return UserError(
        "Объединить можно только две разные записи, которые есть в файле.",
        NOTHING_CHANGED,
        "Выберите другую запись.",
    )
