"""Copies of a real file that another program spoiled or somebody made by hand: each case alters one thing."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from roadmap_desktop.model.identity import new_id
from roadmap_desktop.storage.differences import columns_of, record_tables
from roadmap_desktop.storage.journal.times import parse_at

LATER = "2027-01-01T00:00:00.000000Z"
NO_UTF_8 = b"\xd0\xff\xfe"


class Craft:
    """A copy under the knife. ``edit`` is its newest change set, which the original does not have: the note of
    ``record``, an activity."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute("PRAGMA foreign_keys = OFF")
        self.edit, self.at = self.one("SELECT id, at FROM change_set ORDER BY at DESC, id DESC LIMIT 1")
        self.before = self.one("SELECT id FROM change_set ORDER BY at DESC, id DESC LIMIT 1 OFFSET 1")[0]
        self.first = self.one("SELECT id FROM change_set ORDER BY at, id LIMIT 1")[0]
        (self.record,) = self.one("SELECT record_id FROM change WHERE change_set_id = ?", self.edit)

    def one(self, query: str, *values: object) -> Any:
        return self.connection.execute(query, values).fetchone()

    def run(self, statement: str, *values: object) -> None:
        self.connection.execute(statement, values)

    def heading(self, column: str, value: object) -> None:
        """Alters the newest change set; its key everywhere it stands."""
        self.run(f'UPDATE change_set SET "{column}" = ? WHERE id = ?', value, self.edit)
        if column == "id":
            self.run("UPDATE change SET change_set_id = ? WHERE change_set_id = ?", value, self.edit)

    def row(self, column: str, value: object) -> None:
        """Alters its only row."""
        self.run(f"UPDATE change SET {column} = ? WHERE change_set_id = ?", value, self.edit)

    def add_row(self, table: str, record: object, field: object, old: object, new: object) -> None:
        """Adds a row to it."""
        (ordinal,) = self.one(
            "SELECT coalesce(max(ordinal), -1) + 1 FROM change WHERE change_set_id = ?", self.edit
        )
        self.run(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
            self.edit,
            ordinal,
            table,
            record,
            field,
            old,
            new,
        )

    def set_value(self, table: str, field: str, value: object) -> None:
        """As an edit of that field would write it, in the table and in the journal."""
        found = self.one(f"SELECT id, {field} FROM {table} ORDER BY id LIMIT 1")
        text = value if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False)
        self.add_row(table, found[0], field, json.dumps(found[1], ensure_ascii=False), str(text))
        if not isinstance(value, Raw):
            # What SQLite itself does not take stands in the journal alone.
            with suppress(sqlite3.IntegrityError, OverflowError):
                self.run(f"UPDATE {table} SET {field} = ? WHERE id = ?", value, found[0])

    def add_set(
        self, *, at: str = LATER, kind: str = "edit", target: str | None = None, after: str = ""
    ) -> str:
        """One more change set upon the newest, without a row."""
        made = new_id()
        values = (made, at, "кто-то", "Правка", kind, target, after or self.edit)
        self.run("INSERT INTO change_set VALUES (?, ?, ?, ?, ?, ?, ?)", *values)
        return made


class Raw(str):
    """A text for the journal that is no JSON of ours."""


Case = Callable[[Craft], None]


def cases() -> dict[str, Case]:
    """All of them by their names."""
    return dict((*_headings(), *_rows(), *_values(), *_wholes(), *_graphs(), *_tables(), *_shared()))


