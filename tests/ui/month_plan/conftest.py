"""What is read and done on the page «План месяца»."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.listing import NEW
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from roadmap_desktop.ui.table.captions import Caption
from tests.ui.person import press, type_text


@pytest.fixture
def page(window: MainWindow) -> MonthPlanPage:
    window.show_page("month_plan")
    shown = window._pages.current
    assert isinstance(shown, MonthPlanPage)
    return shown


def lines(page: MonthPlanPage) -> list[str]:
    """What is read in the list from above, captions among the lines."""
    found = []
    for row in page.model.rows:
        if isinstance(row, Caption):
            found.append(row.text)
        elif row is not NEW:
            found.append(" ".join(filter(None, (said(page, row, "day"), said(page, row, "time"), row.name))))
    return found


def said(page: MonthPlanPage, row: PlanLine, name: str) -> str:
    return page.model.text(row, page.model.columns[page.model.places[name]])


def add(page: MonthPlanPage, register: str, **values: Any) -> str:
    made = []

    def operation(file):
        id_, change_set = registers.add_record(file, BY_ID[register], values)
        made.append(id_)
        return change_set

    page._document.execute(operation)
    return made[0]


def line_of(page: MonthPlanPage, name: str) -> PlanLine:
    (found,) = [row for row in page.model.records() if row.name == name]
    return found


def choose_line(page: MonthPlanPage, name: str, column: str = "name") -> None:
    page.view.go_to(line_of(page, name).id, page.model.places[column])
    page.view.setFocus()


def typed(*words: str) -> None:
    for place, word in enumerate(words):
        if place:
            press(Qt.Key.Key_Tab)
        type_text(word)


def tasks(page: MonthPlanPage) -> list[Any]:
    nothing = record_listing.Listing(BY_ID["tasks"], (), {})
    return list(
        page._document.query(lambda file: record_listing.read_listing(file, BY_ID["tasks"]), nothing).rows
    )


def dialog():
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def october(page: MonthPlanPage) -> None:
    add(page, "meetings", name="Итоги ГИА", held_on=date(2020, 10, 1), time="10:00", place="отдел, каб. 4")
    add(page, "tasks", name="Семинар", starts_on=date(2020, 10, 6), time="14:00", performers=("МКУ «ЦМТО»",))
    add(page, "tasks", name="Выезд", starts_on=date(2020, 10, 6), time="9:30–13:00", place="СОШ № 5")
    add(page, "lessons", subject="русский язык", name="Подготовка к ОГЭ", held_on=date(2020, 10, 13))
