"""Plans of other offices, taken from the clipboard into the plan of a month."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.typed_days import read_typed_days
from roadmap_desktop.model.work import Direction
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.month.pasting import paste_plan, read_plan_paste
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.registers.record_listing import read_listing
from tests.samples import sample_at

OCTOBER = month_of(date(2026, 10, 1))
# Made up of what such papers hold: other columns, another order of them, another manner of dates in each.
PLANS = Path(__file__).parent / "office_plans"
BY_PARTS, BY_DAYS = ((PLANS / name).read_text(encoding="utf-8") for name in ("by_parts.tsv", "by_days.tsv"))


@pytest.fixture
def file(tmp_path):
    sample_at(tmp_path / "карта.roadmap")
    with open_roadmap(tmp_path / "карта.roadmap") as opened:
        yield opened


@pytest.mark.parametrize("plan", [BY_PARTS, BY_DAYS], ids=["by parts", "by days"])
def test_all_forty_lines_are_understood_and_stand_in_october(file, plan: str) -> None:
    read = read_plan_paste(plan, "", OCTOBER)
    assert read.faults == []
    assert read.strangers == ()
    made = paste_plan(file, read)
    assert made is not None and made.label.startswith("Вставлено: ")
    rows = read_listing(file, BY_ID["tasks"]).rows
    names = [line.split("\t")[2 if plan is BY_PARTS else 0] for line in plan.splitlines()[1:] if "\t" in line]
    expected = {name for name in names if name and not name.isdigit() and name != "3"}
    assert {row.name for row in rows} == expected
    assert all(OCTOBER.contains(row.starts_on) for row in rows)
    assert history.undo(file).label.startswith("Отменено: Вставлено")


def test_parts_of_a_plan_become_directions_and_days_what_they_are(file) -> None:
    paste_plan(file, read_plan_paste(BY_PARTS, "", OCTOBER))
    rows = read_listing(file, BY_ID["tasks"]).rows
    by_name = {row.name: row for row in rows}
    visit = by_name["Выезд: посещение уроков, консультация администрации"]
    assert (visit.starts_on, visit.time, visit.direction) == (
        date(2026, 10, 8),
        "9:30–13:00",
        Direction.SCHOOLS,
    )
    practice = by_name["Практикум «Разбор заданий второй части»"]
    assert (practice.starts_on, practice.time) == (date(2026, 10, 14), "13:00–15:30")
    week = by_name["Неделя открытых уроков в школах-партнёрах"]
    assert (week.starts_on, week.ends_on) == (date(2026, 10, 19), date(2026, 10, 23))
    count = Counter(row.name for row in rows)
    assert count["Консультации для молодых педагогов"] == 3
    assert count["Дистанционные занятия по математике"] == 4
    assert Counter(row.direction for row in rows)[Direction.MEETINGS] == 5
    assert by_name["Совещание заместителей директоров по учебной работе"].performers == (
        "Отдел образования",
        "МКУ «ЦМТО»",
    )


def test_other_columns_in_another_order(file) -> None:
    paste_plan(file, read_plan_paste(BY_DAYS, "", OCTOBER))
    by_name = {row.name: row for row in read_listing(file, BY_ID["tasks"]).rows}
    seminar = by_name["Семинар классных руководителей"]
    assert (seminar.starts_on, seminar.time, seminar.place, seminar.performers) == (
        date(2026, 10, 9),
        "14:00",
        "СОШ № 2",
        ("Методист",),
    )
    assert by_name["Приём руководителей по планам повышения качества"].time == "9:00–12:00"
    lasting = by_name["Сопровождение сетевых пар"]
    assert (lasting.starts_on, lasting.ends_on) == OCTOBER


def test_rows_that_cannot_be_are_told_with_their_numbers_and_nothing_is_written(file) -> None:
    read = read_plan_paste(
        "Дата\tМероприятие\n8.10\tВыезд\nпосле каникул\tСеминар\n\tЧто-то\t\n", "", OCTOBER
    )
    assert [fault.row for fault in read.faults] == [3]
    assert "не день" in str(read.faults[0])
    with pytest.raises(UserError, match="Вставить нельзя"):
        paste_plan(file, read)
    assert read_listing(file, BY_ID["tasks"]).rows == ()


@pytest.mark.parametrize("text", ["", "просто слова", "а\tб\n" * 1_500])
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        read = read_plan_paste(text, "", OCTOBER)
        assert read.added or read.faults
        if not read.faults:
            raise AssertionError("taken for a plan")
        raise UserError(str(read.faults[0]))


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("8 октября, чт, 14.00", ["08"], "14:00"),
        ("08.10.2026\n14.00", ["08"], "14:00"),
        ("6, 13 и 20 октября", ["06", "13", "20"], ""),
        ("8–10.10", ["08–10"], ""),
        ("до 25.10", ["25"], ""),
        ("первая неделя", ["01–07"], ""),
        ("I декада", ["01–10"], ""),
        ("08.10.2026 (четверг), 10:00", ["08"], "10:00"),
        ("в течение месяца", ["01–31"], ""),
        ("каждую пятницу", ["02", "09", "16", "23", "30"], ""),
        ("постоянно", ["01–31"], ""),
    ],
)
def test_a_cell_says_days_and_hours(text: str, days: list[str], hours: str) -> None:
    found = read_typed_days(text, OCTOBER)
    shown = [f"{one.start:%d}" if one.days == 1 else f"{one.start:%d}–{one.end:%d}" for one in found.periods]
    assert (shown, str(found.hours or "")) == (days, hours)


@pytest.mark.parametrize("day", ["08.10.26", "08.10.2026 0:00", "8 октября 2026 г.", "2026-10-08 00:00:00"])
def test_a_day_as_excel_gives_it_is_a_day_without_hours(file, day: str) -> None:
    (task,) = read_plan_paste(f"Дата\tМероприятие\n{day}\tСеминар", "", OCTOBER).added
    assert (task["starts_on"], task["ends_on"], task["time"]) == (date(2026, 10, 8), None, "")
