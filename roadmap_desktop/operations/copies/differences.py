"""What differs between two files, and what each side changed since they parted."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache

from roadmap_desktop.model.change_set import NOTHING, Value
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.merging import Difference, DifferenceKind, RecordName
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.operations.registers.record_words import RecordWords, ends, is_link
from roadmap_desktop.storage.journal.contents import Contents, Headline
from roadmap_desktop.storage.journal.row import JournalRow, Key
from roadmap_desktop.storage.journal.state import FieldChange, changes_by_field, same
from roadmap_desktop.storage.union import stored_records

_Ends = dict[str, tuple[Value, Value]]


def changes_of_side(contents: Contents, own: set[str], words: RecordWords) -> tuple[Difference, ...]:
    """What the change sets ``own`` came to: by record and field, what was changed and taken back left out."""
    rows: dict[Key, list[JournalRow]] = {}
    for headline in contents.order:
        if headline.id in own:
            for row in contents.rows_of(headline.id):
                rows.setdefault(row.key, []).append(row)
    fields: dict[Key, dict[str, list[FieldChange]]] = {
        key: changes_by_field(of_one) for key, of_one in rows.items()
    }
    last = {key: contents.headlines[of_one[-1].change_set_id] for key, of_one in rows.items()}
    came_of = {
        key: {name: (changes[0].old, changes[-1].new) for name, changes in of_one.items()}
        for key, of_one in fields.items()
    }
    authors = {
        (key, name): contents.headlines[changes[-1].change_set_id]
        for key, of_one in fields.items()
        for name, changes in of_one.items()
    }
    return tuple(
        _signed(difference, authors.get((key, difference.field), last[key]))
        for key, difference in told(came_of, words)
    )


def differences_of(
    keys: Iterable[Key], one: sqlite3.Connection, other: sqlite3.Connection, words: RecordWords
) -> tuple[Difference, ...]:
    """How these records differ between two files."""
    came_of: dict[Key, _Ends] = {}
    keys = list(keys)
    before, after = stored_records(one, keys), stored_records(other, keys)
    for key in keys:
        old, new = before.get(key, {}), after.get(key, {})
        came_of[key] = {
            name: (old.get(name, NOTHING), new.get(name, NOTHING)) for name in old.keys() | new.keys()
        }
    return tuple(difference for _, difference in told(came_of, words))


def told(came_of: dict[Key, _Ends], words: RecordWords) -> Iterator[tuple[Key, Difference]]:
    """Records with the old and new values of their fields, as differences in the order of the plan."""
    words.read_together(came_of)
    whole = {key: kind for key, values in came_of.items() if (kind := _kind_of(values)) is not None}
    for key in sorted(came_of, key=lambda key: sort_key(words.name(key))):
        if is_link(key[0]):
            yield from _told_link(key, came_of[key], whole, words)
        elif key in whole:
            yield key, Difference(whole[key], words.name(key), "", "", None, None)
        else:
            yield from _told_fields(key, came_of[key], words)


def _told_fields(key: Key, values: _Ends, words: RecordWords) -> Iterator[tuple[Key, Difference]]:
    declared = _declared(key[0])
    for name in sorted(values.keys() & declared.keys(), key=list(declared).index):
        (old, new), field = values[name], declared[name]
        if same(old, new):
            continue
        if field.kind is FieldKind.ORDER:
            shown: tuple[Value, Value] = (None, "перемещено")
        else:
            shown = words.value(key[0], field.name, old), words.value(key[0], field.name, new)
        yield key, Difference(DifferenceKind.CHANGED, words.name(key), field.name, field.label, *shown)


@cache
def _declared(table: str) -> dict[str, Field]:
    return {field.name: field for field in record_class(table).fields}


def _told_link(
    key: Key, values: _Ends, whole: dict[Key, DifferenceKind], words: RecordWords
) -> Iterator[tuple[Key, Difference]]:
    """A link is told as a field of what it begins at: the performers of an activity."""
    kind = record_class(key[0])
    (first, table), (second, target), *_ = ends(key[0])
    stored = words.values(key)
    owner = (table, str(stored.get(first)))
    name = words.name((target, str(stored.get(second)))).name
    match whole.get(key):
        case _ if owner in whole:
            return
        case DifferenceKind.ADDED:
            shown: tuple[Value, Value] = (None, name)
        case DifferenceKind.REMOVED:
            shown = (name, None)
        case _:
            if all(same(old, new) for old, new in values.values()):
                return
            shown = (name, f"{name}: порядок изменён")
    yield key, Difference(DifferenceKind.CHANGED, words.name(owner), "performers", kind.caption, *shown)


def _kind_of(values: _Ends) -> DifferenceKind | None:
    """Whether a record as a whole came or went; a record that came and went again has no differing fields."""
    if all(old is NOTHING for old, _ in values.values()) and any(
        new is not NOTHING for _, new in values.values()
    ):
        return DifferenceKind.ADDED
    if all(new is NOTHING for _, new in values.values()) and any(
        old is not NOTHING for old, _ in values.values()
    ):
        return DifferenceKind.REMOVED
    return None


def _signed(told: Difference, headline: Headline) -> Difference:
    return Difference(
        told.kind,
        told.record,
        told.field,
        told.label,
        told.old,
        told.new,
        headline.author,
        headline.made_at,
    )


@cache
def _table_place(table: str) -> int:
    return [kind.__tablename__ for kind in RECORDS].index(table)


def sort_key(record: RecordName) -> tuple[int, tuple[int, ...], str, str]:
    """By which records sort as they are told: the plan in its order, then the registers by name."""
    number = (
        tuple(int(part) for part in record.number.split(".") if part.isdigit()) if record.number else (10**9,)
    )
    return _table_place(record.table), number, record.name, record.id
