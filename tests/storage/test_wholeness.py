"""A large file is checked once for each of its states, and again whenever anybody else may have changed it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.folders import whole_states_folder
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage import wholeness
from roadmap_desktop.storage.agreement import agrees
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.storage.damage import change
from tests.systems import needs_moving_open_files

REFUSED = "повреждён или скопирован не целиком"
FOREIGN = "UPDATE activity SET note = 'чужое' WHERE id = (SELECT min(id) FROM activity)"


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as large."""
    monkeypatch.setattr(wholeness, "LARGE", 0)
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    return path


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every full check that was made."""
    made: list[object] = []

    def counted(connection: sqlite3.Connection) -> bool:
        made.append(connection)
        return agrees(connection)

    monkeypatch.setattr(wholeness, "agrees", counted)
    return made


def note(file: RoadmapFile, number: int, text: str) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[number - 1].id], "note", text)


def look(path: Path) -> None:
    with open_roadmap(path) as file:
        read_plan(file)


def keeping_its_time(path: Path, spoil: Callable[[], object]) -> None:
    """As a failing disk does it: the names and times of files stay."""
    before = path.stat()
    spoil()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def test_a_state_is_checked_once(sample: Path, checks: list[object]) -> None:
    for _ in range(3):
        look(sample)
    assert len(checks) == 1


def test_a_copy_of_a_checked_file_is_checked_with_it(sample: Path, checks: list[object]) -> None:
    look(sample)
    copy = sample.with_name("копия.roadmap")
    copy.write_bytes(sample.read_bytes())
    look(copy)
    assert len(checks) == 1


def test_edits_of_the_program_leave_a_file_that_need_not_be_checked(
    sample: Path, checks: list[object]
) -> None:
    for number in range(1, 4):
        with open_roadmap(sample) as file:
            note(file, number, "раз")
            note(file, number + 1, "два")
    look(sample)
    assert len(checks) == 1


def test_an_edit_that_changes_nothing_or_fails_is_no_edit(sample: Path, checks: list[object]) -> None:
    with open_roadmap(sample) as file:
        note(file, 1, "раз")
        note(file, 1, "раз")
        with pytest.raises(ZeroDivisionError), file.edit("Правка") as edit:
            edit.session.flush()
            raise ZeroDivisionError
        note(file, 2, "два")
    look(sample)
    assert len(checks) == 1


def test_a_letter_that_the_disk_has_changed_is_found(sample: Path) -> None:
    with open_roadmap(sample) as file:
        note(file, 1, "Подготовить приказ")
    text = "Подготовить приказ".encode()

    def spoil() -> None:
        with sample.open("rb+") as raw:
            raw.seek(sample.read_bytes().rfind(text))
            raw.write("Б".encode())

    keeping_its_time(sample, spoil)
    with pytest.raises(UserError, match="повреждён"):
        look(sample)


@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_what_another_program_wrote_is_found(sample: Path, journal_mode: str) -> None:
    look(sample)
    change(sample, f"PRAGMA journal_mode = {journal_mode}", FOREIGN)
    with pytest.raises(UserError, match=REFUSED):
        look(sample)


def test_what_another_program_wrote_into_its_own_log_is_found(sample: Path) -> None:
    look(sample)
    change(sample, "PRAGMA journal_mode = wal")
    look(sample)
    with closing(sqlite3.connect(sample)) as other:
        other.execute(FOREIGN)
        other.commit()
        with pytest.raises(UserError, match=REFUSED):
            look(sample)


@pytest.mark.parametrize("when", ["before the first edit", "between two edits", "after the last edit"])
def test_what_another_program_wrote_while_the_file_was_open_is_found(sample: Path, when: str) -> None:
    with open_roadmap(sample) as file:
        if when == "before the first edit":
            change(sample, FOREIGN)
        note(file, 2, "раз")
        if when == "between two edits":
            change(sample, FOREIGN)
        note(file, 3, "два")
        if when == "after the last edit":
            change(sample, FOREIGN)
    with pytest.raises(UserError, match=REFUSED):
        look(sample)


def test_another_program_that_writes_between_an_edit_and_the_look_at_it_is_counted(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_edit = wholeness.WholeFile.note_edit

    def overtaken(whole: wholeness.WholeFile) -> None:
        change(sample, FOREIGN)
        note_edit(whole)

    monkeypatch.setattr(wholeness.WholeFile, "note_edit", overtaken)
    with open_roadmap(sample) as file:
        note(file, 2, "раз")
    with pytest.raises(UserError, match=REFUSED):
        look(sample)


def test_bytes_laid_over_the_file_while_it_was_open_are_found(sample: Path) -> None:
    with open_roadmap(sample) as file:
        note(file, 2, "раз")
        spoiled = sample.with_name("иной.roadmap")
        spoiled.write_bytes(sample.read_bytes())
        change(spoiled, FOREIGN)
        sample.write_bytes(spoiled.read_bytes())
    with pytest.raises(UserError, match=REFUSED):
        look(sample)


@needs_moving_open_files
def test_a_file_put_there_while_it_was_being_opened_is_not_taken_for_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(sample)
    spoiled = sample.with_name("иной.roadmap")
    spoiled.write_bytes(sample.read_bytes())
    change(spoiled, FOREIGN)

    def connected(path: Path) -> sqlite3.Connection:
        if spoiled.exists():
            spoiled.replace(path)
        return sqlite3.connect(path, isolation_level=None)

    monkeypatch.setattr("roadmap_desktop.storage.roadmap_file.connect", connected)
    with pytest.raises(UserError, match=REFUSED):
        look(sample)


def test_a_file_opened_in_the_background_is_followed_where_it_is_edited(
    sample: Path, checks: list[object]
) -> None:
    with open_roadmap(sample) as opened:
        read_plan(opened)
    with opened.for_another_thread() as file:
        note(file, 1, "раз")
    look(sample)
    assert len(checks) == 1


def test_a_refused_file_is_not_remembered(sample: Path) -> None:
    change(sample, FOREIGN)
    for _ in range(2):
        with pytest.raises(UserError, match=REFUSED):
            look(sample)


def test_only_the_newest_states_are_remembered(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wholeness, "_MOST_MARKS", 3)
    for number in range(6):
        with open_roadmap(sample) as file:
            note(file, 1, f"{number}")
    assert len(list(whole_states_folder().iterdir())) == 3


def test_where_nothing_can_be_remembered_the_file_opens_all_the_same(
    sample: Path, checks: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "файл"
    in_the_way.touch()
    monkeypatch.setattr(wholeness, "whole_states_folder", lambda: in_the_way)
    for _ in range(2):
        look(sample)
    assert len(checks) == 2


def test_a_file_that_is_mostly_attached_files_is_not_read_through(sample: Path, checks: list[object]) -> None:
    before = len(list(whole_states_folder().iterdir())) if whole_states_folder().exists() else 0
    change(sample, "INSERT INTO content VALUES ('" + "0" * 64 + "', 9000000, 0, zeroblob(9000000))")
    for _ in range(2):
        look(sample)
    assert len(list(whole_states_folder().iterdir())) == before
    assert len(checks) == 2
