"""Approved revisions: what they fix, comparing them, going back, and what copies do to them."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from roadmap_desktop import folders
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import AUTHOR_UNKNOWN, ChangeSet
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.copies import copies, merging
from roadmap_desktop.operations.copies.comparing import compare
from roadmap_desktop.operations.file.backups import Reason, list_backups
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history, revisions, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.plan.revisions import RevisionRow
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.schema import read_header
from tests.samples import sample_at
from tests.storage.copies import DEEDS, Copies, assert_whole, tables

TORTURE = bool(os.environ.get("ROADMAP_TORTURE"))
RELEASED = Path(__file__).parents[1] / "storage" / "released"
Deeds = list[tuple[int, str, int, int, int]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "карта.roadmap"
    sample_at(made)
    return made


@pytest.fixture
def file(path: Path) -> Any:
    with open_roadmap(path) as opened:
        yield opened


def listed(path: Path) -> tuple[RevisionRow, ...]:
    with open_roadmap(path) as file:
        return revisions.revisions(file)


def approve(path: Path, name: str) -> None:
    with open_roadmap(path) as file:
        revisions.approve(file, name)


def note(file: RoadmapFile, place: int, text: str) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[place].id], "note", text)


def plan_tables(path: Path) -> dict[str, list[Any]]:
    return {name: rows for name, rows in tables(path, journal=False).items() if name != "revision"}


def first_of(file: RoadmapFile) -> RevisionRow | None:
    return next((row for row in revisions.revisions(file) if row.name == "Первая"), None)


def gone_back(file: RoadmapFile, revision_id: str) -> ChangeSet | None:
    with suppress(UserError):
        return revisions.go_back(file, revision_id)
    return None


@settings(max_examples=500 if TORTURE else 12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DEEDS, DEEDS)
def test_going_back_makes_the_plan_what_it_was_and_undo_what_it_is(before: Deeds, since: Deeds) -> None:
    with TemporaryDirectory() as folder:
        hands = Copies(Path(folder))
        hands.do(before)
        anna = hands.paths[0]
        approve(anna, "Первая")
        approved = plan_tables(anna)
        with open_roadmap(anna) as file:
            revision = first_of(file)
            assert revision is not None
            plan = read_plan(file)
        hands.do(since)
        present = tables(anna, journal=False)
        with open_roadmap(anna) as file:
            if first_of(file) is None:
                with pytest.raises(UserError):
                    revisions.go_back(file, revision.id)
                return
            assert first_of(file) == revision
            assert revision.activities == len(plan.activities)
            then = revisions.plan_at(file, revision.id)
            assert (then.info, then.sections, then.activities) == (plan.info, plan.sections, plan.activities)
            differs = not revisions.compare(file, revision.id).identical
            made = gone_back(file, revision.id)
            assert differs <= (made is not None)
            assert plan_tables(anna) == approved
            assert revisions.compare(file, revision.id).identical
            assert_whole(anna)
            if made is not None:
                assert history.undo(file).label == "Отменено: Возврат к редакции «Первая»"
        assert tables(anna, journal=False) == present
        assert_whole(anna)


def test_revisions_are_listed_newest_first_with_what_they_fix(file: RoadmapFile) -> None:
    assert revisions.revisions(file) == ()
    assert revisions.suggested_name(()) == "Редакция 1"
    made = revisions.approve(file, " Редакция  1 ", "№ 12", date(2020, 9, 1), today=date(2020, 9, 2))
    assert made is not None
    assert made.label == "Утверждена редакция «Редакция 1»"
    plan = read_plan(file)
    activities.delete_activities(file, plan, [row.id for row in plan.activities[:3]])
    revisions.approve(file, "Вторая")
    new, old = revisions.revisions(file)
    assert (new.name, new.activities, new.order_date) == ("Вторая", 20, None)
    assert old[1:5] == ("Редакция 1", "№ 12", date(2020, 9, 1), date(2020, 9, 2))
    assert (old.activities, old.author) == (23, made.author)
    assert revisions.suggested_name((new, old)) == "Редакция 3"
    assert revisions.suggested_name((new, old._replace(name="Редакция 3"))) == "Редакция 4"


def test_a_revision_taken_back_or_deleted_comes_again_with_its_own_past(file: RoadmapFile) -> None:
    revisions.approve(file, "Первая")
    history.undo(file)
    assert revisions.revisions(file) == ()
    history.redo(file)
    (first,) = revisions.revisions(file)
    note(file, 0, "позже")
    revisions.rename(file, first.id, "Исходная")
    revisions.delete(file, first.id)
    assert revisions.revisions(file) == ()
    history.undo(file)
    (back,) = revisions.revisions(file)
    assert (back.id, back.name, back.at) == (first.id, "Исходная", first.at)
    assert revisions.plan_at(file, first.id).activities[0].note == ""
    history.undo(file)
    assert [row.name for row in revisions.revisions(file)] == ["Первая"]


def test_any_two_revisions_and_the_present_are_compared(file: RoadmapFile) -> None:
    revisions.approve(file, "Первая")
    note(file, 0, "одно")
    plan = read_plan(file)
    activities.delete_activities(file, plan, [plan.activities[4].id])
    revisions.approve(file, "Вторая")
    note(file, 0, "другое")
    roadmap.set_roadmap(file, {"title": "Другая"})
    second, first = revisions.revisions(file)
    told = revisions.compare(file, first.id, second.id)
    assert [(one.kind.value, one.record.number, one.label, one.old, one.new) for one in told.differences] == [
        ("changed", "1", "Примечание", "", "одно"),
        ("removed", "5", "", None, None),
    ]
    assert (told.identical, told.a) == (False, ())
    assert {one.label for one in told.b} == {"", "Примечание"}
    back = revisions.compare(file, second.id, first.id)
    assert [(one.old, one.new) for one in back.differences if one.field] == [("одно", "")]
    assert back.a == told.b
    present = revisions.compare(file, second.id)
    assert [(one.label, one.old, one.new) for one in present.differences] == [
        (
            "Название",
            read_plan(file).info._replace(title=revisions.plan_at(file, first.id).info.title).title,
            "Другая",
        ),
        ("Примечание", "одно", "другое"),
    ]
    assert revisions.compare(file, first.id, first.id).identical


def test_going_back_leaves_the_revisions_and_later_ones_can_be_gone_to(file: RoadmapFile) -> None:
    revisions.approve(file, "Первая")
    note(file, 0, "одно")
    revisions.approve(file, "Вторая")
    second, first = revisions.revisions(file)
    revisions.go_back(file, first.id)
    assert read_plan(file).activities[0].note == ""
    revisions.go_back(file, second.id)
    assert read_plan(file).activities[0].note == "одно"
    with pytest.raises(UserError, match="и сейчас такой"):
        revisions.go_back(file, second.id)
    assert [row.name for row in revisions.revisions(file)] == ["Вторая", "Первая"]


def test_mistakes_are_told_and_change_nothing(file: RoadmapFile, path: Path) -> None:
    revisions.approve(file, "Первая")
    (first,) = revisions.revisions(file)
    before = path.read_bytes()
    for name in ("", "  ", "\u200b", "Первая", " Первая "):
        with pytest.raises(UserError):
            revisions.approve(file, name)
    assert revisions.rename(file, first.id, "Первая") is None
    for question in (revisions.plan_at, revisions.compare, revisions.go_back, revisions.delete):
        with pytest.raises(UserError, match="больше нет"):
            question(file, "нет такой")
    with pytest.raises(UserError, match="Есть: «Первая»"):
        revisions.revision_named(file, "Вторая")
    assert path.read_bytes() == before


def test_two_people_each_approve_a_revision_and_both_stay(path: Path) -> None:
    other = Path(shutil.copy(path, path.with_name("копия.roadmap")))
    for place, one in enumerate((path, other)):
        with open_roadmap(one) as file:
            note(file, place, "до утверждения")
            revisions.approve(file, "Редакция 1")
            note(file, place, "после")
    plans = {row.id: notes_at(one, row.id) for one in (path, other) for row in listed(one)}
    assert len(plans) == 2
    merging.merge(path, [other], both=True)
    for one in (path, other):
        assert {row.id: notes_at(one, row.id) for row in listed(one)} == plans
        assert_whole(one)
        with open_roadmap(one) as file, pytest.raises(UserError, match="несколько"):
            revisions.revision_named(file, "Редакция 1")
    mine, theirs = (id_ for id_ in plans)
    with open_roadmap(path) as file:
        assert revisions.revision_named(file, mine) == mine
        told = revisions.compare(file, mine, theirs)
        assert [(one.record.number, one.old, one.new) for one in told.differences] == [
            ("1", "до утверждения", ""),
            ("2", "", "до утверждения"),
        ]
        assert len(told.a) == len(told.b) == 1


def notes_at(path: Path, revision_id: str) -> list[str]:
    with open_roadmap(path) as file:
        return [row.note for row in revisions.plan_at(file, revision_id).activities]


def test_a_revision_that_only_the_copy_has_is_a_difference_of_the_files(path: Path) -> None:
    other = Path(shutil.copy(path, path.with_name("копия.roadmap")))
    approve(other, "Первая")
    (told,) = compare(path, other).differences
    assert (told.record.caption, told.record.name, told.kind.value) == ("Редакция", "Первая", "added")


def test_copies_of_a_part_and_without_personal_data_keep_the_revisions(path: Path, tmp_path: Path) -> None:
    with open_roadmap(path) as file:
        roadmap.set_roadmap(file, {"head_name": "Сидоров С. С."})
        revisions.approve(file, "Редакция Сидорова С. С.", "12")
        roadmap.set_roadmap(file, {"head_name": ""})
        plan = read_plan(file)
    private, month = tmp_path / "без имён.roadmap", tmp_path / "месяц.roadmap"
    report = copies.save_copy(path, private, plan, copies.CopyRequest(without_personal=True))
    assert any("Редакция" in remark.line and "Сидоров" in remark.line for remark in report.stays)
    copies.save_copy(
        path, month, plan, copies.CopyRequest(month=Period(date(2020, 10, 1), date(2020, 10, 31)))
    )
    (row,) = listed(private)
    assert (row.activities, row.author, row.order_number) == (23, "", "12")
    with open_roadmap(private) as file:
        assert revisions.plan_at(file, row.id).info.head_name == ""
        assert "Утверждена" not in history.file_history(file)[1].label
        assert history.file_history(file)[0].author_shown == AUTHOR_UNKNOWN
    with open_roadmap(month) as file:
        assert revisions.revisions(file)[0].activities == len(read_plan(file).activities) < 23
        revisions.go_back(file, row.id)
    for one in (private, month):
        assert check_file(one) == ()
    merging.merge(path, [month])
    with open_roadmap(path) as file:
        assert len(read_plan(file).activities) == 23
        assert read_plan(file).info.head_name == "Сидоров С. С."


def test_check_knows_the_table_of_revisions(file: RoadmapFile, path: Path) -> None:
    revisions.approve(file, "Первая")
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE revision SET name = 'Чужая'")
        connection.commit()
    (finding,) = check_file(path)
    assert "Редакция «Первая»: поле «Название редакции»" in finding.text


@pytest.mark.parametrize(("version", "count"), [(1, 22), (2, 22), (5, 23)])
def test_files_of_older_versions_open_and_get_revisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int, count: int
) -> None:
    path = tmp_path / "карта.roadmap"
    monkeypatch.setenv(folders.HOME, str(tmp_path / "data"))
    shutil.copy(RELEASED / f"version-{version}.roadmap", path)
    with open_roadmap(path) as file:
        plan = read_plan(file)
        assert len(plan.activities) == count
        assert_whole(path)
        revisions.approve(file, "Первая")
        (row,) = revisions.revisions(file)
        activities.delete_activities(file, plan, [one.id for one in plan.activities])
        revisions.go_back(file, row.id)
        assert read_plan(file).activities == plan.activities
    assert_whole(path)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["data", "карта.roadmap"]
    (kept,) = [found for found in list_backups(path) if found.stem == "карта"]
    assert kept.reason == Reason.MIGRATION
    assert read_header(kept.path).user_version == version