def _headings() -> Iterator[tuple[str, Case]]:
    bad: dict[str, tuple[object, ...]] = {
        "id": (
            "",
            "x",
            "ABCDEF00-0000-7000-8000-000000000000",
            7,
            NO_UTF_8,
            "ffffffff-ffff-7fff-bfff-ffffffffffff",
        ),
        "at": (
            *(
                "9999-12-31T23:59:59.999999Z",
                "2027-01-01T00:00:00.000000",
                "2027-01-01T05:00:00.000000+05:00",
            ),
            *("3000-01-01T00:00:00.000000Z", "1969-12-31T23:59:59.000000Z", "0001-01-01T00:00:00.000000Z"),
            *(
                "2027-01-01",
                "вчера",
                "",
                5,
                NO_UTF_8,
                "2027-13-01T00:00:00.000000Z",
                "2099-06-01T00:00:00.000000Z",
            ),
        ),
        "author": (5, NO_UTF_8, b"\x00", "ф" * 100_000),
        "label": (5, NO_UTF_8, "", "ф" * 100_000),
        "kind": ("EDIT", "", "merge", 1, NO_UTF_8, "creation", "undo"),
        "target": ("x", 5, NO_UTF_8, "00000000-0000-7000-8000-000000000000"),
        "after": ("x", "00000000-0000-7000-8000-000000000000", " ", NO_UTF_8, 5, ""),
    }
    for column, values in bad.items():
        for number, value in enumerate(values):
            yield f"{column} {number}", lambda craft, column=column, value=value: craft.heading(column, value)


def _rows() -> Iterator[tuple[str, Case]]:
    bad: dict[str, tuple[object, ...]] = {
        "ordinal": (-1, "x", NO_UTF_8, 2**63 - 1),
        "table_name": ("nosuch", "change_set", "", 5, NO_UTF_8, "sqlite_master"),
        "record_id": ("x", "", 5, NO_UTF_8, "00000000-0000-7000-8000-000000000000"),
        "field": ("nosuch", "id", "", 5, NO_UTF_8, "state"),
        "old": (None, "x", '"', "{}", NO_UTF_8, 5),
        "new": (
            *(
                None,
                "x",
                "[]",
                "{}",
                "NaN",
                "Infinity",
                "1e999",
                "true",
                "17",
                "null",
                '"\\ud800"',
                NO_UTF_8,
                5,
            ),
            *("[" * 100_000, '{"a": ' * 10_000, "9" * 5_000, f'"{"ф" * 50_000}"', b'"blob"'),
        ),
    }
    for column, values in bad.items():
        for number, value in enumerate(values):
            yield f"{column} {number}", lambda craft, column=column, value=value: craft.row(column, value)
    yield "the same field twice", lambda craft: craft.add_row("activity", craft.record, "note", '""', '"ещё"')
    yield "no row at all", lambda craft: craft.run("DELETE FROM change WHERE change_set_id = ?", craft.edit)


def _values() -> Iterator[tuple[str, Case]]:
    nobody = "00000000-0000-7000-8000-000000000000"
    bad: dict[tuple[str, str], tuple[object, ...]] = {
        ("activity", "state"): ("zzz", "", None, 1, True),
        ("activity", "completed_on"): ("2026-13-45", "20260101", "2026-W01-1", "завтра", 5, ""),
        ("activity", "position"): ("", "!!!", "0", "я", 5, None),
        ("activity", "section_id"): (nobody, "x", "", 5),
        ("activity", "name"): (None, 5, True, [], {}),
        ("roadmap", "period_start"): (None, "", "2026-02-30", "9999-12-31"),
        ("roadmap", "numbering"): ("другая", None),
        ("school", "pupils"): ("много", 1.5, 10**30, 2**62, True, -(10**9) * 10, Raw("NaN"), Raw("1e999")),
        ("school_indicator", "mean"): ("x", 1e300, Raw("Infinity"), Raw("-Infinity"), True),
        ("teacher", "name"): (None, 5),
        ("deficit", "teacher_id"): (nobody, None, "x"),
        ("activity_link", "owner"): ("", "x", "/", "nosuch/" + nobody, "school/x", "school/" + nobody, None),
        ("attachment", "sha256"): ("x", None, "0" * 64),
        ("attachment", "size"): (None, "x", -1, 2**40),
        ("self_assessment", "score"): ("x", 10**12),
    }
    for (table, field), values in bad.items():
        for number, value in enumerate(values):
            yield (
                f"{table}.{field} {number}",
                lambda craft, table=table, field=field, value=value: craft.set_value(
                    table, field, Raw(json.dumps(value)) if isinstance(value, (list, dict, bool)) else value
                ),
            )


