"""Anna and Vera made their files separately: what is the same in them, what comes, what is asked, what stays behind."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.copies.comparing import compare
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import (
    create_empty,
    create_from_sample,
    open_roadmap,
    parse_school_year,
)
from roadmap_desktop.operations.plan import activities, history, revisions, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.storage.roadmap_file import RoadmapFile

from .separate import records


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    return _made(tmp_path / "Анна.roadmap")


@pytest.fixture
def vera(tmp_path: Path) -> Path:
    return _made(tmp_path / "Вера.roadmap")


@pytest.fixture
def vera_file(vera: Path) -> Iterator[RoadmapFile]:
    with open_roadmap(vera) as file:
        yield file


@pytest.fixture
def anna_file(anna: Path) -> Iterator[RoadmapFile]:
    with open_roadmap(anna) as file:
        yield file


def _made(path: Path) -> Path:
    create_from_sample(path)
    return path


def add(file: RoadmapFile, register: str, **values: Any) -> str:
    return registers.add_record(file, BY_ID[register], values)[0]


def values(path: Path, table: str, field: str = "name") -> list[Any]:
    return [row[field] for row in records(path)[table].values()]


def told(path: Path, other: Path) -> tuple[list[str], list[str], list[tuple[str, Any, Any]]]:
    """What only mine has, what only the other has, what both have otherwise."""
    seen = merging.preview(path, [other])
    own, theirs = (
        [f"{one.record.caption} {one.record.name}" for one in side] for side in (seen.mine, seen.theirs)
    )
    return own, theirs, [(one.label, one.mine, one.theirs) for one in seen.conflicts]


def names(path: Path) -> list[str]:
    with open_roadmap(path) as file:
        return [row.name for row in read_plan(file).activities]


def plan_of(path: Path, *activity_names: str) -> Path:
    create_empty(path, parse_school_year("2026-2027"))
    with open_roadmap(path) as file:
        activities.add_activities(file, [ActivityDraft(name=name) for name in activity_names])
    return path


def test_what_another_has_more_in_any_register_is_told_and_comes(
    anna: Path, vera: Path, vera_file: RoadmapFile
) -> None:
    school = add(vera_file, "schools", name="Школа Б1")
    add(vera_file, "schools", name="Школа Б2")
    add(vera_file, "teachers", name="Примерова Анна Петровна", school_id=school)
    before = records(anna)
    assert not compare(anna, vera).identical
    assert told(anna, vera) == (
        [],
        ["Школа Школа Б1", "Школа Школа Б2", "Педагог Примерова Анна Петровна"],
        [],
    )
    assert merging.merge(anna, [vera]).records == 3
    assert sorted(values(anna, "school")) == ["Школа Б1", "Школа Б2"]
    (teacher,) = records(anna)["teacher"].values()
    assert records(anna)["school"][str(teacher["school_id"])]["name"] == "Школа Б1"
    assert compare(anna, vera).identical
    assert not merging.merge(anna, [vera]).changed
    assert check_file(anna) == ()
    with open_roadmap(anna) as file:
        assert history.undo(file).label == "Отменено: Объединение с копией «Вера»"
    assert records(anna) == before
    assert check_file(anna) == ()


def test_a_school_that_both_entered_is_one_however_it_is_written(
    anna: Path, vera: Path, anna_file: RoadmapFile, vera_file: RoadmapFile
) -> None:
    mine = add(anna_file, "schools", name="СОШ № 5")
    theirs = add(vera_file, "schools", name="сош №5", pupils=310)
    add(vera_file, "zones", school_id=theirs, name="Читательская грамотность")
    assert told(anna, vera) == (
        [],
        ["Проблемная зона Читательская грамотность"],
        [("Краткое название", "СОШ № 5", "сош №5"), ("Обучающихся", None, 310)],
    )
    with pytest.raises(merging.Conflicted):
        merging.merge(anna, [vera])
    merging.merge(anna, [vera], prefer=Prefer.MINE)
    assert values(anna, "school") == ["СОШ № 5"]
    assert values(anna, "problem_zone", "school_id") == [mine]


def test_a_school_of_a_similar_name_stays_another_one_and_is_offered(
    anna: Path, vera: Path, anna_file: RoadmapFile, vera_file: RoadmapFile
) -> None:
    add(anna_file, "schools", name="СОШ № 5")
    add(vera_file, "schools", name="МБОУ СОШ №5")
    add(vera_file, "schools", name="МБОУ СОШ №55")
    (alike,) = merging.preview(anna, [vera]).same_names
    assert [record.name for record in alike.records] == ["СОШ № 5", "МБОУ СОШ №5"]
    merging.merge(anna, [vera])
    assert sorted(values(anna, "school")) == ["МБОУ СОШ №5", "МБОУ СОШ №55", "СОШ № 5"]


def test_two_visits_of_one_name_on_two_days_are_two(
    anna: Path, vera: Path, anna_file: RoadmapFile, vera_file: RoadmapFile
) -> None:
    for file, day in ((anna_file, 5), (vera_file, 12)):
        school = add(file, "schools", name="СОШ № 5")
        help_ = add(file, "helps", tutor="Образцова А. А.", school_id=school)
        add(file, "visits", help_id=help_, name="Консультация", held_on=date(2020, 10, day))
    merging.merge(anna, [vera])
    assert values(anna, "help_visit", "held_on") == ["2020-10-05", "2020-10-12"]
    assert len(values(anna, "targeted_help", "tutor")) == 1


def test_a_link_of_which_mine_changed_an_end_does_not_stand_in_the_way(
    anna: Path, vera: Path, anna_file: RoadmapFile, vera_file: RoadmapFile
) -> None:
    for file in (anna_file, vera_file):
        course = add(file, "courses", name="Курсы")
        one, other = (add(file, "teachers", name=name) for name in ("Образцова А. А.", "Примерова Б. Б."))
        link = add(file, "participants", course_id=course, teacher_id=one)
        if file is anna_file:
            registers.set_values(file, BY_ID["participants"], [link], {"teacher_id": other})
    merging.merge(anna, [vera])
    taught = [
        records(anna)["teacher"][id_]["name"] for id_ in values(anna, "course_participant", "teacher_id")
    ]
    assert sorted(map(str, taught)) == ["Образцова А. А.", "Примерова Б. Б."]
    assert not merging.merge(anna, [vera]).changed


def test_attached_files_come_with_what_is_in_them(anna: Path, vera: Path, vera_file: RoadmapFile) -> None:
    plan = read_plan(vera_file)
    letter = vera.parent / "Письмо.txt"
    letter.write_text("о сроках")
    attachments.attach(vera_file, plan, owner_value("activity", plan.activities[2].id), [letter])
    (one,) = merging.preview(anna, [vera]).theirs
    assert (one.record.number, one.label, one.new) == ("3", "Приложенный файл", "Письмо.txt")
    merging.merge(anna, [vera])
    with open_roadmap(anna) as file:
        (attached,) = attachments.list_attachments(file)
        assert attached.owner == owner_value("activity", read_plan(file).activities[2].id)
        saved = attachments.save(file, attached.id, anna.parent / "Вынуто.txt")
    assert saved.read_text() == "о сроках"
    assert check_file(anna) == ()
    assert compare(anna, vera).identical


def test_bytes_that_mine_has_lost_are_taken_from_the_other(
    anna: Path, vera: Path, anna_file: RoadmapFile, vera_file: RoadmapFile
) -> None:
    letter = vera.parent / "Письмо.txt"
    letter.write_text("о сроках")
    for file in (anna_file, vera_file):
        plan = read_plan(file)
        attachments.attach(file, plan, owner_value("activity", plan.activities[2].id), [letter])
    assert compare(anna, vera).identical
    with anna_file.edit("Утрачено") as edit:
        edit.connection.execute("UPDATE content SET data = NULL, is_compressed = 0")
        edit.commit()
    seen = merging.preview(anna, [vera])
    assert not seen.identical
    assert [(one.record.name, one.label, one.new) for one in seen.theirs] == [
        ("Письмо.txt", "Содержимое файла", "есть")
    ]
    assert merging.merge(anna, [vera]).changed
    assert compare(anna, vera).identical
    assert not merging.merge(anna, [vera]).changed


def test_revisions_do_not_come_along_and_this_is_told(anna: Path, vera: Path, vera_file: RoadmapFile) -> None:
    revisions.approve(vera_file, "Первая редакция", today=date(2020, 9, 1))
    seen = merging.preview(anna, [vera])
    assert (seen.identical, [record.name for record in seen.left]) == (False, ["Первая редакция"])
    assert [one.record.name for one in compare(anna, vera).differences] == ["Первая редакция"]
    result = merging.merge(anna, [vera])
    assert not result.changed
    assert result.left == seen.left
    assert values(anna, "revision") == []


def test_revisions_of_one_name_are_the_same_only_when_the_plans_are(
    anna: Path, vera: Path, anna_file: RoadmapFile, vera_file: RoadmapFile
) -> None:
    for file in (anna_file, vera_file):
        revisions.approve(file, "Первая редакция", today=date(2020, 9, 1))
        add(file, "schools", name="СОШ № 5")
    assert compare(anna, vera).identical
    add(vera_file, "schools", name="СОШ № 6")
    add(anna_file, "schools", name="СОШ № 6")
    revisions.approve(vera_file, "Вторая редакция", today=date(2021, 1, 11))
    add(anna_file, "schools", name="СОШ № 7")
    add(vera_file, "schools", name="СОШ № 7")
    revisions.approve(anna_file, "Вторая редакция", today=date(2021, 1, 11))
    seen = merging.preview(anna, [vera])
    assert [one.record.name for one in seen.mine] == ["Вторая редакция"]
    assert [record.name for record in seen.left] == ["Вторая редакция"]
    assert merging.merge(anna, [vera]).left == seen.left


def test_what_comes_stands_after_what_it_follows_in_the_other_file(tmp_path: Path) -> None:
    mine = plan_of(tmp_path / "мой.roadmap", "Первое", "Моё", "Второе")
    other = plan_of(tmp_path / "их.roadmap", "До всего", "Первое", "Их", "И это", "Второе", "В конце")
    merging.merge(mine, [other])
    assert names(mine) == ["До всего", "Первое", "Их", "И это", "Моё", "Второе", "В конце"]
    assert told(mine, other) == (["Мероприятие Моё"], [], [])


@pytest.mark.parametrize(
    ("prefer", "expected"),
    [(Prefer.MINE, ["Один", "Два", "Три", "Их"]), (Prefer.THEIRS, ["Три", "Их", "Один", "Два"])],
)
def test_another_order_is_asked_about(tmp_path: Path, prefer: Prefer, expected: list[str]) -> None:
    mine = plan_of(tmp_path / "мой.roadmap", "Один", "Два", "Три")
    other = plan_of(tmp_path / "их.roadmap", "Три", "Их", "Один", "Два")
    assert told(mine, other)[2] == [("Порядок (мероприятие): что раньше", "Один", "Три")]
    merging.merge(mine, [other], prefer=prefer)
    assert names(mine) == expected
    after = mine.read_bytes()
    merging.merge(mine, [other], prefer=prefer)
    assert mine.read_bytes() == after


def test_sections_and_what_stands_in_them_come_in_their_order(
    anna: Path, vera: Path, vera_file: RoadmapFile
) -> None:
    for name in ("Анализ", "Обучение"):
        roadmap.add_section(vera_file, name)
    plan = read_plan(vera_file)
    chosen = [plan.activities[place].id for place in (4, 2)]
    activities.set_field(vera_file, plan, chosen, "section_id", plan.sections[0].id)
    assert {label for label, _, _ in told(anna, vera)[2]} == {"Раздел"}
    merging.merge(anna, [vera], prefer=Prefer.THEIRS)
    with open_roadmap(anna) as file:
        found = read_plan(file)
    assert [section.name for section in found.sections] == ["Анализ", "Обучение"]
    assert [row.name for row in found.activities] == [row.name for row in read_plan(vera_file).activities]
    assert compare(anna, vera).identical


def test_who_removed_a_performer_last_wrote_the_list_last(
    anna: Path, vera: Path, anna_file: RoadmapFile, vera_file: RoadmapFile
) -> None:
    for file, performers in ((vera_file, ["Школы"]), (anna_file, ["Отдел образования"])):
        plan = read_plan(file)
        activities.set_field(
            file, plan, [plan.activities[3].id], "performers", ["Отдел образования", "Школы"]
        )
        activities.set_field(file, plan, [plan.activities[3].id], "performers", performers)
    (conflict,) = merging.preview(anna, [vera]).conflicts
    assert (conflict.mine, conflict.theirs, conflict.newest) == ("Отдел образования", "Школы", Prefer.MINE)


def test_performers_whom_nobody_names_are_told_and_come(
    anna: Path, vera: Path, vera_file: RoadmapFile
) -> None:
    plan = read_plan(vera_file)
    for performers in (["Музей"], list(plan.activities[0].performers)):
        activities.set_field(
            vera_file, read_plan(vera_file), [plan.activities[0].id], "performers", performers
        )
    assert told(anna, vera) == ([], ["Исполнитель Музей"], [])
    merging.merge(anna, [vera])
    assert compare(anna, vera).identical


def test_cancelled_leaves_no_trace(anna: Path, vera: Path, vera_file: RoadmapFile) -> None:
    add(vera_file, "schools", name="СОШ № 5")
    before = anna.read_bytes()
    for asked in (1, 2, 3):
        answers = iter([False] * asked)
        with pytest.raises(Cancelled):
            merging.merge(anna, [vera], is_cancelled=lambda answers=answers: next(answers, True))
    assert anna.read_bytes() == before


def test_what_was_brought_can_be_worked_on(anna: Path, vera: Path, vera_file: RoadmapFile) -> None:
    school = add(vera_file, "schools", name="СОШ № 5")
    add(vera_file, "zones", school_id=school, name="Читательская грамотность")
    merging.merge(anna, [vera])
    with open_roadmap(anna) as file:
        (own,) = records(anna)["school"]
        registers.set_values(file, BY_ID["schools"], [own], {"pupils": 300})
        registers.delete_records(file, BY_ID["schools"], [own], with_all=True)
        assert values(anna, "problem_zone") == []
        for _ in range(3):
            history.undo(file)
        with pytest.raises(UserError, match="Отменять нечего"):
            history.undo(file)
    assert values(anna, "school") == []
    assert check_file(anna) == ()
