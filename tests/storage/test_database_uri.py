r"""Paths of every kind as SQLite is told of them: of drives, of shares, long ones, with signs that mean something."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PureWindowsPath
from urllib.parse import unquote

import pytest

from roadmap_desktop.storage.database_uri import database_uri


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Планы\План.roadmap",
        r"\\server\Общая папка\План.roadmap",
        r"\\?\C:\Планы\План.roadmap",
        r"\\?\UNC\server\Общая\План.roadmap",
        r"Z:\100 % #1; a&b=c\План.roadmap",
    ],
)
def test_sqlite_reads_a_path_of_windows_as_windows_has_it(path: str) -> None:
    """What follows two slashes is a computer's name to SQLite, and it opens nothing of another."""
    scheme, said = database_uri(PureWindowsPath(path), "rw").removesuffix("?mode=rw").split(":")
    assert scheme == "file"
    assert not said.startswith("/")
    assert unquote(said) == path


@pytest.mark.parametrize("folder", ["Планы", "100 % #1 a&b=c;d", "%3Fmode=rwc"])
def test_a_file_is_found_whatever_signs_its_name_has(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "План.roadmap"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE plan (name TEXT)")
    assert _tables(path) == ["plan"]


@pytest.mark.skipif(os.name == "nt", reason="two slashes begin the name of another PC there")
def test_a_path_with_two_slashes_is_no_computer_of_that_name(tmp_path: Path) -> None:
    path = Path(f"/{tmp_path / 'План.roadmap'}")
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE plan (name TEXT)")
    assert path.as_posix().startswith("//")
    assert _tables(path) == ["plan"]


def test_nothing_is_made_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        _tables(tmp_path / "нет.roadmap")
    assert list(tmp_path.iterdir()) == []


def _tables(path: PurePath) -> list[str]:
    with closing(sqlite3.connect(database_uri(path, "ro"), uri=True)) as reading:
        return [name for (name,) in reading.execute("SELECT name FROM sqlite_schema")]