def _wholes() -> Iterator[tuple[str, Case]]:
    for table in record_tables():
        yield (
            f"{table} made of nothing",
            lambda craft, table=table: craft.add_row(table, new_id(), "", None, "{}"),
        )
        yield f"{table} twice", lambda craft, table=table: _again(craft, table)
    for name, old, new in (
        ("neither", None, None),
        ("both", '{"name":"а"}', '{"name":"б"}'),
        ("an unknown field", None, '{"name":"а","nosuch":1}'),
        ("its own key", None, '{"id":"x"}'),
        ("a name twice", None, '{"name":"а","name":"б"}'),
        ("a list", None, "[]"),
        ("a text", None, '"x"'),
        ("wanted", "{}", "{}"),
        ("deleted though it never was", '{"name":"а","position":"5"}', None),
    ):
        yield (
            f"whole: {name}",
            lambda craft, old=old, new=new: craft.add_row("section", new_id(), "", old, new),
        )
    yield "a second roadmap", _second_roadmap
    yield "the roadmap deleted", lambda craft: _delete(craft, "roadmap")
    yield "what others need deleted", lambda craft: _delete(craft, "teacher")
    yield (
        "a record edited that never was",
        lambda craft: craft.add_row("activity", new_id(), "note", '""', '"х"'),
    )


def _again(craft: Craft, table: str) -> None:
    names = list(columns_of(table))
    found = craft.one(f"SELECT id, {', '.join(names)} FROM {table} LIMIT 1")
    text = json.dumps(dict(zip(names, found[1:], strict=True)), ensure_ascii=False, separators=(",", ":"))
    craft.add_row(table, found[0], "", None, text)


def _second_roadmap(craft: Craft) -> None:
    names, made = list(columns_of("roadmap")), new_id()
    values = craft.one(f"SELECT {', '.join(names)} FROM roadmap")
    text = json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False, separators=(",", ":"))
    craft.add_row("roadmap", made, "", None, text)
    craft.run(f"INSERT INTO roadmap SELECT ?, {', '.join(names)} FROM roadmap", made)


def _delete(craft: Craft, table: str) -> None:
    names = list(columns_of(table))
    found = craft.one(f"SELECT id, {', '.join(names)} FROM {table} LIMIT 1")
    text = json.dumps(dict(zip(names, found[1:], strict=True)), ensure_ascii=False, separators=(",", ":"))
    craft.add_row(table, found[0], "", text, None)
    craft.run(f"DELETE FROM {table} WHERE id = ?", found[0])


def _graphs() -> Iterator[tuple[str, Case]]:
    yield "knows itself", lambda craft: craft.heading("after", craft.edit)
    yield "knows one twice", lambda craft: craft.heading("after", f"{craft.before} {craft.before}")
    yield "knows them unsorted", lambda craft: craft.heading("after", f"{craft.before} {craft.first}")
    yield "knows nothing", lambda craft: craft.heading("after", "")
    yield "knows only the first", lambda craft: craft.heading("after", craft.first)
    yield "a circle", lambda craft: craft.heading("after", craft.add_set())
    yield "stands before what it knows", lambda craft: craft.heading("at", _earlier(craft.at))
    yield "an empty one after it", lambda craft: craft.add_set() and None
    yield "an undo of an undo", lambda craft: craft.add_set(kind="undo", target=_undo(craft)) and None
    yield "an undo of itself", _undo_of_itself
    yield "an undo of what is not there", lambda craft: craft.add_set(kind="undo", target=new_id()) and None
    yield (
        "a redo of what was not undone",
        lambda craft: craft.add_set(kind="redo", target=craft.edit) and None,
    )
    yield "an undo without a target", lambda craft: craft.add_set(kind="undo") and None
    yield "an edit with a target", lambda craft: craft.add_set(target=craft.edit) and None
    yield "a second creation", lambda craft: craft.add_set(kind="creation") and None
    yield "a head that is none", lambda craft: craft.run("INSERT INTO head VALUES (?)", craft.first)
    yield "a head that is nothing", lambda craft: craft.run("INSERT INTO head VALUES ('x')")
    yield "revived nonsense", lambda craft: craft.run("INSERT INTO revived VALUES ('nosuch', 'x')")
    yield "revived bytes", lambda craft: craft.run("INSERT INTO revived VALUES (?, ?)", NO_UTF_8, NO_UTF_8)
    yield (
        "revived what is there",
        lambda craft: craft.run("INSERT INTO revived VALUES ('activity', ?)", craft.record),
    )
    yield "its rows of another's", lambda craft: craft.row("change_set_id", new_id())


