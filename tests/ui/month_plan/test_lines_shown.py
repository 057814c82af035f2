"""What an edit has the page read: its own register alone, and the list is as if all of it had been read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan import lines_shown
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from tests.ui.month_plan.conftest import add, choose_line, line_of, lines, october
from tests.ui.person import press


def read_anew(page: MonthPlanPage) -> list[str]:
    shown = lines(page)
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


def test_an_edit_of_a_task_reads_tasks_alone(page: MonthPlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    october(page)
    asked = []
    real = lines_shown.month_lines

    def counted(file, plan, window, today, chosen):
        asked.append(set(chosen))
        return real(file, plan, window, today, chosen)

    monkeypatch.setattr(lines_shown, "month_lines", counted)
    choose_line(page, "Семинар")
    press(Qt.Key.Key_Space)
    assert asked == [{"tasks"}]
