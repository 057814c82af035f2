"""Two records that are one thing entered twice become one, with all that points at them; one undo parts them again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import Activity, Performer
from roadmap_desktop.model.ordering import keys_between
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.registers.activity_links import ActivityLink
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.operations.registers.joining import join_records, join_within, read_pair
from roadmap_desktop.operations.registers.record_counts import count_records
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import full_sample_at, sample_at
from tests.storage.copies import assert_whole


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "Карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        yield file
    assert_whole(path)


def add(file: RoadmapFile, register: str, **values: Any) -> str:
    return registers.add_record(file, BY_ID[register], values)[0]


def rows(file: RoadmapFile, register: str) -> list[Any]:
    return list(record_listing.read_listing(file, BY_ID[register]).rows)


@pytest.fixture
def two(file: RoadmapFile) -> tuple[str, str]:
    """A school that was entered twice."""
    one = add(file, "schools", name="СОШ № 1", head="Образцова А. А.")
    other = add(file, "schools", name="Школа 1", head="Учителева Б. Б.", pupils=310, kind="лицей")
    return one, other


def test_what_differs_is_told_and_what_is_empty_is_no_difference(
    file: RoadmapFile, two: tuple[str, str]
) -> None:
    add(file, "teachers", name="Ромашкина В. В.", school_id=two[1])
    pair = read_pair(file, BY_ID["schools"], *two)
    assert [(one.field.name, one.staying, one.going) for one in pair.differences] == [
        ("name", "СОШ № 1", "Школа 1"),
        ("head", "Образцова А. А.", "Учителева Б. Б."),
    ]
    assert pair.pointing == 1


def test_empty_fields_are_filled_and_the_chosen_ones_taken(file: RoadmapFile, two: tuple[str, str]) -> None:
    join_records(file, BY_ID["schools"], *two, taken=["head"])
    (school,) = rows(file, "schools")
    assert (school.id, school.name, school.head) == (two[0], "СОШ № 1", "Учителева Б. Б.")
    assert (school.pupils, school.kind) == (310, "лицей")


def test_all_that_points_at_the_other_points_at_it_and_one_undo_parts_them(
    file: RoadmapFile, two: tuple[str, str]
) -> None:
    teacher = add(file, "teachers", name="Ромашкина В. В.", school_id=two[1])
    partner = add(file, "schools", name="СОШ № 2")
    add(file, "partnerships", school_id=partner, partner_id=two[1])
    before = {register: rows(file, register) for register in ("schools", "teachers", "partnerships")}
    made = join_records(file, BY_ID["schools"], *two)
    assert made is not None
    assert made.label == "Объединено: школа «Школа 1» → «СОШ № 1»"
    assert [(row.id, row.school_id) for row in rows(file, "teachers")] == [(teacher, two[0])]
    assert [(row.school_id, row.partner_id) for row in rows(file, "partnerships")] == [(partner, two[0])]
    history.undo(file)
    assert {register: rows(file, register) for register in before} == before


def test_long_names_do_not_fill_the_history(file: RoadmapFile) -> None:
    one, other = (
        add(file, "practices", name=f"{start} {'опыт школы ' * 30}") for start in ("Новый", "Прежний")
    )
    made = join_records(file, BY_ID["practices"], one, other)
    assert made is not None
    assert made.label.startswith("Объединено: практика «Прежний опыт")
    assert made.label.endswith("…»")
    assert len(made.label) < 250


def test_a_link_that_both_had_is_one(file: RoadmapFile, two: tuple[str, str]) -> None:
    lesson = add(file, "lessons", subject="Математика")
    for school in two:
        add(file, "lesson-schools", lesson_id=lesson, school_id=school)
    join_records(file, BY_ID["schools"], *two)
    assert [row.school_id for row in rows(file, "lesson-schools")] == [two[0]]


def test_the_year_that_both_had_is_one_and_says_what_either_said(
    file: RoadmapFile, two: tuple[str, str]
) -> None:
    add(file, "memberships", school_id=two[0], school_year="2020–2021", grounds="ОГЭ")
    add(file, "memberships", school_id=two[1], school_year="2020–2021", order_number="17")
    add(file, "memberships", school_id=two[1], school_year="2021–2022")
    join_records(file, BY_ID["schools"], *two)
    found = [(row.school_year, row.grounds, row.order_number) for row in rows(file, "memberships")]
    assert sorted(found) == [("2020–2021", "ОГЭ", "17"), ("2021–2022", "", "")]


def test_two_that_say_otherwise_both_stay(file: RoadmapFile, two: tuple[str, str]) -> None:
    for school, category in zip(two, ("первая", "высшая"), strict=True):
        add(file, "teachers", name="Ромашкина В. В.", school_id=school, category=category)
    join_records(file, BY_ID["schools"], *two)
    assert [row.school_id for row in rows(file, "teachers")] == [two[0]] * 2


def test_a_school_that_helped_itself_under_two_names_helps_nobody(
    file: RoadmapFile, two: tuple[str, str]
) -> None:
    add(file, "partnerships", school_id=two[0], partner_id=two[1])
    join_records(file, BY_ID["schools"], *two)
    assert rows(file, "partnerships") == []


def test_files_and_courses_of_a_teacher_come_along(file: RoadmapFile, tmp_path: Path) -> None:
    one, other = (add(file, "teachers", name=name) for name in ("Ромашкина В. В.", "Ромашкина Вера"))
    course = add(file, "courses", name="Читаем вместе")
    taken = add(
        file,
        "participants",
        course_id=course,
        teacher_id=other,
        certificate="12",
        issued_on=date(2020, 10, 5),
    )
    paper = tmp_path / "удостоверение.pdf"
    paper.write_bytes(b"%PDF-1.4 one")
    for owner in (f"teacher/{other}", f"course_participant/{taken}"):
        attachments.attach(file, read_plan(file), owner, [paper])
    join_records(file, BY_ID["teachers"], one, other)
    (participant,) = rows(file, "participants")
    assert (participant.teacher_id, participant.certificate) == (one, "12")
    for owner in (f"teacher/{one}", f"course_participant/{participant.id}"):
        assert [found.name for found in attachments.list_attachments(file, owner)] == ["удостоверение.pdf"]


def test_a_performer_entered_twice_is_joined_with_the_activities_of_both(file: RoadmapFile) -> None:
    def performers() -> list[tuple[str, ...]]:
        return [row.performers for row in rows(file, "activities")]

    was = performers()
    with file.edit("Исполнители") as edit:
        one, other, *_ = edit.find(Performer, order=("name",))
        names = one.name, other.name
        join_within(edit, one, other)
    expected = [tuple(dict.fromkeys(names[0] if name == names[1] else name for name in row)) for row in was]
    assert [sorted(row) for row in performers()] == [sorted(row) for row in expected]


def test_one_record_is_not_joined_with_itself_nor_with_one_that_is_gone(
    file: RoadmapFile, two: tuple[str, str]
) -> None:
    for other in (two[0], "gone"):
        with pytest.raises(UserError, match="две разные записи"):
            join_records(file, BY_ID["schools"], two[0], other)


def test_joining_any_two_records_of_the_large_sample_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "Полная.roadmap"
    full_sample_at(path)
    with open_roadmap(path) as file:
        before = count_records(file, list(BY_TABLE))
        for register in BY_ID.values():
            listing = record_listing.read_listing(file, register)
            if len(listing.rows) > 1 and not register.record.keyed_by and not register.is_numbered:
                join_records(file, register, listing.rows[0].id, listing.rows[-1].id)
                history.undo(file)
        assert count_records(file, list(BY_TABLE)) == before
    assert_whole(path)


@pytest.mark.parametrize("register", ["teachers", "practices", "activity-links"])
def test_the_file_is_asked_no_more_often_for_many_records_than_for_few(
    file: RoadmapFile, register: str
) -> None:
    def questions(count: int) -> int:
        with file.edit("Много") as edit:
            one, other = (BY_ID["schools"].record(name=f"{name} {count}") for name in ("СОШ", "Школа"))
            edit.add(one, other)
            edit.flush()
            if register == "activity-links":
                last = edit.find(Activity, order=("position",))[-1].position
                places = keys_between(last, None, count)
                activities = [Activity(name=f"Дело {place}", position=place) for place in places]
                edit.add(*activities)
                edit.flush()
                owner = owner_value("school", other.id)
                edit.add(*(ActivityLink(activity_id=each.id, owner=owner) for each in activities))
            else:
                kind = BY_ID[register].record
                edit.add(*(kind(name=f"Запись {place}", school_id=other.id) for place in range(count)))
            edit.flush()
            asked: list[str] = []
            edit.connection.set_trace_callback(asked.append)
            join_within(edit, one, other)
            edit.connection.set_trace_callback(None)
        return sum(one.startswith("SELECT") for one in asked)

    assert questions(60) == questions(3)
