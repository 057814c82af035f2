"""«Найти и заменить»: words in the texts of the plan and of all registers, looked at before they are replaced."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistake_in, needed
from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.replacing import Query, Replacer
from roadmap_desktop.model.roadmap import Roadmap, Section
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan.reading import read_info
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.record_listing import names_in
from roadmap_desktop.operations.registers.typed_values import parse_field
from roadmap_desktop.storage.names import plain_rows, read_names
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

MOST = 3_000
_PLAN_ITSELF = (
    Register(
        "sections",
        Section,
        "Разделы",
        ("раздел", "раздела", "разделов"),
        "Добавить раздел",
        columns=("name",),
        groups=(),
        named_by=("name",),
        check=needed("name"),
    ),
    Register(
        "roadmap",
        Roadmap,
        "Сведения о дорожной карте",
        ("дорожная карта", "дорожные карты", "дорожных карт"),
        "Добавить дорожную карту",
        columns=("title",),
        groups=(),
        named_by=("title",),
        check=needed("title"),
    ),
)
# What is looked through, in this order.
SEARCHED: Mapping[str, Register] = BY_ID | {register.id: register for register in _PLAN_ITSELF}
_NO_CHECK = Register._field_defaults["check"]
_EMPTY = "Пустым это поле быть не может."
_TEXTS = (FieldKind.LINE, FieldKind.TEXT, FieldKind.DUE)


class Place(NamedTuple):
    """A field of a record in which it was found ``times`` times: its value now and with the words replaced, as they
    were and as they would be with the text around the first; ``why`` it cannot hold that, empty when it can."""

    register: str
    record_id: str
    name: str
    field: str
    old: Any
    new: Any
    times: int
    before: str
    after: str
    why: str


class Finds(NamedTuple):
    """``places`` are the first of ``number``, ``times`` how often it was found in all; ``by_register`` how often in
    which."""

    places: Sequence[Place]
    number: int
    times: int
    by_register: Mapping[str, int]


def find_places(
    file: RoadmapFile,
    query: Query,
    where: Mapping[str, Sequence[str]] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Finds:
    """Where the words stand: activities, registers in their order, sections, the roadmap itself; ``where``: in these
    records alone, keys by register."""
    if not query.find.strip():
        return Finds((), 0, 0, {})
    replacer = Replacer(query)
    places: list[Place] = []
    times: dict[str, int] = {}
    number = 0
    period = read_info(file).period
    with file.read() as connection:
        for register in SEARCHED.values():
            if is_cancelled() or (where is not None and register.id not in where):
                continue
            ids = None if where is None else where[register.id]
            found = list(_found(connection, register, replacer, ids))
            number += len(found)
            if found:
                times[register.id] = sum(replacer.count(value) for _, _, value in found)
                shown = found[: MOST - len(places)]
                places += _told(connection, register, shown, replacer, period)
    return Finds(places, number, sum(times.values()), times)


def replace_places(file: RoadmapFile, places: Sequence[Place]) -> ChangeSet | None:
    """Replaces what was found in these places, as one step of undo. Raises UserError when one of them has changed
    meanwhile or cannot hold it; nothing is replaced then."""
    for place in places:
        if place.why:
            raise UserError(f"{place.name}: {place.why}", NOTHING_CHANGED)
    period = read_info(file).period
    records = len({(place.register, place.record_id) for place in places})
    # What is replaced may be a name: it has no place in the label, which stays in copies without personal data.
    with file.edit(f"Найти и заменить: {counted(records, 'запись', 'записи', 'записей')}") as edit:
        for id_, of_register in groupby(places, lambda place: place.register):
            register, chosen = SEARCHED[id_], list(of_register)
            keys = list({place.record_id for place in chosen})
            # All are read at once, and kept by the session.
            records_kept = {record.id: record for record in edit.find(register.record, id=keys)}
            named = _names(edit.connection, register, keys)
            assigning = Assigning(edit, register.record)
            for place in chosen:
                record = records_kept.get(place.record_id)
                field = register.field(place.field)
                now = (
                    named[field.name].get(place.record_id, ())
                    if field.through
                    else getattr(record, field.name, None)
                )
                if record is None or now != place.old:
                    raise _changed()
                assigning.set(record, _values(field, place.new, period))
    return edit.change_set


# A record's key, a field, and its value.
_Find = tuple[str, Field, Any]


def _found(
    connection: sqlite3.Connection, register: Register, replacer: Replacer, ids: Sequence[str] | None
) -> Iterator[_Find]:
    fields = [field for field in register.fields if field.kind in _TEXTS and _is_free(register, field)]
    listed = [field for field in register.fields if field.through]
    # As they were added, which is how they lie in the file: any other order takes twice as long to read.
    order = ("section_id", "position", "id") if register.is_numbered else ("rowid",)
    where = None if ids is None else {"id": list(ids)}
    names = ("id", *(field.name for field in fields))
    rows = select(connection, register.record, names, where, order) if fields or listed else []
    named = _names(connection, register, ids)
    for row in rows:
        id_ = row[0]
        # Most records hold it nowhere: one look at all that stands in them.
        if replacer.is_in("\0".join(row)):
            for field, text in zip(fields, row[1:], strict=True):
                if replacer.is_in(text):
                    yield id_, field, text
        for field in listed:
            several = named[field.name].get(id_, ())
            if any(map(replacer.is_in, several)):
                yield id_, field, several


def _is_free(register: Register, field: Field) -> bool:
    """Whether the field may change: the key of a link is made of its ends."""
    return field.name not in getattr(register.record, "keyed_by", ())


def _names(
    connection: sqlite3.Connection, register: Register, ids: Sequence[str] | None
) -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        field.name: read_names(connection, register.record, field, ids)
        for field in register.fields
        if field.through
    }


def _told(
    connection: sqlite3.Connection,
    register: Register,
    found: Sequence[_Find],
    replacer: Replacer,
    period: Period,
) -> Iterator[Place]:
    keys = list({id_ for id_, _, _ in found})
    called = _called(connection, register, keys)
    rows = plain_rows(connection, register.record, {"id": keys}) if register.check is not _NO_CHECK else ()
    whole = {row.id: row._asdict() for row in rows}
    for id_, field, old in found:
        new, why = _new_value(field, old, replacer)
        why = why or (_EMPTY if field.required and not new else mistake_in(field, new))
        if not why and whole:
            why = _against_others(register, whole[id_], _values(field, new, period))
        before, after = replacer.around(value_text(old))
        yield Place(
            register.id, id_, called[id_], field.name, old, new, replacer.count(old), before, after, why
        )


def _called(connection: sqlite3.Connection, register: Register, keys: Sequence[str]) -> Mapping[str, str]:
    if register in _PLAN_ITSELF:
        return dict(select(connection, register.record, ("id", *register.named_by), {"id": keys}))
    return names_in(connection, register.table, keys)


def _new_value(field: Field, old: Any, replacer: Replacer) -> tuple[Any, str]:
    if isinstance(old, tuple):
        names = (one for name in old for one in split_performers(replacer.replaced(name)))
        return tuple(dict.fromkeys(names)), ""
    try:
        return parse_field(field, replacer.replaced(old)), ""
    except UserError as error:
        return old, error.reason


def _against_others(register: Register, values: dict[str, Any], new: dict[str, Any]) -> str:
    """What the record's check says of the new values and did not say of the old ones."""
    before, after = register.check(values), register.check(values | new)
    return next((why for name, why in after.items() if name not in before), "")


def _values(field: Field, new: Any, period: Period) -> dict[str, Any]:
    """The value, and with a due wording that names its days those given by hand, which go."""
    if field.dates and read_due(new, period).periods:
        return {field.name: new, field.dates: ""}
    return {field.name: new}


def _changed() -> UserError:
    return UserError(
        "Пока вы смотрели, одна из этих записей изменилась.", NOTHING_CHANGED, "Найдите слова ещё раз."
    )
