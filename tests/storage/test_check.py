"""«Проверить файл»: what is wrong is named, what can be repaired is, and the damaged original stays."""

import random
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.file.checking import check_file, repair
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage import repair as repairing
from roadmap_desktop.storage.check import Damage
from roadmap_desktop.storage.repair import Way, repair_file
from tests.samples import sample_at
from tests.storage.damage import change
from tests.systems import needs_links

PAGE = 4096


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        plan = read_plan(file)
        for number, row in enumerate(plan.activities):
            activities.set_field(file, plan, [row.id], "note", f"заметка {number}")
    return path


def plan_of(path: Path) -> Plan:
    with open_roadmap(path) as file:
        return read_plan(file)


def damages(path: Path) -> set[Damage]:
    return {finding.damage for finding in check_file(path)}


def kept_beside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("карта (повреждён *"))


def root_page(path: Path, name: str) -> int:
    with sqlite3.connect(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    connection.close()
    return int(page)


def spoil_page(path: Path, number: int) -> None:
    content = bytearray(path.read_bytes())
    content[(number - 1) * PAGE : number * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)


def test_a_file_that_was_worked_on_is_sound(sample: Path) -> None:
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        activities.delete_activities(file, plan, [plan.activities[2].id])
        history.undo(file)
        history.redo(file)
    before = sample.read_bytes()
    assert check_file(sample) == ()
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "damage", "words"),
    [
        ("UPDATE activity SET note = 'чужое' WHERE rowid = 1", Damage.TABLES, "поле «Примечание»"),
        ("DELETE FROM activity_performer WHERE rowid = 1", Damage.TABLES, "записи нет"),
        ("INSERT INTO section VALUES ('x', 'Чужой', 'a')", Damage.TABLES, "история её не знает"),
        ("UPDATE activity SET state = 'бывает' WHERE rowid = 2", Damage.VALUES, "не читается"),
        ("UPDATE activity SET note = CAST(x'ff41' AS TEXT) WHERE rowid = 2", Damage.VALUES, "не читается"),
        ("UPDATE activity SET completed_on = 'вчера' WHERE rowid = 2", Damage.VALUES, "не читается"),
        ("UPDATE change SET new = '{' WHERE ordinal = 0", Damage.JOURNAL, "История повреждена"),
        ("UPDATE change_set SET at = 'давно'", Damage.JOURNAL, "История повреждена"),
        ("DELETE FROM performer WHERE rowid = 1", Damage.LINKS, "Связи нарушены"),
        ("DELETE FROM roadmap", Damage.TABLES, "а их нет"),
    ],
)
def test_what_was_changed_behind_the_journal_is_named_and_repaired(
    sample: Path, statement: str, damage: Damage, words: str
) -> None:
    plan = plan_of(sample)
    change(sample, statement)
    spoiled = sample.read_bytes()
    findings = check_file(sample)
    assert any(finding.damage is damage and words in finding.text for finding in findings), findings
    made = repair(sample)
    assert check_file(sample) == ()
    assert [row.name for row in plan_of(sample).activities] == [row.name for row in plan.activities]
    assert made.kept.read_bytes() == spoiled
    assert [made.kept] == kept_beside(sample)
    assert not [item for item in sample.parent.iterdir() if item.name.startswith(".")]


def test_values_come_back_from_the_journal(sample: Path) -> None:
    plan = plan_of(sample)
    change(sample, "UPDATE activity SET note = 'чужое', state = 'бывает'", "DELETE FROM activity_performer")
    assert repair_file(sample, lambda: None, datetime.now()).way is Way.JOURNAL
    assert plan_of(sample).activities == plan.activities


def test_what_the_journal_does_not_know_is_kept_and_written_down(sample: Path) -> None:
    change(sample, "INSERT INTO section VALUES ('01a209bf-d8a9-7f76-854a-d38305a6f4d4', 'Чужой', 'a')")
    repair(sample)
    assert [section.name for section in plan_of(sample).sections] == ["Чужой"]
    with open_roadmap(sample) as file:
        assert history.undo(file).label == "Отменено: Восстановлено при проверке файла"
    assert check_file(sample) == ()


def test_a_damaged_index_is_made_anew(sample: Path) -> None:
    plan = plan_of(sample)
    change(
        sample,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE "
        "name = 'ix_activity_performer_performer_id') WHERE name = 'ix_activity_performer_activity_id'",
    )
    assert {Damage.PAGES, Damage.INDEX} & damages(sample)
    repair(sample)
    assert check_file(sample) == ()
    assert plan_of(sample).activities == plan.activities


def test_a_page_of_activities_comes_back_from_the_journal_row_by_row(sample: Path) -> None:
    plan = plan_of(sample)
    spoil_page(sample, root_page(sample, "activity"))
    assert repair_file(sample, lambda: None, datetime.now()).way is Way.SALVAGE
    assert plan_of(sample).activities == plan.activities
    assert check_file(sample) == ()


def test_a_lost_page_of_the_journal_leaves_the_plan_as_it_was(sample: Path) -> None:
    plan = plan_of(sample)
    spoil_page(sample, root_page(sample, "change"))
    assert repair_file(sample, lambda: None, datetime.now()).way is Way.SALVAGE
    assert plan_of(sample).activities == plan.activities
    assert check_file(sample) == ()


def test_a_good_backup_is_taken_before_pages_are_picked_up_one_by_one(sample: Path) -> None:
    backup = sample.with_name("вчера.roadmap")
    backup.write_bytes(sample.read_bytes())
    expected = plan_of(backup).activities
    spoil_page(sample, root_page(sample, "activity"))
    made = repair_file(sample, lambda: backup, datetime.now())
    assert (made.way, made.backup) == (Way.BACKUP, backup)
    assert plan_of(sample).activities == expected
    spoil_page(sample, 5)
    spoil_page(backup, 5)
    assert repair_file(sample, lambda: backup, datetime.now()).way is Way.SALVAGE


def test_a_repair_that_is_cancelled_or_fails_leaves_the_file_as_it_was(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil_page(sample, root_page(sample, "activity"))
    spoiled = sample.read_bytes()
    with pytest.raises(Cancelled):
        repair(sample, is_cancelled=lambda: True)
    with monkeypatch.context() as patch:
        patch.setattr(repairing, "sync_file", refuse)
        with pytest.raises(UserError, match="места"):
            repair(sample)
    assert sample.read_bytes() == spoiled
    assert [item.name for item in sample.parent.iterdir()] == [sample.name]
    repair(sample)
    assert check_file(sample) == ()


def refuse(_path: Path) -> None:
    raise OSError(28, "No space left on device")


@needs_links
def test_a_link_to_the_file_stays_a_link_when_it_is_repaired(sample: Path) -> None:
    link = sample.with_name("ярлык.roadmap")
    link.symlink_to(sample)
    change(sample, "UPDATE activity SET note = 'чужое' WHERE rowid = 1")
    repair(link)
    assert link.is_symlink()
    assert check_file(sample) == ()


def test_nothing_crashes_whatever_is_damaged_and_what_was_repaired_is_sound(
    sample: Path, torture: bool
) -> None:
    chance, good = random.Random(3), sample.read_bytes()
    ways = set()
    for _ in range(500 if torture else 12):
        content = bytearray(good)
        for _ in range(chance.choice([1, 4, 30])):
            content[chance.randrange(100, len(content))] = chance.randrange(256)
        sample.write_bytes(content)
        try:
            if check_file(sample):
                ways.add(repair_file(sample, lambda: None, datetime.now()).way)
        except UserError:
            continue
        assert check_file(sample) == ()
        plan_of(sample)
    assert ways
