"""A copy without personal data: what is declared personal, fields and whole records, goes from the tables and from the
journal, values and history, with the contents of files, and the bytes of the copy are searched for it.

Rows of the journal that hold nothing else are left out, never replaced: merging such a copy with its original finds
the same keys and fewer rows.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import NEUTRAL_LABEL
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.personal_text import may_name_person
from roadmap_desktop.model.plain_text import plain
from roadmap_desktop.model.records import record_class
from roadmap_desktop.storage.content_names import drop_unnamed
from roadmap_desktop.storage.database_uri import database_uri
from roadmap_desktop.storage.differences import columns_of, empty_value, record_tables
from roadmap_desktop.storage.excerpt import drop_records, every_record
from roadmap_desktop.storage.personal_mentions import Mention, Place, RemovedWords, find_mentions
from roadmap_desktop.storage.personal_traces import trace_of

# How a merge is called; what stands after it are names of files.
_MERGED = "Объединение с коп"


@dataclass(slots=True)
class PersonalData:
    """``values`` are the personal values of each place, the present one and former ones; ``records`` those that are
    personal as a whole, by table and key, each with its names; ``labels`` are the change sets whose label says of whom;
    ``mentions`` stay."""

    values: dict[Place, list[str]] = field(default_factory=dict)
    records: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    journal_rows: int = 0
    labels: list[str] = field(default_factory=list)
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
        elif of_field.personal is not True and of_field.kind in _FREE_TEXT:
            free.append((place, value, in_history))
    for table, record_id, whole in every_record(connection):
        if record_class(table).is_personal:
            names = found.records.setdefault((table, record_id), [])
            names += [name for name in [str(whole.get("name") or "")] if name and name not in names]
    removed = RemovedWords(found.texts, found.names)
    found.mentions = find_mentions(free, removed)
    found.journal_rows = sum(1 for _ in _rows_to_change(connection, found))
    found.authors = [row[0] for row in connection.execute("SELECT DISTINCT author FROM change_set") if row[0]]
    found.labels = list(_labels_to_change(connection, removed))
    return found


def remove_personal_data(connection: sqlite3.Connection, found: PersonalData) -> None:
    """Takes what was found out of the tables and of the journal, in the transaction under way. Raises sqlite3.Error."""
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
    for id_ in found.labels:
        connection.execute("UPDATE change_set SET label = ? WHERE id = ?", (NEUTRAL_LABEL, id_))
    connection.execute("UPDATE change_set SET author = ''")


def refuse_leftovers(path: Path, removed: PersonalData) -> None:
    """Looks through a finished copy once more: nothing declared personal may be in it, and what its texts still say of
    persons must have been announced. Then its bytes are searched, in every spelling, for what was taken out and stands
    in no text. Raises UserError, OSError."""
    with closing(sqlite3.connect(database_uri(path.absolute(), "ro"), uri=True)) as connection:
        left = find_personal_data(connection)
        announced = {(mention.place, name) for mention in removed.mentions for name in mention.names}
        told = all((mention.place, name) in announced for mention in left.mentions for name in mention.names)
        is_clean = told and not (left.values or left.records or left.authors or left.labels)
        if not is_clean or trace_of(_needles(removed), path, connection) is not None:
            raise UserError(
                "Копия не сохранена: в ней остались следы персональных данных.",
                "Ваш файл цел.",
                "Сохраните полную копию и никому её не отдавайте.",
            )


_FREE_TEXT = (FieldKind.LINE, FieldKind.TEXT, FieldKind.DUE, FieldKind.WORDS, FieldKind.YEAR)


def _declared() -> Iterator[tuple[str, str, Field]]:
    for table in record_tables():
        if not record_class(table).is_personal:
            for declared in record_class(table).fields:
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


def _labels_to_change(connection: sqlite3.Connection, removed: RemovedWords) -> Iterator[str]:
    """Change sets whose label is not surely without a name: it quotes what is taken out, a file's name, anything that
    may be a person, or is cut short, for no one knows of what."""
    for id_, label in connection.execute("SELECT id, label FROM change_set"):
        if "…»" in label or _MERGED in label or may_name_person(label) or removed.quoted_in(label):
            yield id_


def _needles(removed: PersonalData) -> set[str]:
    """What was taken out, as it was typed and as it reads, each bare and as JSON writes it."""
    texts = {*removed.texts, *removed.names, *removed.authors, *RemovedWords(removed.texts).words}
    texts |= {
        text
        for typed in texts
        for text in (plain(typed).text, normalize("NFC", typed), normalize("NFD", typed))
    }
    return texts | {json.dumps(text)[1:-1] for text in texts}
