"""Files made to mislead: refused in words with their bytes untouched, or harmless."""

import os
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from tests.samples import sample_at
from tests.storage.damage import change
from tests.systems import needs_links


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


def assert_refused(path: Path, words: str) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match=words), open_roadmap(path) as file:
        read_plan(file)
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER UPDATE ON activity BEGIN DELETE FROM change; END",
        "CREATE VIEW plan AS SELECT * FROM activity",
        "CREATE VIRTUAL TABLE words USING fts5(x)",
        "CREATE VIRTUAL TABLE places USING rtree(id, a, b)",
        "CREATE INDEX extra ON activity (note)",
        "CREATE UNIQUE INDEX extra ON activity (position, name)",
        "CREATE INDEX extra ON activity (abs(note)) WHERE note > ''",
        "CREATE TABLE extra (id)",
        "ANALYZE",
    ],
)
def test_what_is_not_ours_is_refused(sample: Path, statement: str) -> None:
    change(sample, statement)
    assert_refused(sample, "посторонние части")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note VARCHAR NOT NULL", "note VARCHAR NOT NULL CHECK (length(note) < 5)"),
        ("note VARCHAR NOT NULL", "note VARCHAR NOT NULL DEFAULT (hex(randomblob(9)))"),
        ("note VARCHAR NOT NULL", "note VARCHAR NOT NULL COLLATE NOCASE"),
        ("due_text VARCHAR NOT NULL", "due_text VARCHAR GENERATED ALWAYS AS (name) VIRTUAL"),
        ("REFERENCES section (id)", "REFERENCES section (id) ON DELETE CASCADE"),
    ],
)
def test_an_altered_table_is_refused(sample: Path, old: str, new: str) -> None:
    change(
        sample,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = 'activity'",
    )
    assert_refused(sample, "устройство таблиц|повреждён")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sqlite_master SET rootpage = 2 WHERE name = 'activity'",
        "UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'activity'",
        "UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'activity'",
        "UPDATE sqlite_master SET sql = CAST(x'ff' AS TEXT) WHERE name = 'activity'",
        "UPDATE sqlite_master SET type = 'view' WHERE name = 'section'",
        "DELETE FROM sqlite_master WHERE name = 'ix_change_record_id'",
        "INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'activity'",
    ],
)
def test_games_with_the_schema_are_refused(sample: Path, statement: str) -> None:
    change(sample, "PRAGMA writable_schema = ON", statement)
    assert_refused(sample, "повреждён|посторонние|устройство")


def test_a_file_in_another_encoding_is_refused(sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    content[59] = 2
    sample.write_bytes(content)
    assert_refused(sample, "переделан другой программой")


@pytest.mark.parametrize("pragma", ["page_size = 65536", "page_size = 512", "auto_vacuum = FULL"])
def test_another_page_size_or_vacuum_is_harmless(sample: Path, pragma: str) -> None:
    change(sample, f"PRAGMA {pragma}", "VACUUM")
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", "записано")
    with open_roadmap(sample) as file:
        assert read_plan(file).activities[0].note == "записано"


def test_a_cell_of_hundreds_of_megabytes_is_refused(sample: Path) -> None:
    change(sample, "UPDATE activity SET note = CAST(zeroblob(300000000) AS TEXT) WHERE rowid = 1")
    size = sample.stat().st_size
    with pytest.raises(UserError, match="слишком велико"):
        open_roadmap(sample)
    assert sample.stat().st_size == size


@needs_links
def test_a_link_opens_the_file_it_leads_to_and_stays_a_link(sample: Path) -> None:
    link = sample.with_name("ярлык.roadmap")
    link.symlink_to(sample)
    with open_roadmap(link) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", "через ярлык")
    assert link.is_symlink()
    with open_roadmap(sample) as file:
        assert read_plan(file).activities[0].note == "через ярлык"


def test_a_second_name_of_the_file_shows_the_same_plan(sample: Path) -> None:
    second = sample.with_name("второе имя.roadmap")
    os.link(sample, second)
    with open_roadmap(second) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", "под вторым именем")
    with open_roadmap(sample) as file:
        assert read_plan(file).activities[0].note == "под вторым именем"
    assert sample.samefile(second)
