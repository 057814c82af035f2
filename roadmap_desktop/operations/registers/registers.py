"""What is done with the records of any register: count, add, change, delete."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.period import Period, school_year_label, school_year_of
from roadmap_desktop.model.record_names import name_of
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers.activity_links import ActivityLink
from roadmap_desktop.model.russian import counted, quoted
from roadmap_desktop.operations.plan.order import positions_at
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.record_listing import folded_name, names_in
from roadmap_desktop.storage.dependents import delete_record, dependents_of, goes_with
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import exists, select

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


def defaults_of(register: Register) -> dict[str, Any]:
    """What the fields of a new record hold before anything is chosen, where that is something."""
    return {field.name: field.default for field in register.fields if field.default is not None}


def first_values(register: Register, plan: Period, today: date) -> dict[str, Any]:
    """What the form of a new record begins with: a school year is the plan's, of a longer plan the one that it is."""
    years = [field.name for field in register.fields if field.kind is FieldKind.YEAR]
    values = defaults_of(register)
    # A plan may have a year in which no school year begins or ends.
    with suppress(ValueError):
        year = school_year_label(school_year_of(min(max(today, plan.start), plan.end)))
        values |= dict.fromkeys(years, year)
    return values


def add_record(
    file: RoadmapFile, register: Register, values: Mapping[str, Any], serves: Sequence[str] = ()
) -> tuple[str, ChangeSet | None]:
    """Adds a record that serves the activities with these keys; answers its own. Raises UserError for values that it
    cannot hold."""
    _refuse_mistakes(register, values)
    with file.edit(f"Добавлено: {register.record.caption.lower()}{_called(register, values)}") as edit:
        assigning = Assigning(edit, register.record)
        values = assigning.settled(values)
        if exists(edit.connection, register.record, register.record(**values).id):
            raise UserError("Такая запись уже есть.", NOTHING_CHANGED, "Измените ту, что есть.")
        place = (
            {"position": positions_at(edit, values.get("section_id"), count=1)[0]}
            if register.is_numbered
            else {}
        )
        record = assigning.add({**values, **place})
        owner = owner_value(register.table, record.id)
        edit.add(*(ActivityLink(activity_id=activity, owner=owner) for activity in serves))
    return record.id, edit.change_set


def set_values(
    file: RoadmapFile, register: Register, ids: Sequence[str], values: Mapping[str, Any]
) -> ChangeSet | None:
    """Sets fields of records, as one step of undo. Raises UserError for values that they cannot hold, and for records
    that are gone."""
    labels = ", ".join(register.field(name).label for name in values)
    with file.edit(f"{labels}: {_told(file, register, ids)}") as edit:
        records = _present(edit, register, ids)
        for record in records:
            present = {field.name: getattr(record, field.name) for field in register.record.fields}
            _refuse_mistakes(register, present | dict(values))
        Assigning(edit, register.record).set_all(records, values)
    return edit.change_set


def delete_records(
    file: RoadmapFile, register: Register, ids: Sequence[str], *, with_all: bool = False
) -> ChangeSet | None:
    """Deletes records with what cannot be without them, as one step of undo. What merely points at them is unlinked and
    stays; ``with_all``: it goes as well. Raises UserError."""
    with file.edit(f"Удалено: {_told(file, register, ids)}") as edit:
        for record in _present(edit, register, ids):
            # It may have gone with one before it.
            if exists(edit.connection, register.record, record.id):
                delete_record(edit, record, with_all=with_all)
                edit.flush()
    return edit.change_set


class Dependents(NamedTuple):
    """What hangs on records that are to be deleted: how many of which sort; ``goes``: they cannot be without them, else
    they can be unlinked and stay."""

    caption: str
    number: int
    goes: bool


def dependents(file: RoadmapFile, register: Register, ids: Iterable[str]) -> list[Dependents]:
    """What depends on these records, however far away, the greatest numbers first."""
    own = [(register.table, id_) for id_ in ids]
    # Whom a record names is a field of it, though kept as records of their own.
    fields = {field.through for field in register.record.declared if field.through}
    with file.read() as connection:
        if not all(exists(connection, register.record, id_) for _, id_ in own):
            raise _gone()
        going = goes_with(connection, own)
        staying = {
            one.key
            for record in going
            for one in dependents_of(connection, record)
            if not one.reference.needed and one.key not in going
        }
    counts = Counter(
        (record_class(table).caption, True) for table, _ in going.difference(own) if table not in fields
    )
    counts.update((record_class(table).caption, False) for table, _ in staying)
    told = [Dependents(caption, number, goes) for (caption, goes), number in counts.items()]
    return sorted(told, key=lambda one: (-one.number, one.caption))


def same_record(file: RoadmapFile, register: Register, values: Mapping[str, Any], besides: str = "") -> str:
    """The name of a record that is the same thing as these values would be; empty when there is none."""
    if not register.unique_by or not any(values.get(name) for name in register.unique_by):
        return ""
    wanted = [folded_name(values.get(name)) for name in register.unique_by]
    with file.read() as connection:
        for id_, *found in select(connection, register.record, ("id", *register.unique_by)):
            pairs = zip(found, wanted, strict=True)
            if id_ != besides and all(folded_name(value) == one for value, one in pairs):
                return names_in(connection, register.table, [id_])[id_]
    return ""


def _present(edit: "Edit", register: Register, ids: Sequence[str]) -> list[Record]:
    found: list[Record] = edit.get_all(register.record, ids)
    if len(found) != len(ids):
        raise _gone()
    return found


def _gone() -> UserError:
    return UserError(
        "Этой записи уже нет: её удалили.", NOTHING_CHANGED, "Отмените удаление или закройте окно."
    )


def _refuse_mistakes(register: Register, values: Mapping[str, Any]) -> None:
    mistakes = mistakes_in(register, values)
    if mistakes:
        name, why = next(iter(mistakes.items()))
        raise UserError(f"{register.field(name).label}: {why}", NOTHING_CHANGED, "Исправьте и повторите.")


def _told(file: RoadmapFile, register: Register, ids: Sequence[str]) -> str:
    if len(ids) != 1:
        return counted(len(ids), *register.plural_forms)
    with file.read() as connection:
        return register.record.caption.lower() + _quoted(
            names_in(connection, register.table, ids).get(ids[0], "")
        )


def _called(register: Register, values: Mapping[str, Any]) -> str:
    return _quoted(name_of(register, values, {}))


def _quoted(name: str) -> str:
    return f" {quoted(name)}" if name else ""
