"""A file that is only read keeps its bytes, its time and its folder, whatever state it is in."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.in_memory import content_of, location_of, open_to_view, write_content
from roadmap_desktop.storage.reading_only import changed_on, open_to_read
from roadmap_desktop.storage.roadmap_file import check_made
from tests.samples import sample_at


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


def traces(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_reading_leaves_no_trace(sample: Path) -> None:
    before = traces(sample.parent)
    with open_to_read(sample) as file:
        assert len(read_plan(file).activities) == 23
        assert isinstance(changed_on(file), date)
    assert traces(sample.parent) == before


def test_what_is_open_to_read_cannot_be_edited(sample: Path) -> None:
    before = traces(sample.parent)
    with (
        open_to_read(sample) as file,
        pytest.raises((UserError, sqlite3.Error)),
        file.edit("Правка") as edit,
    ):
        edit.connection.execute("DELETE FROM activity_performer")
    assert traces(sample.parent) == before


def test_a_file_with_a_write_cut_short_is_refused_and_left_to_be_recovered(sample: Path) -> None:
    torn = cut_short(sample)
    before = traces(torn.parent)
    assert len(before) == 2
    with pytest.raises(UserError, match="оборвалась"):
        open_to_read(torn)
    assert traces(torn.parent) == before


def test_a_file_with_a_write_cut_short_is_viewed_as_it_was_before_that_write(sample: Path) -> None:
    torn = cut_short(sample)
    before = traces(torn.parent)
    with open_to_view(torn) as file:
        assert {row.note for row in read_plan(file).activities} == {""}
        with pytest.raises((UserError, sqlite3.Error)), file.edit("Правка") as edit:
            edit.connection.execute("DELETE FROM activity_performer")
        with location_of(file) as place:
            check_made(place)
    assert traces(torn.parent) == before


def test_a_file_of_an_older_version_is_viewed_without_being_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    shutil.copy(Path(__file__).with_name("released") / "version-1.roadmap", path)
    before = traces(tmp_path)
    with open_to_view(path) as file:
        assert read_plan(file).activities
    assert traces(tmp_path) == before


def test_what_was_in_memory_is_written_whole_and_never_over_another(sample: Path) -> None:
    with open_to_read(sample) as file:
        content, rows = content_of(file), read_plan(file).activities
    sample.unlink()
    write_content(content, sample)
    with pytest.raises(UserError, match="уже есть"):
        write_content(content, sample)
    with open_to_read(sample) as file:
        assert read_plan(file).activities == rows
    assert list(sample.parent.iterdir()) == [sample]


def cut_short(sample: Path) -> Path:
    """A copy taken in the middle of a transaction whose pages have begun to reach the file."""
    folder = sample.parent / "авария"
    folder.mkdir()
    connection = connect(sample)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE activity SET note = hex(randomblob(9000))")
    for name in (sample.name, f"{sample.name}-journal"):
        shutil.copy(sample.with_name(name), folder / name)
    connection.execute("ROLLBACK")
    connection.close()
    return folder / sample.name


def older(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()


def with_a_trigger(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER t AFTER UPDATE ON activity BEGIN SELECT 1; END")
    connection.close()


def shortened(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (older, "прежней версией"),
        (with_a_trigger, "посторонние"),
        (shortened, "повреждён"),
        (Path.unlink, "нет"),
    ],
)
def test_what_is_not_whole_and_ours_is_refused(
    sample: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(sample)
    before = traces(sample.parent)
    with pytest.raises(UserError, match=sentence):
        open_to_read(sample)
    assert traces(sample.parent) == before


def test_a_file_that_another_program_is_writing_is_refused_in_words(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap_desktop.storage.reading_only.BUSY_TIMEOUT", 0.0)
    connection = connect(sample)
    connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError, match="прочитать его не удалось"):
        open_to_read(sample)
    connection.execute("ROLLBACK")
    connection.close()
