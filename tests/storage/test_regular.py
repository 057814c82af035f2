"""Pipes, devices, folders and links where a file is expected: nothing waits for them, writes into them or removes
them."""

import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from roadmap_desktop import folders
from roadmap_desktop.operations.file.opening import AccessKind, access_to
from tests.samples import sample_at

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no pipes and devices in folders")

ROOT = Path(__file__).parents[2]
# Long enough for the slowest PC; what waits for a pipe waits for ever.
PATIENCE = 60

COMMANDS = (
    "list {file}",
    "check {file}",
    "check {file} --repair",
    "set {file} 3 note готово",
    "history {file}",
    "compare {other} {file}",
    "merge {other} {file}",
    "merge {file} {other}",
    "copy {file} {folder}/копия.roadmap",
    "digest {file}",
)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)
        made.bind(path.name)


OTHERS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "circle": lambda path: path.symlink_to(path.name),
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "nothing": lambda path: path.symlink_to("/dev/null"),
    "socket": _socket,
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with «план.roadmap» and «другой.roadmap»."""
    monkeypatch.chdir(tmp_path)
    for name in ("план", "другой"):
        sample_at(tmp_path / f"{name}.roadmap")
    return tmp_path


# Gives one command after another; the exit code and what was said of each go out as a line.
_GIVE = """
import contextlib, io, json, sys
from roadmap_desktop.app import main
for line in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        code = main(line.split())
    print(json.dumps([code, out.getvalue()]))
"""


class Ran(NamedTuple):
    code: int
    said: str


def given(lines: Sequence[str], folder: Path) -> list[Ran]:
    """What came of each command, all given by one process: in a file's place a pipe may let it wait for ever."""
    typed = [line.format(file="план.roadmap", other="другой.roadmap", folder=folder) for line in lines]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _GIVE, *typed],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    return [Ran(*json.loads(line)) for line in done.stdout.splitlines()]


def ran(line: str, folder: Path) -> Ran:
    return given([line], folder)[0]


def give_a_backup(place: Path) -> None:
    lines = ("copy {file} чужой.roadmap", "set чужой.roadmap 3 note готово", "merge {file} чужой.roadmap")
    assert [done for done in given(lines, place) if done.code != 0] == []


def kind_of(path: Path) -> int:
    return stat.S_IFMT(path.lstat().st_mode)


@pytest.mark.parametrize("other", OTHERS)
def test_beside_what_is_no_journal_every_command_refuses_in_a_sentence(place: Path, other: str) -> None:
    journal, path = place / "план.roadmap-journal", place / "план.roadmap"
    OTHERS[other](journal)
    before, kind = path.read_bytes(), kind_of(journal)
    for line, done in zip(COMMANDS, given(COMMANDS, place), strict=True):
        assert "план.roadmap-journal" in done.said, line
        assert "Traceback" not in done.said
    assert path.read_bytes() == before
    assert kind_of(journal) == kind
    assert {item.name for item in place.iterdir()} <= {path.name, "другой.roadmap", journal.name}


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_the_other_names_that_sqlite_opens_are_looked_at_too(place: Path, ending: str) -> None:
    os.mkfifo(place / f"план.roadmap{ending}")
    done = ran("list {file}", place)
    assert done.code == 2
    assert f"план.roadmap{ending}" in done.said


def test_a_link_to_the_file_is_looked_at_where_it_leads(place: Path) -> None:
    (place / "папка").mkdir()
    (place / "папка" / "план.roadmap").symlink_to(place / "план.roadmap")
    os.mkfifo(place / "план.roadmap-journal")
    assert "обычный файл" in ran("list {file}", place / "папка").said


@pytest.mark.parametrize("other", OTHERS)
def test_beside_what_is_no_note_the_window_only_reads_and_says_why(place: Path, other: str) -> None:
    note = place / ".~план.roadmap.lock"
    OTHERS[other](note)
    kind = kind_of(note)
    access = access_to(place / "план.roadmap")
    assert access.kind is AccessKind.PLACE
    assert "не обычный файл" in access.why
    assert kind_of(note) == kind
    assert {item.name for item in place.iterdir()} == {note.name, "план.roadmap", "другой.roadmap"}


def test_a_backup_takes_the_place_of_no_file_beside_such_a_journal(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(folders.HOME, str(place / "программа"))
    give_a_backup(place)
    before = (place / "план.roadmap").read_bytes()
    (place / "план.roadmap-journal").symlink_to("/dev/zero")
    assert "обычный файл" in ran("restore {file} 1", place).said
    assert (place / "план.roadmap").read_bytes() == before
    (place / "план.roadmap-journal").unlink()
    os.mkfifo(place / ".~план.roadmap.lock")
    assert [done.code for done in given(["restore {file} 1", "set {file} 3 note готово"], place)] == [0, 0]


@pytest.mark.parametrize("other", ["pipe", "folder", "endless"])
def test_what_the_program_keeps_for_itself_may_be_no_file(
    place: Path, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    home = place / "программа"
    monkeypatch.setenv(folders.HOME, str(home))
    give_a_backup(place)
    (memory,) = (home / "data" / "merges").iterdir()
    (backup,) = (home / "data" / "backups").rglob("*.roadmap")
    for name in (memory, backup, home / "data" / "backups" / "второе место.txt"):
        name.unlink(missing_ok=True)
        OTHERS[other](name)
    lines = ("backups {file}", "undo {file}", "history {file}", "merge {file} чужой.roadmap")
    assert [done for done in given(lines, place) if done.code != 0] == []


@pytest.mark.parametrize(
    "name", ["log/roadmap-desktop.log", "settings/settings.ini", "settings/settings.ini.lock"]
)
def test_settings_and_log_go_elsewhere_where_a_pipe_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(folders.HOME, str(tmp_path))
    (tmp_path / name).parent.mkdir()
    asked = folders.log_file if name.startswith("log") else folders.settings_file
    usual = asked()
    os.mkfifo(tmp_path / name)
    assert asked() != usual
    assert not asked().exists()
