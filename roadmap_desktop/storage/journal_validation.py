"""Whether a journal says only what this program could have written: asked of what comes from others, before anything of
it is believed, and by the check of a file."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import ChangeSetKind
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.identity import is_key
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import owner_key
from roadmap_desktop.storage.differences import columns_of, is_readable
from roadmap_desktop.storage.journal.contents import Contents, FileContents, Headline
from roadmap_desktop.storage.journal.row import JournalRow, Key
from roadmap_desktop.storage.journal.times import is_written_so
from roadmap_desktop.storage.journal.values import is_text
from roadmap_desktop.storage.own_schema import record_columns

_KINDS = frozenset(ChangeSetKind)
_ANSWERS = (ChangeSetKind.UNDO, ChangeSetKind.REDO)
_ORDER_KEY = re.compile(r"[0-9A-Za-z]*[1-9A-Za-z]")
_SHA256 = re.compile(r"[0-9a-f]{64}")
# What a form of the window can show; no field of ours comes near.
_LARGEST_NUMBER = 2**31 - 1
_COLUMNS = {
    "change_set": ("id", "at", "author", "label", "kind", "after"),
    "change": ("change_set_id", "table_name", "record_id", "field"),
    "head": ("id",),
    "revived": ("table_name", "record_id"),
}

NOT_OF_ITS_KIND = "не тот вид данных"
Oddity = tuple[str, str]  # The change set, and what of it is odd, in Russian.


def holds_texts(connection: sqlite3.Connection) -> bool:
    """Whether the columns of the journal hold what they are declared to hold: SQLite lets any column hold anything.
    Raises sqlite3.Error."""
    for table, names in _COLUMNS.items():
        wrong = [f"typeof(\"{name}\") <> 'text'" for name in names]
        if table == "change_set":
            wrong.append("typeof(target) NOT IN ('text', 'null')")
        if table == "change":
            wrong.append("typeof(ordinal) <> 'integer'")
            wrong += [f"typeof({name}) NOT IN ('text', 'null')" for name in ("old", "new")]
        if connection.execute(f"SELECT 1 FROM {table} WHERE {' OR '.join(wrong)} LIMIT 1").fetchone():
            return False
    return True


def is_record(table: str, record_id: str) -> bool:
    """Whether there can be such a record."""
    return table in record_columns() and is_key(record_id)


def is_odd_row(row: JournalRow) -> bool:
    """Whether this program cannot have written the row."""
    return any(_of_rows([row]))


def oddities(contents: Contents, ids: Iterable[str]) -> Iterator[Oddity]:
    """What is odd about these change sets by themselves: keys, times, fields, values."""
    ids = list(ids)
    contents.read_together(ids)
    for id_ in ids:
        said = [*_of_headline(contents.headlines[id_]), *_of_rows(contents.rows_of(id_))]
        yield from ((id_, words) for words in dict.fromkeys(said))


def disorder(contents: Contents, ids: Iterable[str]) -> Iterator[Oddity]:
    """What is odd about these change sets among the others: they must stand after those that they know, and a record
    cannot change before it came, nor come twice."""
    places, keys = contents.places, set[Key]()
    ids = set(ids)
    for id_ in ids:
        known = contents.headlines[id_].after.split()
        if any(places.get(parent, len(places)) >= places[id_] for parent in known):
            yield id_, "порядок правок"
        keys |= {row.key for row in contents.rows_of(id_)}
    for rows in contents.of_records(keys).values():
        for index, row in enumerate(rows):
            if row.change_set_id not in ids:
                continue
            if not (row.is_created or rows[0].is_created):
                yield row.change_set_id, "запись, которой не было"
            elif row.is_created and _is_there(row.change_set_id, rows[:index], contents):
                yield row.change_set_id, "запись, которая уже есть"


def _is_there(id_: str, before: list[JournalRow], contents: Contents) -> bool:
    """Whether a record was there for all that a change set knew; ``before``: what had been done to it till then."""
    knows = contents.ancestry.knows
    last = next((row for row in reversed(before) if knows(id_, row.change_set_id)), None)
    return last is not None and not last.is_deleted


def find_oddities(
    connection: sqlite3.Connection, is_cancelled: Callable[[], bool] = lambda: False
) -> list[str]:
    """What is odd in the journal of an open file, in Russian, once for each change set. The connection may decode texts
    as ``differences.lenient_text`` does. Raises sqlite3.Error, Cancelled."""
    if not holds_texts(connection):
        return [NOT_OF_ITS_KIND]
    contents = FileContents(connection)
    contents.read_together(contents.headlines)
    found = []
    for id_ in contents.headlines:
        if is_cancelled():
            raise Cancelled
        found += [words for _, words in oddities(contents, [id_])]
    if not found:
        found = [words for _, words in disorder(contents, contents.headlines)]
    revived = connection.execute("SELECT table_name, record_id FROM revived")
    return found + [NOT_OF_ITS_KIND for key in revived if not is_record(*key)]


def _of_headline(headline: Headline) -> Iterator[str]:
    if not is_key(headline.id):
        yield "ключ правки"
    if not is_written_so(headline.at):
        yield "время правки"
    if headline.kind not in _KINDS:
        yield "вид правки"
    elif not (is_key(headline.target) if headline.kind in _ANSWERS else headline.target is None):
        yield "что отменяет правка"
    known = headline.after.split(" ") if headline.after else []
    if known != sorted(set(known)) or not all(map(is_key, known)):
        yield "порядок правок"
    if not (is_text(headline.author) and is_text(headline.label)):
        yield "название правки"


def _of_rows(rows: list[JournalRow]) -> Iterator[str]:
    if len({row.subject for row in rows}) < len(rows):
        yield "одно и то же поле дважды"
    for row in rows:
        _, ordinal, table, record_id, field, old, new = row
        if ordinal < 0 or not is_record(table, record_id):
            yield "запись, каких не бывает"
        elif row.says_wanted:
            continue
        elif not field:
            yield from _of_whole(table, old, new)
        elif field not in columns_of(table):
            yield "поле, какого нет"
        elif old is None or new is None:
            yield _of_value(table, field)
        else:
            values = (_read(old), _read(new))
            if not all(_is_value(table, field, value) for value in values):
                yield _of_value(table, field)


def _of_whole(table: str, old: str | None, new: str | None) -> Iterator[str]:
    if (old is None) == (new is None):
        yield "запись, каких не бывает"
        return
    values = _read(old if new is None else new)  # type: ignore[arg-type]
    if not isinstance(values, dict) or not values.keys() <= columns_of(table).keys():
        yield "поле, какого нет"
        return
    yield from (_of_value(table, name) for name, value in values.items() if not _is_value(table, name, value))
    yield from (
        _of_value(table, name)
        for name, column in columns_of(table).items()
        if name not in values and not column.nullable and column.default is None
    )


def _of_value(table: str, field: str) -> str:
    return f"значение поля «{field_of(record_class(table), field).label}»"


def _is_value(table: str, name: str, value: Any) -> bool:
    if not is_readable(table, name, value):
        return False
    if isinstance(value, (int, float)):
        return abs(value) <= _LARGEST_NUMBER
    match _kind(table, name):
        case FieldKind.LINK:
            return value is None or is_key(value)
        case FieldKind.OWNER:
            return is_record(*owner_key(value))
        case FieldKind.ORDER:
            return _ORDER_KEY.fullmatch(value) is not None
        case FieldKind.CONTENT:
            return _SHA256.fullmatch(value) is not None
    return True


@cache
def _kind(table: str, name: str) -> FieldKind:
    return field_of(record_class(table), name).kind


class _Unreadable:
    """What a text that is no JSON of ours reads as; it is no value of any field."""


def _read(text: str) -> Any:
    try:
        return _decode(text)
    except (ValueError, RecursionError):
        return _Unreadable()


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("a name twice")
    return values


_decode = json.JSONDecoder(parse_constant=_refuse, object_pairs_hook=_object).decode
