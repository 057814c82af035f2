"""What an edit has the page read: its own register alone, and the list is as if all of it had been read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan import lines_shown
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from tests.ui.month_plan.conftest import add, choose_line, line_of, lines, october
from tests.ui.person import press


def read_anew(page: MonthPlanPage) -> list[str]:
    shown = lines(page)
    page._lines.note(None)
    page._read()
    assert lines(page) == shown
    return shown


def test_after_any_edit_the_list_is_as_if_read_anew(page: MonthPlanPage, window: MainWindow) -> None:
    october(page)
    choose_line(page, "Семинар")
    press(Qt.Key.Key_Space)
    read_anew(page)
    meeting = line_of(page, "Итоги ГИА")
    moved = {"held_on": date(2020, 10, 20)}
    window.document.execute(lambda file: registers.set_values(file, BY_ID["meetings"], [meeting.id], moved))
    assert "20, вт 10:00 Итоги ГИА" in read_anew(page)
    add(page, "tasks", name="Совет", starts_on=date(2020, 10, 21), performers=("Отдел образования",))
    assert "21, ср Совет" in read_anew(page)
    window.document.execute(history.undo)
    assert "21, ср Совет" not in read_anew(page)


def test_an_edit_reads_the_edited_record_alone(page: MonthPlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    october(page)
    asked = []
    real = lines_shown.work_lines

    def counted(file, plan, window, chosen, works):
        asked.append((set(chosen), works))
        return real(file, plan, window, chosen, works)

    monkeypatch.setattr(lines_shown, "work_lines", counted)
    line = line_of(page, "Семинар")
    choose_line(page, "Семинар")
    press(Qt.Key.Key_Space)
    assert asked == [({"tasks"}, {line.id})]


def test_who_answers_is_read_of_the_edited_record(page: MonthPlanPage, window: MainWindow) -> None:
    october(page)
    line = line_of(page, "Семинар")
    for performers in (("Отдел образования", "Школы"), ("Школы",), ()):
        values = {"performers": performers}
        window.document.execute(
            lambda file, values=values: registers.set_values(file, BY_ID["tasks"], [line.id], values)
        )
        read_anew(page)
        assert line_of(page, "Семинар").responsible == performers


def test_a_record_that_left_the_month_or_was_deleted_goes(page: MonthPlanPage, window: MainWindow) -> None:
    october(page)
    seminar, meeting = line_of(page, "Семинар"), line_of(page, "Итоги ГИА")
    moved = {"starts_on": date(2020, 11, 20)}
    window.document.execute(lambda file: registers.set_values(file, BY_ID["tasks"], [seminar.id], moved))
    window.document.execute(lambda file: registers.delete_records(file, BY_ID["meetings"], [meeting.id]))
    names = " ".join(read_anew(page))
    assert "Семинар" not in names
    assert "Итоги ГИА" not in names


def test_after_edits_on_other_pages_the_list_is_as_if_read_anew(
    page: MonthPlanPage, window: MainWindow
) -> None:
    october(page)
    plan = window.document.plan
    activity = next(row for row in page.model.records() if row.is_activity)
    edits = (
        lambda file: activities.set_fields(
            file, plan, [activity.id], {"name": "Иначе", "performers": ("Отдел образования", "Новые люди")}
        ),
        lambda file: activities.delete_activities(file, window.document.plan, [plan.activities[0].id]),
        lambda file: registers.set_values(
            file, BY_ID["meetings"], [line_of(page, "Итоги ГИА").id], {"place": "зал"}
        ),
        history.undo,
        history.undo,
    )
    for edit in edits:
        window.show_page("table")
        window.document.execute(edit)
        window.show_page("month_plan")
        read_anew(page)
    (line,) = [row for row in page.model.records() if row.id == activity.id]
    assert (line.name, line.responsible) == ("Иначе", ("Отдел образования", "Новые люди"))


def test_an_edit_of_an_activity_on_another_page_reads_no_work(
    page: MonthPlanPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    october(page)
    asked = []
    monkeypatch.setattr(lines_shown, "work_lines", lambda *arguments: asked.append(arguments) or [])
    plan = window.document.plan
    window.show_page("table")
    window.document.execute(
        lambda file: activities.set_field(file, plan, [plan.activities[0].id], "note", "Узнать")
    )
    window.show_page("month_plan")
    assert asked == []
    assert line_of(page, "Семинар")
