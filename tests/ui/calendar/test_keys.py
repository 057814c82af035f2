"""Months and days by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QSpinBox

from roadmap_desktop.operations.plan.file_history import change_count
from roadmap_desktop.ui.calendar.chooser import MonthChooser
from roadmap_desktop.ui.calendar.page import CalendarPage
from roadmap_desktop.ui.selection import Selection
from tests.ui.forms import dialog_of

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "title"),
    [
        (Qt.Key.Key_PageUp, PLAIN, "Сентябрь 2020"),
        (Qt.Key.Key_PageDown, PLAIN, "Ноябрь 2020"),
        (Qt.Key.Key_Left, CTRL, "Сентябрь 2020"),
        (Qt.Key.Key_Right, CTRL, "Ноябрь 2020"),
    ],
)
def test_keys_turn_the_month(person, key, modifiers, title):
    person.press(key, modifiers)
    assert person.title() == title


def test_buttons_turn_the_month_and_come_back_to_today(person):
    header = person.page.header
    for _month in range(13):
        person.qtbot.mouseClick(header.later, Qt.MouseButton.LeftButton)
    assert person.title() == "Ноябрь 2021"
    person.qtbot.mouseClick(header.earlier, Qt.MouseButton.LeftButton)
    assert person.title() == "Октябрь 2021"
    person.qtbot.mouseClick(header.today, Qt.MouseButton.LeftButton)
    assert person.title() == "Октябрь 2020"


def test_home_comes_back_to_today(person):
    person.page.show_month(date(1999, 2, 1))
    person.press(Qt.Key.Key_Home)
    assert person.title() == "Октябрь 2020"
    assert person.page.grid.focused_day == date(2020, 10, 6)


def test_arrows_walk_over_days_and_into_the_next_month(person):
    person.page.show_day(date(2020, 10, 30))
    person.press(Qt.Key.Key_Right)
    assert person.page.grid.focused_day == date(2020, 10, 31)
    person.press(Qt.Key.Key_Down)
    assert person.page.grid.focused_day == date(2020, 11, 7)
    assert person.title() == "Ноябрь 2020"
    person.press(Qt.Key.Key_Up)
    person.press(Qt.Key.Key_Left)
    assert person.page.grid.focused_day == date(2020, 10, 30)


def test_space_lists_the_day(person):
    person.page.show_day(date(2020, 9, 30))
    person.press(Qt.Key.Key_Space)
    assert len(person.listed()) == 10


def test_space_on_an_empty_day_opens_nothing(person):
    person.page.show_day(date(2021, 7, 14))
    person.press(Qt.Key.Key_Space)
    assert QApplication.activePopupWidget() is None


def test_insert_adds_on_the_day(person):
    person.page.show_day(date(2020, 10, 9))
    person.press(Qt.Key.Key_Insert)
    person.name_the_new("Семинар")
    assert person.document.plan.activities[-1].due_text == "9 октября 2020 года"
    assert person.asked_to_edit == [person.document.plan.activities[-1].id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Insert, Qt.Key.Key_Return])
def test_escape_right_after_adding_leaves_nothing_behind(person, key):
    person.page.show_day(date(2021, 7, 14))
    edits = person.document.query(change_count, 0)
    person.press(key)
    dialog = dialog_of(person.page.window())
    person.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(person.document.plan.activities) == 23
    assert person.document.query(change_count, 0) == edits


def test_enter_adds_on_an_empty_day_and_edits_the_only_activity(person):
    person.page.show_day(date(2021, 7, 14))
    person.press(Qt.Key.Key_Return)
    person.name_the_new("Летняя школа")
    added = person.document.plan.activities[-1].id
    assert person.asked_to_edit == [added]
    person.press(Qt.Key.Key_Return)
    assert person.asked_to_edit == [added, added]
    assert len(person.document.plan.activities) == 24


def test_enter_lists_a_day_with_several(person):
    person.press(Qt.Key.Key_Return)
    assert len(person.listed()) == 6


def test_the_title_opens_a_choice_of_any_month(person):
    person.qtbot.mouseClick(person.page.header.title, Qt.MouseButton.LeftButton)
    chooser = QApplication.activePopupWidget()
    assert isinstance(chooser, MonthChooser)
    chooser.findChild(QSpinBox).setValue(2023)
    march = next(button for button in chooser.findChildren(QPushButton) if button.text() == "Март")
    person.qtbot.mouseClick(march, Qt.MouseButton.LeftButton)
    assert person.title() == "Март 2023"


def test_those_who_do_not_see_the_grid_are_told_the_day(person):
    person.page.activateWindow()
    person.qtbot.waitUntil(person.page.grid.hasFocus)
    person.press(Qt.Key.Key_Right)
    assert person.page.grid.accessibleDescription() == "7 октября 2020, 6 мероприятий"


def test_a_plan_long_past_opens_on_its_first_month_and_then_on_the_last_one_seen(person, settings, qtbot):
    person.document.today = lambda: date(2026, 3, 1)
    person.document.replaced.emit()
    # The fixture has looked at October already.
    assert person.title() == "Октябрь 2020"
    person.page.show_month(date(2021, 2, 1))
    again = CalendarPage(person.document, Selection(), settings)
    qtbot.addWidget(again)
    assert again.header.title.text() == "Февраль 2021"
    settings.remember(f"calendar/{person.document.plan.info.id}", "nonsense")
    fresh = CalendarPage(person.document, Selection(), settings)
    qtbot.addWidget(fresh)
    assert fresh.header.title.text() == "Сентябрь 2020"