def _earlier(at: str) -> str:
    return f"{parse_at(at).replace(year=2020):%Y-%m-%dT%H:%M:%S.%fZ}"


def _undo(craft: Craft) -> str:
    return craft.add_set(at="2026-12-31T00:00:00.000000Z", kind="undo", target=craft.edit)


def _undo_of_itself(craft: Craft) -> None:
    made = craft.add_set(kind="undo", target=new_id())
    craft.run("UPDATE change_set SET target = id WHERE id = ?", made)


def _tables() -> Iterator[tuple[str, Case]]:
    for table in record_tables():
        name = next(iter(columns_of(table)))
        yield (
            f"{table} altered without a word",
            lambda craft, table=table, name=name: craft.run(f"UPDATE {table} SET {name} = 'х'"),
        )
    for number, value in enumerate((NO_UTF_8, 5, b"blob", "я")):
        yield (
            f"table text {number}",
            lambda craft, value=value: craft.run("UPDATE activity SET name = ?", value),
        )
    yield "a row less", lambda craft: craft.run("DELETE FROM activity WHERE id = ?", craft.record)
    yield "contents of nothing", lambda craft: craft.run("UPDATE content SET data = 'х'")
    yield (
        "contents that do not unpack",
        lambda craft: craft.run("UPDATE content SET is_compressed = 1, data = x'00'"),
    )
    yield "contents without a name", lambda craft: craft.run("UPDATE content SET sha256 = 'х' || rowid")
    yield "contents of no size", lambda craft: craft.run("UPDATE content SET size = 'много'")


def _shared() -> Iterator[tuple[str, Case]]:
    bad: dict[str, tuple[object, ...]] = {
        "at": ("2019-01-01T00:00:00.000000Z", "2026-12-31T00:00:00.000000Z", "вчера"),
        "author": ("Другой", NO_UTF_8),
        "label": ("Другая правка", 5),
        "kind": ("edit", "undo", "x"),
        "target": ("00000000-0000-7000-8000-000000000000", "x"),
        "after": ("00000000-0000-7000-8000-000000000000", "x"),
    }
    for column, values in bad.items():
        for number, value in enumerate(values):
            yield (
                f"shared {column} {number}",
                lambda craft, column=column, value=value: craft.run(
                    f'UPDATE change_set SET "{column}" = ? WHERE id = ?', value, craft.first
                ),
            )
    replaced = (
        "UPDATE change SET new = replace(new, 'Ф', 'П') WHERE change_set_id = ? AND table_name = 'activity'"
    )
    yield "shared values", lambda craft: craft.run(replaced, craft.first)
    lost = "DELETE FROM change WHERE change_set_id = ? AND table_name = 'activity'"
    yield "shared rows gone", lambda craft: craft.run(lost, craft.first)
    spoiling = "UPDATE change SET new = ? WHERE change_set_id = ? AND ordinal = 0"
    for name, value in (("broken", "{"), ("bytes", NO_UTF_8), ("none", None), ("nested", "[" * 50_000)):
        yield f"shared {name}", lambda craft, value=value: craft.run(spoiling, value, craft.first)
    adding = "INSERT INTO change VALUES (?, 100000, 'activity', ?, 'name', '\"а\"', '\"б\"')"
    yield "shared row more", lambda craft: craft.run(adding, craft.first, craft.record)
    moving = "UPDATE change SET ordinal = ordinal + 1000000 WHERE change_set_id = ?"
    yield "shared rows in another order", lambda craft: craft.run(moving, craft.first)
    leaving = "DELETE FROM change_set WHERE id = ?"
    yield "a shared one gone", lambda craft: craft.run(leaving, craft.before)
    yield "the first one gone", lambda craft: craft.run(leaving, craft.first)
