"""A copy without personal data: what is declared personal, fields and whole records, goes from the tables and from the
journal, values and history, with the contents of files, and the bytes of the copy are searched for it.

Rows of the journal that hold nothing else are left out, never replaced: merging such a copy with its original finds
the same keys and fewer rows.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.base import record_class
from roadmap_desktop.model.change_set import NEUTRAL_LABEL
from roadmap_desktop.model.contacts import contacts_in
from roadmap_desktop.model.field import Field, FieldKind, fields_of
from roadmap_desktop.model.person_names import names_in
from roadmap_desktop.model.records import METADATA
from roadmap_desktop.storage.content_names import drop_unnamed
from roadmap_desktop.storage.differences import columns_of, empty_value, record_tables
from roadmap_desktop.storage.excerpt import drop_records, every_record

# Bytes; a shorter word is found in any file by chance.
_SHORTEST_NEEDLE = 5
# Letters; a shorter part of a name («А.», «фон») says nothing by itself.
_SHORTEST_WORD = 4

Place = tuple[str, str, str]  # table, record, field


@dataclass(frozen=True, slots=True)
class Mention:
    """Names and contacts in a text that is not taken out; ``in_history`` when only a former text has them."""

    place: Place
    names: tuple[str, ...]
    in_history: bool = False


@dataclass(slots=True)
class PersonalData:
    """``values`` are the personal values of each place, the present one and former ones; ``records`` those that are
    personal as a whole, by table and key, each with its names; ``mentions`` stay."""

    values: dict[Place, list[str]] = field(default_factory=dict)
    records: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    journal_rows: int = 0
    labels: int = 0
    mentions: list[Mention] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """Every personal value once."""
        return list(dict.fromkeys(value for values in self.values.values() for value in values))

    @property
    def names(self) -> list[str]:
        """Every name of a personal record once."""
        return list(dict.fromkeys(name for names in self.records.values() for name in names))


def find_personal_data(connection: sqlite3.Connection) -> PersonalData:
    """What would be taken out of the file, and which names would stay in its free texts. Raises sqlite3.Error."""
    found = PersonalData()
    declared = {(table, name): declared for table, name, declared in _declared()}
    free = []
    for place, value, in_history in _texts(connection):
        of_field = declared.get((place[0], place[2]))
        if of_field is None:
            continue
        if of_field.holds_personal(value):
            known = found.values.setdefault(place, [])
            if value not in known:
                known.append(value)
        elif not of_field.personal and of_field.kind in _FREE_TEXT:
            free.append((place, value, in_history))
    found.mentions = list(_mentions(free, found))
    for table, record_id, whole in every_record(connection):
        if record_class(table).is_personal:
            names = found.records.setdefault((table, record_id), [])
            names += [name for name in [str(whole.get("name") or "")] if name and name not in names]
    found.journal_rows = sum(1 for _ in _rows_to_change(connection, found))
    found.authors = [row[0] for row in connection.execute("SELECT DISTINCT author FROM change_set") if row[0]]
    found.labels = sum(1 for _ in _labels_to_change(connection, found))
    return found


def remove_personal_data(connection: sqlite3.Connection) -> PersonalData:
    """Takes it out of the tables and of the journal, in the transaction under way; returns what it was."""
    found = find_personal_data(connection)
    for table, record_id, name in found.values:
        connection.execute(
            f"UPDATE {table} SET {name} = ? WHERE id = ?", (empty_value(table, name), record_id)
        )
    for change_set_id, ordinal, old, new in list(_rows_to_change(connection, found)):
        key = (change_set_id, ordinal)
        if old is None and new is None:
            connection.execute("DELETE FROM change WHERE change_set_id = ? AND ordinal = ?", key)
        else:
            change = "UPDATE change SET old = ?, new = ? WHERE change_set_id = ? AND ordinal = ?"
            connection.execute(change, (old, new, *key))
    drop_records(connection, set(found.records))
    drop_unnamed(connection)
    for id_ in list(_labels_to_change(connection, found)):
        connection.execute("UPDATE change_set SET label = ? WHERE id = ?", (NEUTRAL_LABEL, id_))
    connection.execute("UPDATE change_set SET author = ''")
    return found


def refuse_leftovers(path: Path, removed: PersonalData) -> None:
    """Searches the bytes of a finished copy, as UTF-8 and as JSON escapes it, for what was taken out. What the user
    can still read in a free text was announced; anything beyond that is refused. Raises KnownError, OSError."""
    content, texts = path.read_bytes(), _all_texts(path)
    for needle in _needles(removed):
        written = {needle, json.dumps(needle)[1:-1], json.dumps(needle, ensure_ascii=False)[1:-1]}
        for spelling in written:
            if content.count(spelling.encode()) > texts.count(spelling):
                raise KnownError(
                    "Копия не сохранена: в ней остались следы персональных данных. Ваш файл цел. "
                    "Сохраните полную копию и никому её не отдавайте."
                )


_FREE_TEXT = (FieldKind.LINE, FieldKind.TEXT, FieldKind.DUE)


def _declared() -> Iterator[tuple[str, str, Field]]:
    for table in record_tables():
        if not record_class(table).is_personal:
            for declared in fields_of(record_class(table)):
                yield table, declared.name, declared


def _texts(connection: sqlite3.Connection) -> Iterator[tuple[Place, str, bool]]:
    """Every text of every field with its place: from the tables, then former ones from the journal."""
    present: set[tuple[Place, str]] = set()
    for table in record_tables():
        names = list(columns_of(table))
        for record_id, *values in connection.execute(f"SELECT id, {', '.join(names)} FROM {table}"):
            for name, value in zip(names, values, strict=True):
                if isinstance(value, str) and value:
                    present.add(((table, record_id, name), value))
                    yield (table, record_id, name), value, False
    for table, record_id, name, old, new in connection.execute(
        "SELECT table_name, record_id, field, old, new FROM change"
    ):
        for text in (old, new):
            for of_field, value in _values(name, text):
                place = (table, record_id, of_field)
                if isinstance(value, str) and value and (place, value) not in present:
                    yield place, value, True


def _values(name: str, text: str | None) -> Iterable[tuple[str, object]]:
    if text is None:
        return ()
    value = json.loads(text)
    return ((name, value),) if name else value.items()


def _mentions(free: Iterable[tuple[Place, str, bool]], found: PersonalData) -> Iterator[Mention]:
    """What free texts say of persons: names, contacts, and, in any case of the noun, single words of the names that are
    taken out elsewhere."""
    stems = {word[:-1].casefold() for text in found.texts for word in _words(text)}
    for place, value, in_history in free:
        told = [*names_in(value), *contacts_in(value)]
        for word in re.findall(r"[А-ЯЁA-Z]\w+", value):
            if _begins_with(word.casefold(), stems) and not any(word in name for name in told):
                told.append(word)
        if told:
            yield Mention(place, tuple(told), in_history)


def _begins_with(word: str, stems: set[str]) -> bool:
    """Whether the word is one of the stems with an ending of up to three letters."""
    return any(word[:length] in stems for length in range(max(_SHORTEST_WORD, len(word) - 3), len(word) + 1))


def _rows_to_change(
    connection: sqlite3.Connection, found: PersonalData
) -> Iterator[tuple[str, int, str | None, str | None]]:
    """Rows of the journal that hold a personal value, with what is to be left of them: nothing at all for one field."""
    fields: dict[tuple[str, str], set[str]] = {}
    for table, record_id, name in found.values:
        fields.setdefault((table, record_id), set()).add(name)
    for id_, ordinal, table, record_id, name, old, new in connection.execute(
        "SELECT change_set_id, ordinal, table_name, record_id, field, old, new FROM change"
    ):
        personal = fields.get((table, record_id), set())
        if (table, record_id) in found.records or (name and name in personal):
            yield id_, ordinal, None, None
        elif not name and personal:
            yield id_, ordinal, _without(old, personal), _without(new, personal)


def _without(text: str | None, names: set[str]) -> str | None:
    if text is None:
        return None
    values = {name: value for name, value in json.loads(text).items() if name not in names}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _labels_to_change(connection: sqlite3.Connection, found: PersonalData) -> Iterator[str]:
    """Change sets whose label quotes a personal value, a part of one, or any name, or is cut short, for no one knows
    of what."""
    words = {word.casefold() for text in found.texts for word in _words(text)}
    for id_, label in connection.execute("SELECT id, label FROM change_set"):
        quoted = words and any(word.casefold() in words for word in _words(label))
        if (
            quoted
            or "…»" in label
            or names_in(label)
            or contacts_in(label)
            or any(text in label for text in (*found.texts, *found.names))
        ):
            yield id_


def _words(text: str) -> list[str]:
    """The longer words of the names in a text; of a text without names, none."""
    return [
        word
        for name in names_in(text) or [text]
        for word in re.findall(r"\w+", name)
        if len(word) >= _SHORTEST_WORD
    ]


def _needles(removed: PersonalData) -> list[str]:
    surnames = (word for text in removed.texts for name in names_in(text) for word in _words(name))
    return [
        needle
        for needle in dict.fromkeys([*removed.texts, *removed.names, *removed.authors, *surnames])
        if len(needle.encode()) >= _SHORTEST_NEEDLE
    ]


def _all_texts(path: Path) -> str:
    """Every text that stands in the copy, one below the other."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        tables = ["sqlite_master", *METADATA.tables]
        rows = (row for table in tables for row in connection.execute(f"SELECT * FROM {table}"))
        return "\n".join(cell for row in rows for cell in row if isinstance(cell, str))
    finally:
        connection.close()
