"""What a repair makes of a damaged file, against the file as it was: what was deleted does not come back, and no value
changes, without being told; where the history can be read, its word holds."""

import random
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.cli.main import run
from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.checking import check_file, repair
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.differences import columns_of, record_tables
from roadmap_desktop.storage.reconciling import Doubt
from roadmap_desktop.storage.repair import Repair, Way, repair_file
from tests.storage.damage import change, damaged

PAGE = 4096
NOW = datetime(2026, 11, 23, 14, 20)

Records = dict[tuple[str, str], dict[str, Any]]


def worked_on(path: Path, chance: random.Random) -> None:
    """A plan with much of a history: edits, deletions, what was undone."""
    create_from_sample(path)
    with open_roadmap(path) as file:
        for number in range(60):
            plan = read_plan(file)
            deed = chance.randrange(6)
            if deed == 0 and len(plan.activities) > 8:
                activities.delete_activities(file, plan, [chance.choice(plan.activities).id])
            elif deed == 1:
                with suppress(UserError):
                    history.undo(file)
            else:
                field = chance.choice(["note", "name", "expected_result"])
                text = f"значение {number} " + "слово " * chance.randrange(60)
                activities.set_field(file, plan, [chance.choice(plan.activities).id], field, text)


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    worked_on(path, random.Random(1))
    return path


def records(path: Path) -> Records:
    with closing(sqlite3.connect(path)) as connection:
        return {
            (table, row[0]): dict(zip(columns_of(table), row[1:], strict=True))
            for table in record_tables()
            for row in connection.execute(f"SELECT id, {', '.join(columns_of(table))} FROM {table}")
        }


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """Pages lost, or written to the wrong place, or single bytes."""
    pages = list(range(1, len(content) // PAGE))
    way = chance.randrange(4)
    if way == 0:
        return damaged(content, chance)
    made = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 4])):
        page, other = chance.choice(pages), chance.choice(pages)
        lost = (bytes(PAGE), chance.randbytes(PAGE), content[other * PAGE : (other + 1) * PAGE])[way - 1]
        made[page * PAGE : (page + 1) * PAGE] = lost
    return bytes(made)


def untold(before: Records, after: Records, made: Repair) -> list[object]:
    """What came back or changed and is not among the doubts."""
    told = {(one.table, one.record_id, one.field) for one in made.doubts}
    came = [key for key in after.keys() - before.keys() if (*key, "") not in told]
    changed = [
        (*key, name)
        for key in after.keys() & before.keys()
        for name in before[key]
        if before[key][name] != after[key][name] and not {(*key, name), (*key, "")} & told
    ]
    return [*came, *changed]


def test_nothing_comes_back_or_changes_without_a_word_whatever_is_damaged(
    tmp_path: Path, torture: bool
) -> None:
    chance, path = random.Random(11), tmp_path / "карта.roadmap"
    repaired = back = changed = 0
    for number in range(10 if torture else 1):
        path.unlink(missing_ok=True)
        worked_on(path, random.Random(number))
        good, before = path.read_bytes(), records(path)
        for _ in range(40 if torture else 12):
            path.write_bytes(spoiled(good, chance))
            try:
                if not check_file(path):
                    continue
                made = repair_file(path, lambda: None, NOW)
            except UserError:
                continue
            after = records(path)
            repaired += 1
            back += bool(after.keys() - before.keys())
            changed += any(before[key] != after[key] for key in after.keys() & before.keys())
            assert untold(before, after, made) == []
            assert check_file(path) == ()
    print(f"\nrepaired {repaired}; deleted ones came back in {back}, values changed in {changed}, all told")
    assert repaired


def test_a_deletion_of_which_nothing_can_be_read_brings_nothing_back_without_a_word(plan_file: Path) -> None:
    key = delete_first(plan_file)
    before = records(plan_file)
    with closing(sqlite3.connect(plan_file)) as connection, connection:
        ((set_id, last),) = connection.execute(
            "SELECT change_set_id, max(ordinal) FROM change WHERE change_set_id ="
            " (SELECT change_set_id FROM change WHERE record_id = ? AND new IS NULL)",
            (key,),
        )
        assert last > 0
        nonsense = ('{"nonsense":1}', set_id, last)
        connection.execute("UPDATE change SET old = ? WHERE change_set_id = ? AND ordinal = ?", nonsense)
    made = repair_file(plan_file, lambda: None, NOW)
    assert untold(before, records(plan_file), made) == []
    assert made.lost_edits == 1
    assert check_file(plan_file) == ()


def spoil(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)


