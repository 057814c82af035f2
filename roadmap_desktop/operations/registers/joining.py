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
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.record_listing import folded_name, read_listing
from roadmap_desktop.storage.dependents import Dependent, delete_record, dependents_of
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import exists

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
    label = f"Объединено: {register.record.caption.lower()} «{pair.going}» → «{pair.staying}»"
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
        dependents = list(dependents_of(self._edit.connection, (staying.__tablename__, going.id)))
        # Thousands may point at one: they are read at once, and kept by the session.
        keys: dict[str, list[str]] = {}
        for dependent in dependents:
            keys.setdefault(dependent.key[0], []).append(dependent.key[1])
        _kept = [self._edit.get_all(record_class(table), ids) for table, ids in keys.items()]
        for dependent in dependents:
            self._point(dependent, staying)
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
        Assigning(self._edit, kind).set(staying, values)

    def _point(self, dependent: Dependent, staying: Record) -> None:
        """Has a record point at the one that stays; where there is such a one already they become one."""
        reference, (table, id_) = dependent
        record = self._edit.get(record_class(table), id_)
        if record is None:
            return
        value = staying.id if reference.table else owner_value(staying.__tablename__, staying.id)
        values = {field.name: getattr(record, field.name) for field in record.fields}
        values[reference.field] = value
        if _contradicts_itself(record, values):
            delete_record(self._edit, record)
        elif reference.field in record.keyed_by:
            self._move(record, values)
            # What nothing points at needs no writing in between; of thousands each would be felt.
            return
        else:
            setattr(record, reference.field, value)
            double = self._double(record)
            if double is not None and _agree(double, record):
                self._edit.flush()
                self.join(double, record)
        self._edit.flush()

    def _move(self, link: Record, values: dict[str, Any]) -> None:
        """A link is known by its ends: another end makes it another link. Of two places in one order it has the
        earlier."""
        kind, connection = type(link), self._edit.connection
        key = kind.key_of(*(values[name] for name in kind.keyed_by))
        there = self._edit.get(kind, key) if exists(connection, kind, key) else None
        if there is None:
            there = kind(**values)
            self._edit.add(there)
        for field in kind.fields:
            if field.kind is FieldKind.ORDER and values[field.name] < getattr(there, field.name):
                setattr(there, field.name, values[field.name])
        if any(dependents_of(connection, (kind.__tablename__, link.id))):
            self._edit.flush()
            self.join(there, link)
        else:
            self._fill(there, link, ())
            self._edit.delete(link)

    def _double(self, record: Record) -> Record | None:
        """Another record of the same register that is the same thing."""
        register = BY_TABLE.get(record.__tablename__)
        if register is None or not register.unique_by:
            return None
        links = [name for name in register.unique_by if register.field(name).kind is FieldKind.LINK]
        where = {name: getattr(record, name) for name in links}
        alike = self._edit.find(type(record), **where) if where else []
        wanted = _compared(record, register)
        return next((one for one in alike if one is not record and _compared(one, register) == wanted), None)


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


def _compared(record: Record, register: Register) -> list[str]:
    return [folded_name(getattr(record, name)) for name in register.unique_by]


def _contradicts_itself(record: Record, values: dict[str, Any]) -> bool:
    """Whether a record would say something that it cannot and did not say before, as that a school helps itself."""
    register = BY_TABLE.get(record.__tablename__)
    if register is None:
        return False
    before = {field.name: getattr(record, field.name) for field in record.fields}
    return bool(mistakes_in(register, values).keys() - mistakes_in(register, before).keys())


def _value(listing: Listing, row: Any, field: Field) -> str:
    return "" if _is_unsaid(field, listing.value(row, field.name)) else listing.text(row, field)


def _not_two() -> UserError:
    return UserError(
        "Объединить можно только две разные записи, которые есть в файле.",
        NOTHING_CHANGED,
        "Выберите другую запись.",
    )
