"""Who edits a file: told to the second one, left behind by a crash, copied along with the file."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.cli.main import run
from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file.checking import repair
from roadmap_desktop.operations.file.files import create_from_sample
from roadmap_desktop.storage import lock
from roadmap_desktop.storage.lock import Holder, Lock, holder_of, note_path, take
from roadmap_desktop.storage.processes import is_alive, started, started_of
from tests.systems import needs_links

_HOLD = """
import sys
from pathlib import Path
from roadmap_desktop.storage.lock import take
print(type(take(Path(sys.argv[1]))).__name__, flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Карта.roadmap"
    made.write_bytes(b"x")
    return made


@contextmanager
def another_program(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """A real second process that edits the file until it is told to stop or killed."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "Lock\n"
        yield process
        process.kill()


def taken(path: Path) -> Lock:
    made = take(path)
    assert isinstance(made, Lock)
    return made


def note_says(path: Path, age: float = 0, **changes: Any) -> None:
    """Leaves a note as another PC would, some seconds ago."""
    said = taken(path).holder._asdict() | {"since": "2026-09-01T09:20:00+00:00"} | changes
    note_path(path).write_text(json.dumps(said), encoding="utf-8")
    then = note_path(path).stat().st_mtime - age
    os.utime(note_path(path), (then, then))


def test_the_second_one_is_told_who_edits_and_where(path: Path) -> None:
    first = taken(path)
    second = take(path)
    assert second == first.holder
    assert f"на компьютере {first.holder.host} с " in first.holder.told
    first.release()
    assert not note_path(path).exists()
    taken(path).release()


def test_what_is_not_mine_is_not_released(path: Path) -> None:
    first = taken(path)
    note_path(path).unlink()
    second = taken(path)
    first.release()
    assert holder_of(path) == second.holder
    assert first.refresh() == second.holder


def test_a_note_that_was_removed_comes_back_with_the_next_sign_of_life(path: Path) -> None:
    first = taken(path)
    note_path(path).unlink()
    assert first.refresh() is None
    assert holder_of(path) == first.holder


def test_another_program_holds_the_file_as_long_as_it_runs(path: Path) -> None:
    with another_program(path) as process:
        found = take(path)
        assert isinstance(found, Holder)
        assert found.pid == process.pid
        process.kill()
        process.wait()
        assert holder_of(path) is None
        assert taken(path).holder.pid == os.getpid()
    assert set(path.parent.iterdir()) == {path, note_path(path)}


def test_of_many_that_start_at_once_after_a_crash_one_edits(path: Path) -> None:
    note_says(path, pid=_ended())
    race = (
        "import sys; from pathlib import Path; from roadmap_desktop.storage.lock import take; "
        "sys.stdin.readline(); print(type(take(Path(sys.argv[1]))).__name__, flush=True); sys.stdin.readline()"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", race, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(6)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    answers = [program.stdout.readline().strip() for program in programs if program.stdout]
    for program in programs:
        program.communicate("\n")
    assert sorted(answers) == ["Holder"] * 5 + ["Lock"]


def test_who_has_seen_an_older_note_never_takes_a_newer_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_says(path, pid=_ended())
    seen = lock._read(note_path(path))
    assert seen is not None
    first = taken(path)
    there = []
    real = lock._read

    def looking(note: Path) -> Holder | None:
        # Where the note is away for a moment, a third program takes its place.
        there.append(note_path(path).exists())
        return real(note)

    monkeypatch.setattr(lock, "_read", looking)
    lock._put_away(note_path(path), seen, path)
    assert there and all(there)
    assert holder_of(path) == first.holder
    assert set(path.parent.iterdir()) == {path, note_path(path)}


def test_a_program_killed_while_it_put_a_note_away_keeps_nobody_out(path: Path) -> None:
    note_says(path, pid=_ended())
    seen = lock._read(note_path(path))
    assert seen is not None
    sign = note_path(path).with_name(f"{note_path(path).name}-{sha256(seen.id.encode()).hexdigest()[:16]}")
    sign.touch()
    assert isinstance(take(path), Holder)
    os.utime(sign, (0, 0))
    assert taken(path).holder.pid == os.getpid()
    assert not sign.exists()


def _ended() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_a_later_process_with_the_same_number_is_another(path: Path) -> None:
    note_says(path, pid=os.getpid(), started="1")
    assert isinstance(take(path), Lock)


def test_another_pc_holds_the_file_while_it_gives_signs_of_life(path: Path) -> None:
    note_says(path, host="PC-3", user="Анна", pid=1)
    found = take(path)
    assert isinstance(found, Holder)
    assert found.told.startswith("у пользователя Анна на компьютере PC-3 с 01.09.2026")


def test_a_note_of_another_pc_that_has_been_silent_gives_way(path: Path) -> None:
    note_says(path, host="PC-3", age=601)
    assert isinstance(take(path), Lock)


def test_a_clock_that_is_wrong_makes_no_difference(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note_says(path, host="PC-3", age=30)
    monkeypatch.setattr(lock.time, "time", lambda: 4_000_000_000.0)
    assert isinstance(take(path), Holder)


def test_a_copy_of_the_folder_is_free_while_the_original_is_edited(path: Path, tmp_path: Path) -> None:
    taken(path)
    folder = tmp_path / "копия"
    folder.mkdir()
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    note_path(copy).write_bytes(note_path(path).read_bytes())
    assert isinstance(take(copy), Lock)
    assert holder_of(path) is not None


def _odd(**changes: Any) -> bytes:
    said = {"user": "", "host": "", "pid": 1, "started": "", "since": "2026-09-01", "id": "", "path": ""}
    return json.dumps(said | changes).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"user": 1}',
        _odd(pid=1e999),
        _odd(since="0001-01-01"),
        b'{"user":' * 900,
        b"[" * 8000,
        b"null",
    ],
    ids=[
        "empty",
        "no text",
        "list",
        "one field",
        "endless number",
        "first day",
        "deep",
        "deep list",
        "nothing",
    ],
)
def test_a_note_that_says_nothing_is_being_written_or_was_left(path: Path, content: bytes) -> None:
    note_path(path).write_bytes(content)
    found = take(path)
    assert isinstance(found, Holder)
    assert found.told == "в другом окне"
    os.utime(note_path(path), (1_000_000_000, 1_000_000_000))
    assert isinstance(take(path), Lock)


def test_names_of_others_are_one_short_line(path: Path) -> None:
    note_says(path, host="PC-3\n" * 90, user="А\u202e\x07нна\nх")
    found = take(path)
    assert isinstance(found, Holder)
    assert found.told.isprintable()
    assert len(found.told) < 250


def test_a_file_is_not_replaced_under_who_edits_it(path: Path) -> None:
    held = taken(path)
    with pytest.raises(UserError, match="сейчас открыт у "):
        lock.refuse_where_held(path)
    held.release()
    lock.refuse_where_held(path)


def test_what_replaces_a_file_is_refused_and_what_writes_to_it_is_not(tmp_path: Path) -> None:
    """An edit under SQLite's lock is shown by the window; a file put in its place would take the last edits away."""
    mine, theirs = tmp_path / "Анна.roadmap", tmp_path / "Вера.roadmap"
    create_from_sample(mine)
    shutil.copy(mine, theirs)
    held = [taken(mine), taken(theirs)]
    assert run(["set", str(mine), "3", "note", "позвонить"]) == 0
    before = theirs.read_bytes()
    with pytest.raises(UserError, match="сейчас открыт у"):
        merging.merge(mine, [theirs], both=True)
    with pytest.raises(UserError, match="сейчас открыт у"):
        repair(theirs)
    assert theirs.read_bytes() == before
    for lock_ in held:
        lock_.release()
    merging.merge(mine, [theirs], both=True)
    assert theirs.read_bytes() != before


@needs_links
def test_a_file_is_held_by_whatever_link_it_was_opened(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "рабочий стол" / "Карта по ссылке.roadmap"
    link.parent.mkdir()
    link.symlink_to(path)
    held = taken(link)
    for name in (path, link):
        assert take(name) == held.holder
        with pytest.raises(UserError, match="сейчас открыт у "):
            lock.refuse_where_held(name)
    held.release()
    assert list(link.parent.iterdir()) == [link]
    assert not note_path(path).exists()


def test_where_no_note_can_be_written_the_disk_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        take(tmp_path / "нет папки" / "Карта.roadmap")


@pytest.mark.parametrize(
    ("stat", "token"),
    [
        ("7 (a b) (c)) S 1 " + " ".join(map(str, range(5, 60))), "22"),
        ("7 (python) Z 1 " + " ".join(map(str, range(5, 60))), "()"),
        ("", ""),
    ],
)
def test_the_start_of_a_process_is_read_past_any_name(stat: str, token: str) -> None:
    assert started_of(stat) == token


def test_only_a_running_process_is_alive() -> None:
    own = started(os.getpid())
    assert own is not None
    assert is_alive(os.getpid(), own)
    assert not is_alive(_ended(), "")
    assert not is_alive(2**80, "")
    assert not is_alive(-1, "")
