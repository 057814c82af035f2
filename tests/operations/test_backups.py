"""Backups: made when they should be, found again, taken back; the file itself survives whatever fails."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmap_desktop import folders
from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file import backups, checking
from roadmap_desktop.operations.file.backups import Reason
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage import backups as stored
from roadmap_desktop.storage.schema import SCHEMA_VERSION, read_header
from tests.notes import note, note_of
from tests.samples import sample_at
from tests.systems import needs_modes

MORNING = datetime(2026, 11, 23, 9, 0)
RELEASED = Path(__file__).parents[1] / "storage" / "released" / "version-1.roadmap"


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    root = tmp_path / "данные"
    for module in (folders, backups):
        monkeypatch.setattr(module, "backups_folder", lambda: root)
    path = tmp_path / "файлы" / "карта.roadmap"
    path.parent.mkdir()
    sample_at(path)
    yield path
    assert [item.name for item in tmp_path.rglob(".roadmap-*")] == []


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
    with pytest.raises(UserError, match="не"):
        backups.preview(kept[0])


def test_a_spoiled_backup_is_refused_and_the_file_stays(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    note(sample, "новое")
    (backup,) = backups.list_backups(sample)
    backup.path.write_bytes(backup.path.read_bytes()[:-5000])
    before = sample.read_bytes()
    with pytest.raises(UserError):
        backups.restore(sample, backup)
    assert sample.read_bytes() == before


@needs_modes
def test_who_may_write_to_a_shared_file_may_do_so_after_it_was_replaced(sample: Path) -> None:
    theirs = Path(shutil.copy(sample, sample.with_name("от Веры.roadmap")))
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    for path in (sample, theirs):
        path.chmod(0o660)
    note(sample, "моё")
    merging.merge(sample, [theirs], both=True)
    backups.restore(sample, backups.list_backups(sample)[0])
    assert [path.stat().st_mode & 0o777 for path in (sample, theirs)] == [0o660, 0o660]


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
    for count in range(13):
        note(other, f"правка {count}")
        backups.back_up(other, Reason.MERGE, now=MORNING + timedelta(minutes=count + 1))
    assert [file.name for file in stick.iterdir() if f"{MORNING:%H-%M-%S}" in file.name] != []
    assert len(list(stick.iterdir())) == 1 + 1 + 10


def test_a_folder_that_cannot_be_written_stops_a_merge_before_anything_is_done(sample: Path) -> None:
    theirs = sample.with_name("её карта.roadmap")
    shutil.copy(sample, theirs)
    note(theirs, "её")
    root = folders.backups_folder()
    root.parent.mkdir(exist_ok=True)
    root.write_text("файл на месте папки")
    before = sample.read_bytes()
    with pytest.raises(UserError):
        merging.merge(sample, [theirs], keep=backups.before(Reason.MERGE))
    assert sample.read_bytes() == before


def test_a_folder_that_is_not_there_holds_no_backups() -> None:
    assert stored.backups_in(Path("нет такой папки")) == []


@pytest.mark.parametrize("content", [b"", bytes(200_000), b"PK\x03\x04"], ids=["empty", "zeros", "archive"])
def test_a_file_that_was_wiped_is_repaired_from_its_backup(sample: Path, content: bytes) -> None:
    note(sample, "важное")
    backups.back_up(sample, Reason.MERGE)
    sample.write_bytes(content)
    (finding,) = checking.check_file(sample)
    assert "есть его резервные копии" in finding.text
    report = checking.repair(sample, lambda: backups.newest_good(sample))
    assert note_of(sample) == "важное"
    assert report.kept.read_bytes() == content
    assert set(sample.parent.iterdir()) == {sample, report.kept}


def test_a_backup_takes_the_place_of_a_file_that_was_emptied(sample: Path) -> None:
    note(sample, "важное")
    backups.back_up(sample, Reason.MERGE, now=MORNING)
    (backup,) = backups.list_backups(sample)
    sample.write_bytes(b"")
    backups.restore(sample, backup, now=MORNING + timedelta(hours=1))
    assert note_of(sample) == "важное"
    assert list(folders.backups_folder().rglob("*-journal")) == []
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


def test_a_file_of_a_newer_version_is_never_taken_for_a_wiped_one(sample: Path) -> None:
    backups.back_up(sample, Reason.MERGE)
    newer = bytearray(sample.read_bytes())
    newer[60:64] = (9999).to_bytes(4, "big")
    sample.write_bytes(newer)
    with pytest.raises(UserError, match="нов"):
        checking.check_file(sample)


def edited_copy(sample: Path, text: str) -> Path:
    """A colleague's copy with one edit of hers."""
    theirs = sample.with_name(f"{text}.roadmap")
    shutil.copy(sample, theirs)
    note(theirs, text)
    return theirs