def spoil_the_newest_of_the_history(path: Path) -> None:
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        (newest,) = connection.execute("SELECT max(id) FROM change_set").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change'").fetchone()
    for page in range(1, len(content) // PAGE + 1):
        of_page = content[(page - 1) * PAGE : page * PAGE]
        if page != root and of_page[0] == 10 and newest.encode() in of_page and b"activity" in of_page:
            spoil(path, page)


def delete_first(path: Path) -> str:
    with open_roadmap(path) as file:
        plan = read_plan(file)
        activities.delete_activities(file, plan, [plan.activities[0].id])
        return plan.activities[0].id


def test_what_was_deleted_stays_deleted_though_the_history_of_it_is_lost(plan_file: Path) -> None:
    gone = delete_first(plan_file)
    before = records(plan_file)
    spoil_the_newest_of_the_history(plan_file)
    assert check_file(plan_file)
    made = repair_file(plan_file, lambda: None, NOW)
    assert records(plan_file) == before
    assert (Doubt.GONE, "activity", gone) in {one[:3] for one in made.doubts}
    assert not made.is_certain


def test_a_deleted_record_that_stands_in_its_table_again_goes_as_its_history_says(plan_file: Path) -> None:
    values = records(plan_file)
    gone = delete_first(plan_file)
    before = records(plan_file)
    row = values["activity", gone]
    change(plan_file, f"INSERT INTO activity (id, {', '.join(row)}) VALUES ('{gone}', {_literals(row)})")
    made = repair(plan_file)
    assert records(plan_file) == before
    (told,) = made.doubts
    assert told.startswith("Не возвращено: по истории удалено: Мероприятие «")


def _literals(row: dict[str, Any]) -> str:
    return ", ".join(
        "NULL" if value is None else "'" + str(value).replace("'", "''") + "'" for value in row.values()
    )


def test_rows_of_one_table_are_not_taken_for_records_of_another(plan_file: Path) -> None:
    before = records(plan_file)
    with closing(sqlite3.connect(plan_file)) as connection:
        roots = dict(
            connection.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'").fetchall()
        )
    content = bytearray(plan_file.read_bytes())
    target, source = roots["revision"], leaf_of(content, roots["activity_performer"])
    content[(target - 1) * PAGE : target * PAGE] = content[(source - 1) * PAGE : source * PAGE]
    plan_file.write_bytes(content)
    assert check_file(plan_file)
    repair_file(plan_file, lambda: None, NOW)
    assert records(plan_file) == before


def leaf_of(content: bytes, page: int) -> int:
    """A leaf below the page: of an inner page of a table, the first cell points to a child."""
    start = (page - 1) * PAGE
    if content[start] != 5:
        return page
    cell = start + int.from_bytes(content[start + 12 : start + 14], "big")
    return leaf_of(content, int.from_bytes(content[cell : cell + 4], "big"))


def test_a_page_of_the_history_as_it_was_once_changes_no_value_back(plan_file: Path) -> None:
    earlier = plan_file.read_bytes()
    with open_roadmap(plan_file) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", "последнее слово")
    before, content = records(plan_file), bytearray(plan_file.read_bytes())
    with closing(sqlite3.connect(plan_file)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change'").fetchone()
    page = rightmost_leaf(content, root)
    content[(page - 1) * PAGE : page * PAGE] = earlier[(page - 1) * PAGE : page * PAGE]
    plan_file.write_bytes(content)
    assert check_file(plan_file)
    made = repair_file(plan_file, lambda: None, NOW)
    assert records(plan_file) == before
    assert {one.doubt for one in made.doubts} == {Doubt.FROM_TABLE}


def rightmost_leaf(content: bytes, page: int) -> int:
    """The last leaf below the page of an index."""
    start = (page - 1) * PAGE
    if content[start] != 2:
        return page
    return rightmost_leaf(content, int.from_bytes(content[start + 8 : start + 12], "big"))


def test_what_a_copy_has_left_out_is_no_loss(plan_file: Path) -> None:
    part = plan_file.with_name("месяц.roadmap")
    assert run(["copy", str(plan_file), str(part), "--month", "2020-10"]) == 0
    before = records(part)
    change(part, "UPDATE activity SET note = 'чужое'")
    made = repair_file(part, lambda: None, NOW)
    assert records(part) == before
    assert (made.is_certain, made.lost_edits) == (True, 0)
    assert {one.doubt for one in made.doubts} == {Doubt.FROM_JOURNAL}


def test_a_whole_history_is_preferred_to_the_backup_of_yesterday(plan_file: Path) -> None:
    backup = plan_file.with_name("вчера.roadmap")
    backup.write_bytes(plan_file.read_bytes())
    gone = delete_first(plan_file)
    with open_roadmap(plan_file) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", "сегодня")
    before = records(plan_file)
    with closing(sqlite3.connect(plan_file)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'activity'").fetchone()
    spoil(plan_file, root)
    made = repair_file(plan_file, lambda: backup, NOW)
    assert (made.way, made.is_certain) == (Way.SALVAGE, True)
    assert records(plan_file) == before
    assert ("activity", gone) not in before


def test_a_damaged_history_gives_way_to_the_backup_and_says_how_much_is_missing(plan_file: Path) -> None:
    backup = plan_file.with_name("вчера.roadmap")
    backup.write_bytes(plan_file.read_bytes())
    delete_first(plan_file)
    spoil_the_newest_of_the_history(plan_file)
    told = repair(plan_file, lambda: backup).text
    assert "Сделанного после неё в нём нет: 1 правка." in told
    assert records(plan_file) == records(backup)


def test_the_command_says_what_could_not_be_known(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    delete_first(plan_file)
    spoil_the_newest_of_the_history(plan_file)
    assert run(["check", str(plan_file), "--repair"]) == 0
    said = capsys.readouterr().out
    assert "Часть истории утрачена" in said or "утрачены подробности" in said
    assert "Проверьте:\n  В плане этого уже нет, хотя об удалении в истории не сказано: Мероприятие «" in said
