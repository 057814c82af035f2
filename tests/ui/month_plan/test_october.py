"""A methodist's October, from the first task to the signed report: typed, printed, told, carried over, reported."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop import clock
from roadmap_desktop.app import main
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from tests.ui.conftest import window_on
from tests.ui.month_plan.conftest import choose_line, dialog, lines, typed
from tests.ui.person import click, press, type_text

TASKS = (
    ("1", "10.00", "Совещание директоров: итоги ГИА", "отдел, каб. 4", "директора школ"),
    ("6", "14.00", "Семинар «Слабоуспевающие и ОГЭ»", "СОШ № 1", "учителя математики"),
    ("8", "с 9.30 до 13", "Выезд: посещение уроков", "СОШ № 5", "администрация"),
    ("20", "", "Проверка школьных планов", "", "школы"),
    ("29", "15 ч", "Собеседование по итогам четверти", "МКУ «ЦМТО»", "заместители директоров"),
)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], None]:
    """Sets the day of the window and of the commands."""

    def be(month: int, day: int) -> None:
        noon = datetime(2020, month, day, 12, tzinfo=UTC)
        monkeypatch.setenv(clock.AHEAD, str(noon.timestamp() - time.time()))

    be(9, 28)
    return be


@pytest.fixture
def window(
    qtbot: QtBot, sample: Path, tmp_path: Path, today: Callable[[int, int], None]
) -> Iterator[MainWindow]:
    yield from window_on(sample, RoadmapDocument(), qtbot, tmp_path)


def printed(path: Path, out: Path, report: str, *more: str) -> list[str]:
    """The pages of a report, as they read."""
    assert main(["print", str(path), "--report", report, "--month", "2020-10", "-o", str(out), *more]) == 0
    return [" ".join(page.extract_text().split()).replace("\xa0", " ") for page in PdfReader(out).pages]


def test_october_from_the_first_task_to_the_report(
    page: MonthPlanPage, window: MainWindow, sample: Path, tmp_path: Path, today: Callable[[int, int], None]
) -> None:
    # 28 September: the plan of October is typed.
    page.show_day(date(2020, 10, 1))
    for day, hours, name, place, who in TASKS:
        page.add()
        typed(day, hours, name, place, who, "МКУ «ЦМТО»")
        press(Qt.Key.Key_Return)
    window.document.execute(
        lambda file: registers.add_record(
            file, BY_ID["meetings"], {"name": "Заседание рабочей группы", "held_on": date(2020, 10, 15)}
        )[1]
    )
    assert lines(page)[1:7] == [
        "1, чт 10:00 Совещание директоров: итоги ГИА",
        "6, вт 14:00 Семинар «Слабоуспевающие и ОГЭ»",
        "8, чт 9:30–13:00 Выезд: посещение уроков",
        "15, чт Заседание рабочей группы",
        "20, вт Проверка школьных планов",
        "29, чт 15:00 Собеседование по итогам четверти",
    ]

    # It is printed and signed: nothing ahead is called undone, on one or two pages.
    assert_signed(printed(sample, tmp_path / "план.pdf", "month"))

    # In the month it is told what was done; the file was closed and opened meanwhile.
    today(10, 30)
    window.document.open(sample)
    window.show_page("month_plan")
    for name in (TASKS[0][2], TASKS[1][2], "Заседание рабочей группы"):
        choose_line(page, name)
        press(Qt.Key.Key_Space)
    tell_not_done(page, TASKS[2][2], "Школа на карантине", carry="12.11.2020")
    tell_not_done(page, TASKS[3][2], "Школы не сдали планы")

    # The report adds up, and tells why and to when.
    report = " ".join(
        printed(sample, tmp_path / "отчёт.pdf", "month-report", "--conclusions", "План выполнен.")
    )
    assert "Отчёт о работе за октябрь 2020 года" in report
    assert "Школа на карантине" in report
    assert "Школы не сдали планы" in report
    assert "12.11.2020" in report
    assert "План выполнен." in report
    # What is carried over stands in November, with the day that it was planned for.
    page.show_day(date(2020, 11, 1))
    assert "12, чт 9:30–13:00 Выезд: посещение уроков" in lines(page)
    # The conclusions are kept.
    assert "План выполнен." in " ".join(printed(sample, tmp_path / "ещё.pdf", "month-report"))


def assert_signed(plan: list[str]) -> None:
    assert 1 <= len(plan) <= 2
    assert "План работы на октябрь 2020 года" in plan[0]
    assert "УТВЕРЖДАЮ" in plan[0]
    whole = " ".join(plan)
    for _, _, name, place, _ in TASKS:
        assert whole.count(name) == 1
        assert place in whole
    assert whole.index("Совещание директоров") < whole.index("Семинар") < whole.index("Выезд")
    assert "не выполнено" not in whole.lower().replace("не выполнено ранее", "")


def tell_not_done(page: MonthPlanPage, name: str, why: str, carry: str = "") -> None:
    choose_line(page, name, "state")
    press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    (action,) = [one for one in menu.actions() if one.text() == "не выполнено…"]
    action.trigger()
    menu.close()
    asked = dialog()
    type_text(why, asked.reason)
    if carry:
        click(asked.carry, asked.carry.rect().center())
        day, month, year = map(int, carry.split("."))
        asked.day.set_value(date(year, month, day))
    click(asked.save)


OFFICES = Path(__file__).parents[2] / "operations" / "office_plans"


@pytest.mark.parametrize("name", ["by_parts", "by_days"])
def test_the_plans_of_two_other_offices_are_entered_and_print_on_two_pages(
    page: MonthPlanPage, sample: Path, tmp_path: Path, name: str
) -> None:
    page.show_day(date(2026, 10, 1))
    QApplication.clipboard().setText((OFFICES / f"{name}.tsv").read_text(encoding="utf-8"))
    page.view.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    out = tmp_path / "план.pdf"
    arguments = ["print", str(sample), "--report", "month", "--month", "2026-10", "-o", str(out)]
    assert main([*arguments, "--sources", "Дела"]) == 0
    pages = PdfReader(out).pages
    assert len(pages) <= 2
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "План работы на октябрь 2026 года" in text
    first = "Совещание директоров" if name == "by_parts" else "Планёрка отдела"
    assert first in text
