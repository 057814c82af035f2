"""Two PCs of which one has a wrong clock: what is shown, what counts as newer, what is told."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from roadmap_desktop.app import main
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.copies.merge_warnings import preview_warnings
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import create_empty, parse_school_year
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.history_words import record_history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.lock import Lock, note_path, take
from roadmap_desktop.storage.reading_only import changed_on, open_to_read
from roadmap_desktop.storage.roadmap_file import RoadmapFile

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)
FAST = datetime(2099, 6, 1, tzinfo=UTC)


def note(path: Path, text: str, moment: datetime) -> None:
    with RoadmapFile(path, now=lambda: moment) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", text)


def note_of(path: Path) -> str:
    with RoadmapFile(path) as file:
        return read_plan(file).activities[0].note


def moments(path: Path) -> list[datetime]:
    with RoadmapFile(path) as file:
        return [change_set.at for change_set in history.file_history(file)]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "мой.roadmap"
    create_empty(path, parse_school_year("2026-2027"))
    with closing(sqlite3.connect(path)) as connection:
        # Made in the spring, whatever day the tests run on.
        connection.execute("UPDATE change_set SET at = '2026-03-01T00:00:00.000000Z'")
        connection.commit()
    with RoadmapFile(path, now=lambda: NOW - timedelta(days=90)) as file:
        activities.add_activity(file, ActivityDraft(name="Дело"))
    return path


@pytest.fixture
def fast(mine: Path) -> Path:
    """A copy that was edited on a PC of the year 2099."""
    path = Path(shutil.copy(mine, mine.with_name("копия.roadmap")))
    note(path, "из будущего", FAST)
    return path


def test_later_edits_keep_their_true_time(mine: Path, fast: Path) -> None:
    merging.merge(mine, [fast], now=NOW)
    for minute in range(3):
        note(mine, f"правка {minute}", NOW + timedelta(minutes=minute))
    assert moments(mine)[:4] == [NOW + timedelta(minutes=minute) for minute in (2, 1, 0)] + [FAST]
    with RoadmapFile(mine) as file:
        first = read_plan(file).activities[0].id
        assert [line.at.year for line in record_history(file, ACTIVITIES, first)] == [
            2026,
            2026,
            2026,
            2099,
            2026,
        ]
    with open_to_read(mine) as file:
        changed = changed_on(file, NOW + timedelta(days=2))
    assert changed is not None and changed.year == 2026
    assert check_file(mine) == ()


def test_a_file_is_never_changed_in_the_future(fast: Path) -> None:
    with open_to_read(fast) as file:
        changed = changed_on(file, NOW)
    assert changed is not None and changed.year == 2026


def test_a_future_time_is_never_newest(mine: Path, fast: Path) -> None:
    note(mine, "моя", NOW)
    told = merging.preview(mine, [fast], now=NOW)
    assert [one.newest for one in told.conflicts] == [Prefer.MINE]
    assert told.ahead == (1, 2099)
    assert any("Часы" in sentence and "2099" in sentence for sentence in preview_warnings(told))
    merging.merge(mine, [fast], prefer=Prefer.NEWEST, now=NOW)
    assert note_of(mine) == "моя"
    assert moments(mine)[0] == NOW
    other = Path(shutil.copy(fast, fast.with_name("другая.roadmap")))
    merging.merge(other, [mine], prefer=Prefer.NEWEST, now=NOW)
    assert note_of(other) == "моя"


def test_a_time_written_into_the_future_by_hand_is_never_newest(mine: Path, fast: Path) -> None:
    copy = Path(shutil.copy(mine, mine.with_name("вручную.roadmap")))
    note(copy, "вручную", NOW + timedelta(hours=1))
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(
            "UPDATE change_set SET at = '2099-01-01T00:00:00.000000Z' WHERE at = (SELECT max(at) FROM change_set)"
        )
        connection.commit()
    note(mine, "моя", NOW)
    assert merging.preview(mine, [copy], now=NOW).ahead == (1, 2099)
    merging.merge(mine, [copy], prefer=Prefer.NEWEST, now=NOW)
    assert note_of(mine) == "моя"


def test_who_edits_upon_a_future_past_is_compared_by_the_true_time(mine: Path, fast: Path) -> None:
    vera = Path(shutil.copy(mine, mine.with_name("Вера.roadmap")))
    merging.merge(mine, [fast], now=NOW)
    note(mine, "моя, раньше", NOW)
    note(vera, "Веры, позже", NOW + timedelta(hours=1))
    later = NOW + timedelta(days=1)
    assert merging.preview(mine, [vera], now=later).ahead is None
    assert [one.newest for one in merging.preview(mine, [vera], now=later).conflicts] == [Prefer.THEIRS]
    merging.merge(mine, [vera], prefer=Prefer.NEWEST, now=later)
    assert note_of(mine) == "Веры, позже"
    assert check_file(mine) == ()


def test_the_newest_of_three_copies_is_chosen_without_the_future_one(mine: Path, fast: Path) -> None:
    vera = Path(shutil.copy(mine, mine.with_name("Вера.roadmap")))
    note(vera, "Веры", NOW)
    note(mine, "моя, позже", NOW + timedelta(hours=1))
    merging.merge(mine, [fast, vera], prefer=Prefer.NEWEST, now=NOW + timedelta(hours=2))
    assert note_of(mine) == "моя, позже"


@pytest.mark.parametrize(
    "at",
    [
        *("1969-12-31T20:00:00.000000Z", "1601-01-01T00:00:00.000000Z", "0001-01-01T00:00:00.000000Z"),
        *("3001-01-01T00:00:00.000000Z", "9999-12-31T23:59:59.999999Z", "2027-01-01T00:00:00.000000"),
        *("1979-01-01T00:00:00.000000Z", "2027-01-01T05:00:00.000000+05:00"),
    ],
)
def test_a_file_with_an_impossible_time_is_read_and_never_a_bug(
    mine: Path, at: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(mine)) as connection:
        (newest,) = connection.execute("SELECT id FROM change_set ORDER BY at DESC").fetchone()
        # A key of no year that there is, so that the time itself is what is told.
        key = "ffffffff-ffff-7fff-bfff-ffffffffffff"
        connection.execute("UPDATE change_set SET at = ?, id = ? WHERE id = ?", (at, key, newest))
        connection.execute("UPDATE change SET change_set_id = ? WHERE change_set_id = ?", (key, newest))
        connection.commit()
    commands = (
        ["history", str(mine)],
        ["history", str(mine), "--json"],
        ["list", str(mine)],
        ["digest", str(mine)],
        ["digest", str(mine), "-o", str(tmp_path / "свод.xlsx")],
        ["calendar", str(mine), "-o", str(tmp_path / "к.ics")],
        ["set", str(mine), "1", "note", "дальше"],
        ["undo", str(mine)],
        ["history", str(mine)],
    )
    for command in commands:
        code = main(command)
        captured = capsys.readouterr()
        assert code in (0, 2), command
        assert "Traceback" not in captured.err and "ошибка в программе" not in captured.err.lower(), (
            captured.err
        )
    if at != "9999-12-31T23:59:59.999999Z":
        assert note_of(mine) in ("", "дальше")


def test_who_holds_a_file_is_told_whatever_the_time_of_the_note(mine: Path) -> None:
    taken = take(mine)
    assert isinstance(taken, Lock)
    note_file = note_path(mine)
    text = note_file.read_text(encoding="utf-8")
    said = json.loads(text)
    for since in ("0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00", "1950-01-01T00:00:00+05:00"):
        note_file.write_text(text.replace(said["since"], since), encoding="utf-8")
        found = take(mine)
        assert not isinstance(found, Lock)
        assert found.told