def notes_kept(path: Path) -> set[str]:
    return {note_of(backup.path) for backup in backups.list_backups(path)}


def test_eleven_trial_restores_push_nothing_out_and_keep_no_state_twice(sample: Path) -> None:
    for day in range(12):
        note(sample, f"день {day}")
        backups.back_up(sample, Reason.OPENING, now=MORNING - timedelta(days=12 - day))
    note(sample, "важное")
    tried = backups.list_backups(sample)
    for minute, backup in enumerate(tried[:11]):
        backups.restore(sample, backup, now=MORNING + timedelta(minutes=minute))
    assert notes_kept(sample) == {"важное", *(f"день {day}" for day in range(12))}
    assert len(backups.list_backups(sample)) == 13


def test_twelve_merges_of_a_day_push_out_neither_what_stood_before_them_nor_the_morning(sample: Path) -> None:
    note(sample, "утро")
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    note(sample, "важное")
    for minute in range(15):
        theirs = edited_copy(sample, f"правка {minute}")
        now = MORNING + timedelta(minutes=30 + minute)
        merging.merge(
            sample, [theirs], keep=lambda path, now=now: backups.back_up(path, Reason.MERGE, now=now)
        )
    assert {"утро", "важное"} <= notes_kept(sample)


def test_a_state_that_stood_there_again_stays_as_long_as_a_new_one_would(sample: Path) -> None:
    note(sample, "прошлогоднее")
    long_ago = MORNING - timedelta(days=700)
    backups.back_up(sample, Reason.OPENING, now=long_ago)
    (old,) = backups.list_backups(sample)
    for day in range(12):
        note(sample, f"день {day}")
        backups.back_up(sample, Reason.OPENING, now=MORNING - timedelta(days=13 - day))
        if day == 8:
            backups.restore(sample, old, now=MORNING - timedelta(days=5) + timedelta(hours=1))
            backups.back_up(sample, Reason.MERGE, now=MORNING - timedelta(days=5) + timedelta(hours=2))
    assert "прошлогоднее" in notes_kept(sample)


def test_what_is_marked_stays_for_good_also_in_the_second_place(sample: Path) -> None:
    stick = sample.parent.parent / "флешка"
    stick.mkdir()
    backups.set_second_place(stick)
    note(sample, "на память")
    backups.back_up(sample, Reason.OPENING, now=MORNING - timedelta(days=800))
    (marked,) = backups.list_backups(sample)
    backups.set_kept(marked, is_kept=True)
    for hour in range(20):
        note(sample, f"правка {hour}")
        backups.back_up(sample, Reason.MERGE, now=MORNING + timedelta(hours=hour))
    assert [note_of(one.path) for one in backups.list_backups(sample) if one.is_kept] == ["на память"]
    assert [one.name for one in stick.iterdir() if ", не удалять" in one.name] != []
    shutil.rmtree(folders.backups_folder())
    backups.set_second_place(stick)
    (marked,) = [one for one in backups.list_backups(sample) if one.is_kept]
    backups.set_kept(marked, is_kept=False)
    note(sample, "ещё правка")
    backups.back_up(sample, Reason.MERGE, now=MORNING + timedelta(hours=21))
    assert "на память" not in notes_kept(sample)


