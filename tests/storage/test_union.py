"""What the laws cannot reach by ordinary edits: copies with a part left out, time that is no help, old files."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.backups import Reason, list_backups
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.journal.ancestry import Ancestry
from roadmap_desktop.storage.upgrade import upgrade

from .copies import Copies, assert_whole, merge, tables

RELEASED = Path(__file__).parent / "released" / "version-1.roadmap"


def change(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def leave_notes_out(path: Path) -> None:
    """As a copy is made that somebody is not to read everything in."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE activity SET note = ''")
        connection.execute("DELETE FROM change WHERE field = 'note'")
        whole = connection.execute(
            "SELECT change_set_id, ordinal, new FROM change WHERE table_name = 'activity' AND field = ''"
        ).fetchall()
        for id_, ordinal, text in whole:
            values = {name: value for name, value in json.loads(text).items() if name != "note"}
            connection.execute(
                "UPDATE change SET new = ? WHERE change_set_id = ? AND ordinal = ?",
                (json.dumps(values, ensure_ascii=False, separators=(",", ":")), id_, ordinal),
            )
        connection.commit()


def test_a_copy_with_a_part_left_out_takes_nothing_away_and_gets_it_back(tmp_path: Path) -> None:
    copies = Copies(tmp_path)
    anna, vera, olga = copies.paths
    copies.do([(0, "note", 1, 1, 0), (1, "name", 2, 2, 0)])
    merge(vera, anna)
    shutil.copy(vera, anna)
    leave_notes_out(vera)
    copies.do([(1, "name", 3, 1, 0)])
    full, poor = copies.union(anna, vera), copies.union(vera, anna)
    assert tables(full) == tables(poor)
    assert_whole(full)
    assert {row[-1] for row in tables(full)["activity"]} == {row[-1] for row in tables(anna)["activity"]}
    assert tables(copies.union(vera, olga)) == tables(copies.union(olga, vera))


def test_knowledge_is_told_over_forks_and_merges() -> None:
    ancestry = Ancestry(
        [
            ("root", ()),
            ("a1", ("root",)),
            ("b1", ("root",)),
            ("a2", ("a1",)),
            ("both", ("a2", "b1")),
            ("b2", ("b1",)),
            ("end", ("both",)),
        ]
    )
    known = {
        "root": {"root"},
        "a1": {"root", "a1"},
        "b1": {"root", "b1"},
        "a2": {"root", "a1", "a2"},
        "both": {"root", "a1", "a2", "b1", "both"},
        "b2": {"root", "b1", "b2"},
        "end": {"root", "a1", "a2", "b1", "both", "end"},
    }
    for one, knows in known.items():
        assert {other for other in known if ancestry.knows(one, other)} == knows
    assert ancestry.heads() == ["b2", "end"]


def test_a_file_of_version_1_is_upgraded_whole_and_kept_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    shutil.copy(RELEASED, path)
    before = path.read_bytes()
    with open_roadmap(path) as file:
        assert len(read_plan(file).activities) == 22
    assert_whole(path)
    after = [(row[0], row[-1]) for row in sorted(tables(path)["change_set"], key=lambda row: row[1])]
    assert [parent for _, parent in after] == ["", *(id_ for id_, _ in after[:-1])]
    assert [item.name for item in tmp_path.iterdir()] == ["карта.roadmap"]
    kept = list_backups(path)[0]
    assert kept.reason == Reason.MIGRATION
    assert kept.path.read_bytes() == before
    fresh = tmp_path / "новая.roadmap"
    create_from_sample(fresh)
    with closing(sqlite3.connect(path)) as ours, closing(sqlite3.connect(fresh)) as new:
        for name in tables(fresh):
            columns = f"PRAGMA table_info({name})"
            assert ours.execute(columns).fetchall() == new.execute(columns).fetchall()
    assert before != path.read_bytes()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER UPDATE ON activity BEGIN DELETE FROM change; END",
        "DROP TABLE change_set",
        "ALTER TABLE change_set RENAME COLUMN label TO other",
    ],
)
def test_an_old_file_that_was_altered_is_refused_and_not_touched(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "карта.roadmap"
    shutil.copy(RELEASED, path)
    change(path, statement)
    before = path.read_bytes()
    with pytest.raises(UserError):
        open_roadmap(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["карта.roadmap"]


def test_an_upgrade_keeps_the_original_first_and_stops_when_that_fails(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    shutil.copy(RELEASED, path)
    before = path.read_bytes()

    def fail(_path: Path) -> None:
        raise UserError("Места нет.")

    with pytest.raises(UserError, match="Места нет"):
        upgrade(path, fail)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["карта.roadmap"]
