"""Where the details stand: always beside the table, beside the calendar only while something is chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.calendar.page import CalendarPage
from roadmap_desktop.ui.editors import TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose, press


@pytest.fixture
def calendar(window: MainWindow) -> CalendarPage:
    choose(window, "Вид", "Календарь")
    (page,) = window.findChildren(CalendarPage)
    return page


def middle_of_a_bar(calendar: CalendarPage) -> QPoint:
    grid = calendar.grid
    return grid.hits.rect_of(grid.layout_shown.laid.segments[0]).center()


def test_a_month_with_nothing_chosen_has_the_whole_window(
    window: MainWindow, calendar: CalendarPage, qtbot: QtBot
) -> None:
    assert not window.details.isVisible()
    assert calendar.width() > 1100
    QTest.mouseClick(calendar.grid, Qt.MouseButton.LeftButton, pos=middle_of_a_bar(calendar))
    assert not window.details.isVisible()  # not between the clicks of a double-click
    qtbot.waitUntil(window.details.isVisible)
    press(Qt.Key.Key_Escape, widget=calendar.grid)
    qtbot.waitUntil(lambda: not window.details.isVisible())


def test_a_double_click_opens_the_details_at_once_with_the_caret_in_the_name(
    window: MainWindow, calendar: CalendarPage
) -> None:
    place = middle_of_a_bar(calendar)
    QTest.mouseClick(calendar.grid, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(calendar.grid, Qt.MouseButton.LeftButton, pos=place)
    assert window.details.isVisible()
    focused = QApplication.focusWidget()
    assert isinstance(focused, TextEditor)
    assert window.details.isAncestorOf(focused)


def test_the_table_has_its_details_and_the_history_has_none(window: MainWindow) -> None:
    assert window.details.isVisible()
    choose(window, "Вид", "История")
    assert not window.details.isVisible()
    choose(window, "Вид", "Таблица")
    assert window.details.isVisible()
    choose(window, "Вид", "Подробности справа")
    assert not window.details.isVisible()
