"""Backups: made when they should be, found again, taken back; the file itself survives whatever fails."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmap_desktop import folders
from roadmap_desktop.errors import KnownError
from roadmap_desktop.operations import activities, backups, checking, history, merging
from roadmap_desktop.operations.backups import Reason
from roadmap_desktop.operations.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.storage import backups as stored
from roadmap_desktop.storage.schema import SCHEMA_VERSION, read_header

MORNING = datetime(2026, 11, 23, 9, 0)
RELEASED = Path(__file__).parents[1] / "storage" / "released" / "version-1.roadmap"


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    root = tmp_path / "данные"
    for module in (folders, backups):
        monkeypatch.setattr(module, "backups_folder", lambda: root)
    path = tmp_path / "файлы" / "карта.roadmap"
    path.parent.mkdir()
    create_from_sample(path)
    yield path
    assert [item.name for item in tmp_path.rglob(".roadmap-*")] == []


def note(path: Path, text: str) -> None:
    with open_roadmap(path) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", text)


def note_of(path: Path) -> str:
    with open_roadmap(path) as file:
        return read_plan(file).activities[0].note


def test_a_backup_is_whole_and_one_an_hour_is_enough(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    note(sample, "второе")
    backups.back_up(sample, Reason.OPENING, now=MORNING + timedelta(minutes=59))
    (first,) = backups.list_backups(sample)
    assert (first.at, first.reason, first.stem) == (MORNING, "при открытии", "карта")
    assert checking.check_file(first.path) == ()
    backups.back_up(sample, Reason.OPENING, now=MORNING + timedelta(minutes=61))
    assert [note_of(backup.path) for backup in backups.list_backups(sample)] == ["второе", ""]


def test_what_did_not_change_is_not_kept_twice(sample: Path) -> None:
    for hour in range(5):
        backups.back_up(sample, Reason.MERGE, now=MORNING + timedelta(hours=hour))
    assert len(backups.list_backups(sample)) == 1


def test_a_file_renamed_or_moved_finds_its_backups(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    moved = sample.parent.parent / "новое имя.roadmap"
    sample.rename(moved)
    assert [backup.stem for backup in backups.list_backups(moved)] == ["карта"]


def test_hundred_openings_leave_few(sample: Path) -> None:
    for hour in range(40):
        note(sample, str(hour))
        backups.back_up(sample, Reason.OPENING, now=MORNING + timedelta(hours=hour))
    found = backups.list_backups(sample)
    assert 10 <= len(found) <= 13
    assert note_of(found[0].path) == "39"


def test_restoring_keeps_what_stood_there_and_undo_goes_on(sample: Path) -> None:
    note(sample, "утром")
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    note(sample, "напрасно")
    (backup,) = backups.list_backups(sample)
    backups.restore(sample, backup, now=MORNING + timedelta(hours=2))
    assert note_of(sample) == "утром"
    newest = backups.list_backups(sample)[0]
    assert (newest.reason, note_of(newest.path)) == ("перед восстановлением", "напрасно")
    with open_roadmap(sample) as file:
        history.undo(file)
    assert note_of(sample) == ""
    backups.restore(sample, newest, now=MORNING + timedelta(hours=3))
    assert note_of(sample) == "напрасно"


def test_a_damaged_file_is_restored_and_kept(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    spoiled = sample.read_bytes()[:20000]
    sample.write_bytes(spoiled)
    (backup,) = backups.list_backups(sample)
    backups.restore(sample, backup, now=MORNING + timedelta(hours=1))
    assert note_of(sample) == ""
    kept = [one for one in backups.list_backups(sample) if one.reason == "перед восстановлением"]
    assert [one.path.read_bytes() for one in kept] == [spoiled]
    with pytest.raises(KnownError, match="не"):
        backups.preview(kept[0])


def test_a_spoiled_backup_is_refused_and_the_file_stays(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    note(sample, "новое")
    (backup,) = backups.list_backups(sample)
    backup.path.write_bytes(backup.path.read_bytes()[:-5000])
    before = sample.read_bytes()
    with pytest.raises(KnownError):
        backups.restore(sample, backup)
    assert sample.read_bytes() == before


def test_repair_takes_the_newest_good_backup(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    note(sample, "новое")
    backups.back_up(sample, Reason.OPENING, now=MORNING + timedelta(hours=2))
    newest, first = backups.list_backups(sample)
    newest.path.write_bytes(newest.path.read_bytes()[:-5000])
    assert backups.newest_good(sample) == first.path


def test_repair_prefers_the_files_own_backup_to_a_later_one_of_its_copy(sample: Path) -> None:
    note(sample, "моё")
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    theirs = Path(shutil.copy(sample, sample.with_name("от Веры.roadmap")))
    note(theirs, "Верино")
    backups.back_up(theirs, Reason.MERGE, now=MORNING + timedelta(hours=2))
    found = backups.newest_good(sample)
    assert found is not None
    assert note_of(found) == "моё"
    sample.rename(sample.with_name("другое имя.roadmap"))
    assert backups.newest_good(sample.with_name("другое имя.roadmap")) is not None


def test_a_file_of_an_older_version_is_kept_before_it_is_upgraded(sample: Path) -> None:
    old = sample.with_name("старая.roadmap")
    shutil.copy(RELEASED, old)
    open_roadmap(old).close()
    assert read_header(old).user_version == SCHEMA_VERSION
    (backup,) = backups.list_backups(old)
    assert backup.reason == "перед обновлением"
    assert backup.path.read_bytes() == RELEASED.read_bytes()
    assert sorted(item.name for item in old.parent.iterdir()) == ["карта.roadmap", "старая.roadmap"]
    backups.restore(old, backup)
    assert checking.check_file(old) == ()


def test_a_merge_keeps_every_file_that_it_writes(sample: Path) -> None:
    theirs = sample.with_name("её карта.roadmap")
    shutil.copy(sample, theirs)
    note(sample, "моё")
    with open_roadmap(theirs) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[1].id], "note", "её")
    merging.merge(sample, [theirs], both=True, keep=backups.before(Reason.MERGE))
    found = {backup.stem: note_of(backup.path) for backup in backups.list_backups(sample)}
    assert found == {"карта": "моё", "её карта": ""}


def test_a_second_place_gets_every_backup_and_is_told_of_when_it_is_gone(sample: Path) -> None:
    stick = sample.parent.parent / "флешка"
    stick.mkdir()
    backups.set_second_place(stick)
    assert backups.back_up(sample, Reason.OPENING, now=MORNING) == ""
    (copied,) = stick.iterdir()
    assert checking.check_file(copied) == ()
    shutil.rmtree(stick)
    note(sample, "новое")
    told = backups.back_up(sample, Reason.OPENING, now=MORNING + timedelta(hours=2))
    assert "Второго места" in told
    assert len(backups.list_backups(sample)) == 2
    backups.set_second_place(None)
    assert backups.second_place() is None


def test_in_the_second_place_roadmaps_of_the_same_name_do_not_push_each_other_out(sample: Path) -> None:
    stick, other = sample.parent.parent / "флешка", sample.parent / "другая" / sample.name
    stick.mkdir()
    other.parent.mkdir()
    create_from_sample(other)
    backups.set_second_place(stick)
    backups.back_up(sample, Reason.MERGE, now=MORNING)
    for count in range(11):
        note(other, f"правка {count}")
        backups.back_up(other, Reason.MERGE, now=MORNING + timedelta(minutes=count + 1))
    assert [file.name for file in stick.iterdir() if f"{MORNING:%H-%M-%S}" in file.name] != []
    assert len(list(stick.iterdir())) == 11


def test_a_folder_that_cannot_be_written_stops_a_merge_before_anything_is_done(sample: Path) -> None:
    theirs = sample.with_name("её карта.roadmap")
    shutil.copy(sample, theirs)
    note(theirs, "её")
    root = folders.backups_folder()
    root.parent.mkdir(exist_ok=True)
    root.write_text("файл на месте папки")
    before = sample.read_bytes()
    with pytest.raises(KnownError):
        merging.merge(sample, [theirs], keep=backups.before(Reason.MERGE))
    assert sample.read_bytes() == before


def test_a_folder_that_is_not_there_holds_no_backups() -> None:
    assert stored.backups_in(Path("нет такой папки")) == []