def test_files_of_one_name_in_two_folders_do_not_push_each_other_out(sample: Path) -> None:
    other = sample.parent / "флешка" / sample.name
    other.parent.mkdir()
    shutil.copy(sample, other)
    note(sample, "моё")
    backups.back_up(sample, Reason.OPENING, now=MORNING - timedelta(days=400))
    for hour in range(30):
        note(other, f"её {hour}")
        backups.back_up(other, Reason.OPENING, now=MORNING + timedelta(hours=hour))
    assert "моё" in notes_kept(sample)
    newest = backups.newest_good(sample)
    assert newest is not None
    assert note_of(newest) == "моё"
    assert {backup.origin for backup in backups.list_backups(sample)} == {sample, other}


def test_an_hour_of_one_file_is_not_an_hour_of_its_namesake(sample: Path) -> None:
    other = sample.parent / "флешка" / sample.name
    other.parent.mkdir()
    shutil.copy(sample, other)
    for minute, path in enumerate((sample, other)):
        backups.back_up(path, Reason.OPENING, now=MORNING + timedelta(minutes=minute))
    assert len(backups.list_backups(sample)) == 2


def test_a_wiped_file_is_never_repaired_from_another_roadmap_of_its_name(sample: Path) -> None:
    other = sample.parent / "флешка" / sample.name
    other.parent.mkdir()
    create_from_sample(other)
    note(other, "чужой план")
    backups.back_up(other, Reason.MERGE, now=MORNING)
    sample.write_bytes(b"")
    assert backups.newest_good(sample) is None
    other.unlink()
    assert backups.newest_good(sample) is not None


def test_where_the_files_stood_may_be_forgotten_without_harm(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    for hour, content in enumerate(("", "{", '{"places": 5, "again": []}', "[" * 100_000), start=1):
        (folders.backups_folder() / "места файлов.json").write_text(content)
        note(sample, f"правка {hour}")
        backups.back_up(sample, Reason.MERGE, now=MORNING + timedelta(hours=hour))
        assert backups.newest_good(sample) is not None
    assert len(backups.list_backups(sample)) == 5


def test_backups_of_an_older_program_are_found_and_not_made_again(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    (made,) = backups.list_backups(sample)
    made.path.rename(made.path.with_name("карта 2026-11-23 09-00-00 при открытии.roadmap"))
    backups.back_up(sample, Reason.MERGE, now=MORNING + timedelta(hours=2))
    (found,) = backups.list_backups(sample)
    assert (found.place, found.origin) == ("", None)
    assert backups.newest_good(sample) == found.path


def test_a_damaged_file_is_kept_once_however_often_it_is_replaced(sample: Path) -> None:
    backups.back_up(sample, Reason.OPENING, now=MORNING)
    (backup,) = backups.list_backups(sample)
    spoiled = sample.read_bytes()[:20000]
    for minute in range(3):
        sample.write_bytes(spoiled)
        backups.restore(sample, backup, now=MORNING + timedelta(minutes=minute))
    assert len(backups.list_backups(sample)) == 2


def test_a_copy_made_now_reaches_a_stick_that_was_out_when_it_was_made_first(sample: Path) -> None:
    stick = sample.parent.parent / "флешка"
    backups.set_second_place(stick)
    assert "Второго места" in backups.back_up_now(sample, now=MORNING).told
    stick.mkdir()
    told = backups.back_up_now(sample, now=MORNING + timedelta(minutes=5)).told
    assert told == "Новая копия не нужна: этот план уже хранится в копии от 23.11.2026 09:00."
    assert len(list(stick.iterdir())) == len(backups.list_backups(sample)) == 1
