"""The plan of a month as operations read and edit it."""

from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.operations.file.files import RoadmapFile, open_roadmap
from roadmap_desktop.operations.month import conclusions, editing
from roadmap_desktop.operations.month.lines import month_lines, moved_lines
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from tests.samples import sample_at
from tests.storage.copies import assert_whole

OCTOBER, NOVEMBER = month_of(date(2020, 10, 1)), month_of(date(2020, 11, 1))


@pytest.fixture
def file(tmp_path: Path):
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened
    assert_whole(path)


def add(file: RoadmapFile, register: str, **values: object) -> str:
    return registers.add_record(file, BY_ID[register], values)[0]


def lines(file: RoadmapFile, window=OCTOBER) -> dict[str, PlanLine]:
    works = {"tasks", "meetings", "visits", "lessons", "courses", "events"}
    found = month_lines(file, read_plan(file), window, date(2020, 10, 6), works)
    return {line.name: line for line in found}


def test_work_says_what_stands_elsewhere_of_it_unless_it_was_typed(file: RoadmapFile) -> None:
    school = add(file, "schools", name="СОШ № 5")
    other = add(file, "schools", name="СОШ № 12")
    teacher = add(file, "teachers", name="Образцова А. А.", school_id=school)
    helped = add(file, "helps", tutor="Примерова Б. Б.", school_id=school)
    add(file, "visits", help_id=helped, held_on=date(2020, 10, 8), name="Посещение уроков")
    lesson = add(
        file, "lessons", subject="физика", name="Законы", teacher_id=teacher, held_on=date(2020, 10, 9)
    )
    add(file, "lesson-schools", lesson_id=lesson, school_id=school, pupils=12)
    course = add(file, "courses", name="Оценивание", provider="Институт", starts_on=date(2020, 10, 5))
    add(file, "participants", course_id=course, teacher_id=teacher)
    partners = add(file, "partnerships", school_id=school, partner_id=other)
    add(file, "events", partnership_id=partners, name="Мастер-класс", held_on=date(2020, 10, 7), place="зал")
    add(file, "meetings", name="Итоги", kind="директора школ", held_on=date(2020, 10, 1))
    found = lines(file)
    visit = found["Посещение уроков"]
    assert (visit.place, visit.responsible) == ("СОШ № 5", ("Примерова Б. Б.",))
    taught = found["Занятие «Законы», физика"]
    assert (taught.place, taught.participants) == ("дистанционно", "СОШ № 5 (12 чел.)")
    assert found["Курсы «Оценивание»"].participants == "педагоги, 1 чел."
    assert (found["Мастер-класс"].place, found["Мастер-класс"].participants) == ("зал", "СОШ № 5, СОШ № 12")
    assert found["Итоги"].participants == "директора школ"


def test_a_line_tells_the_activities_that_it_serves(file: RoadmapFile) -> None:
    plan = read_plan(file)
    serves = (plan.activities[7].id, plan.activities[2].id)
    registers.add_record(file, BY_ID["tasks"], {"name": "Выезд", "starts_on": date(2020, 10, 8)}, serves)
    assert lines(file)["Выезд"].numbers == ("3", "8")
    assert history.undo(file).label == "Отменено: Добавлено: дело «Выезд»"
    assert lines(file) == {}


def test_carrying_over_keeps_the_length_the_reason_and_the_day_before(file: RoadmapFile) -> None:
    add(file, "tasks", name="Семинар", starts_on=date(2020, 10, 6), ends_on=date(2020, 10, 7))
    line = lines(file)["Семинар"]
    editing.carry_over(file, [line], lambda _line: date(2020, 11, 12), "Карантин")
    assert lines(file) == {}
    moved = lines(file, NOVEMBER)["Семинар"]
    assert moved.period == (date(2020, 11, 12), date(2020, 11, 13))
    assert (moved.state, moved.reason, moved.moved_from) == (
        WorkState.PLANNED,
        "Карантин",
        (date(2020, 10, 6),),
    )
    (told,) = moved_lines(file, read_plan(file), OCTOBER)
    assert told.name == "Семинар"
    editing.carry_over(file, [moved], lambda _line: date(2020, 12, 1))
    assert [line.moved_from for line in moved_lines(file, read_plan(file), OCTOBER)] == [
        (date(2020, 10, 6), date(2020, 11, 12))
    ]
    assert len(moved_lines(file, read_plan(file), NOVEMBER)) == 1


def test_what_is_moved_within_the_month_was_not_carried_over(file: RoadmapFile) -> None:
    add(file, "meetings", name="Совет", held_on=date(2020, 10, 6))
    editing.carry_over(file, [lines(file)["Совет"]], lambda _line: date(2020, 10, 20))
    assert moved_lines(file, read_plan(file), OCTOBER) == ()


def test_a_line_that_is_gone_is_refused(file: RoadmapFile) -> None:
    key = add(file, "tasks", name="Семинар", starts_on=date(2020, 10, 6))
    line = lines(file)["Семинар"]
    registers.delete_records(file, BY_ID["tasks"], [key])
    with pytest.raises(UserError, match="уже нет"):
        editing.set_state(file, [line], WorkState.DONE)


def test_what_is_no_day_of_the_text_of_moved_days_is_passed_over(file: RoadmapFile) -> None:
    add(
        file,
        "tasks",
        name="Семинар",
        starts_on=date(2020, 10, 6),
        moved_from="32.13.2020; когда-то; 01.09.2020",
    )
    assert lines(file)["Семинар"].moved_from == (date(2020, 9, 1),)


def test_conclusions_are_kept_for_each_month_and_undone(file: RoadmapFile) -> None:
    assert conclusions.conclusions(file, date(2020, 10, 5)) == ""
    conclusions.set_conclusions(file, date(2020, 10, 5), "Всё сделано.")
    conclusions.set_conclusions(file, date(2020, 10, 31), "Почти всё сделано.")
    assert conclusions.conclusions(file, date(2020, 10, 1)) == "Почти всё сделано."
    assert conclusions.conclusions(file, date(2020, 11, 1)) == ""
    assert history.undo(file).label == "Отменено: Выводы отчёта: октябрь 2020"
    assert conclusions.conclusions(file, date(2020, 10, 1)) == "Всё сделано."


def test_the_last_day_of_a_month_goes_to_the_next_ones_last(file: RoadmapFile) -> None:
    add(file, "tasks", name="Отчёт", starts_on=date(2021, 1, 29))
    line = lines(file, month_of(date(2021, 1, 1)))["Отчёт"]
    # 28 February 2021 is a Sunday; the Monday after it is worked.
    assert editing.next_month(line) == date(2021, 3, 1)
