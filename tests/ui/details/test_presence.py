"""Where the details stand: beside the table and the calendar, only while something is chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.calendar.page import CalendarPage
from roadmap_desktop.ui.editors import TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose, press
from tests.ui.test_registers import add, page_of


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


def test_the_table_has_its_details_and_the_history_has_none(window: MainWindow, qtbot: QtBot) -> None:
    view = window.table.view
    assert not window.details.isVisible()
    whole = view.width()
    place = view.visualRect(window.table.model.index(0, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(window.details.isVisible)
    qtbot.waitUntil(lambda: view.width() < whole)
    choose(window, "Вид", "История")
    assert not window.details.isVisible()
    choose(window, "Вид", "Таблица")
    assert window.details.isVisible()
    choose(window, "Вид", "Подробности справа")
    assert not window.details.isVisible()
    choose(window, "Вид", "Подробности справа")
    window.selection.choose(())
    qtbot.waitUntil(lambda: not window.details.isVisible())
    qtbot.waitUntil(lambda: view.width() == whole)


def test_the_record_that_was_chosen_is_chosen_when_the_file_is_opened_again(window: MainWindow) -> None:
    path = window.document.path
    assert path is not None
    window.selection.choose([window.table.model.rows[4].id])
    chosen = window.table.view.chosen()
    choose(window, "Файл", "Закрыть файл")
    assert window.selection.ids == ()
    window.files.open_path(path)
    assert window.table.view.chosen() == chosen
    assert window.selection.ids == chosen

    add(window, "schools", name="СОШ № 1")
    id_ = add(window, "schools", name="СОШ № 2")
    view = page_of(window, "schools").view
    view.choose([id_])
    choose(window, "Файл", "Закрыть файл")
    window.files.open_path(path)
    assert window._pages.current_name == "schools"
    assert view.chosen() == (id_,)


@pytest.mark.parametrize("kept", ["{", "[]", '{"a": 1}', '{"a": ["table"]}', '[["a", "b"]]'])
def test_what_is_remembered_badly_harms_nothing(window: MainWindow, kept: str) -> None:
    path = window.document.path
    assert path is not None
    window._settings.remember("window/chosen", kept)
    window.files.open_path(path)
    assert window.selection.ids == ()


def test_while_the_name_of_a_new_row_is_typed_the_table_keeps_its_width(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.table.show_record(window.table.model.rows[2].id)
    window.table.view.setFocus()
    qtbot.waitUntil(window.details.isVisible)
    QApplication.processEvents()
    width = window.table.view.width()
    choose(window, "Правка", "Добавить мероприятие")
    assert window.details.is_empty
    window._presence._timer.timeout.emit()
    QApplication.processEvents()
    assert window.details.isVisible()
    assert window.table.view.width() == width
    press(Qt.Key.Key_Escape)
    assert window.details.isVisible()

    window.show_page("month_plan")
    page = window._pages.current
    page.add()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.details.isVisible() or not window.details.is_empty)
