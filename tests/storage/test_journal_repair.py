"""A file into whose history another program wrote: the check names it, and the repair loses nothing of the work."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.operations.file.checking import check_file, repair
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.storage.journal.times import format_at, parse_at
from tests.notes import note, note_of

STRANGE = {
    "at": ("9999-12-31T23:59:59.999999Z", "2027-01-01T00:00:00.000000", "3001-01-01T00:00:00.000000Z"),
    "kind": ("merge",),
    "field": ("nosuch",),
    "table_name": ("nosuch",),
    "new": ("NaN",),
}


@pytest.mark.parametrize(
    ("column", "value"), [(column, value) for column, of in STRANGE.items() for value in of]
)
def test_a_strange_change_set_is_named_and_repaired(tmp_path: Path, column: str, value: str) -> None:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    note(path, "моя")
    write_strangely(path, column, value)
    assert any(
        "каких программа не пишет" in finding.text or "не читается" in finding.text
        for finding in check_file(path)
    )
    assert "собственной истории" in repair(path).text
    assert check_file(path) == ()
    assert note_of(path) == "моя"
    note(path, "дальше")
    with open_roadmap(path) as file:
        history.undo(file)
    assert note_of(path) == "моя"


def test_undoing_what_cannot_be_applied_is_told(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    write_strangely(path, "new", '""')
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE change SET field = 'state', old = '\"нет такого\"', new = '\"запланировано\"'"
            " WHERE change_set_id = (SELECT id FROM change_set ORDER BY at DESC)"
        )
        connection.commit()
    before = path.read_bytes()
    with open_roadmap(path) as file, pytest.raises(UserError, match="Ничего не изменено"):
        history.undo(file)
    assert path.read_bytes() == before


def write_strangely(path: Path, column: str, value: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        after, newest = connection.execute("SELECT id, at FROM change_set ORDER BY at DESC").fetchone()
        made, at = new_id(), format_at(parse_at(newest) + timedelta(seconds=1))
        (record,) = connection.execute("SELECT id FROM activity ORDER BY position DESC").fetchone()
        heading = {
            "id": made,
            "at": at,
            "author": "",
            "label": "Правка",
            "kind": "edit",
        }
        heading |= {"target": None, "after": after}
        row = {"change_set_id": made, "ordinal": 0, "table_name": "activity", "record_id": record}
        row |= {"field": "note", "old": '""', "new": '""'}
        for table, values in (("change_set", heading), ("change", row)):
            values |= {column: value} if column in values else {}
            marks = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", tuple(values.values()))
        connection.commit()
