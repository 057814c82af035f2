"""Every page answers what the window asks of any page."""

import pytest

from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.page import Page
from tests.ui.person import choose


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_searched_printed_and_asked_for_its_status(window: MainWindow, name: str) -> None:
    window.show_page(name)
    page = window._pages.currentWidget()
    assert isinstance(page, Page)
    assert page.status_text in (window.status.text, "")
    shown = page.shown_report()
    assert shown is None or shown.id
    window.toolbar.search.setText("школ")
    assert window._pages.current_name == (name if page.can_search else "table")


@pytest.mark.parametrize("name", ["history", "overview", "by_school"])
def test_a_page_that_adds_nothing_leads_to_the_table_which_adds(window: MainWindow, name: str) -> None:
    window.show_page(name)
    before = len(window.table.model.rows)
    choose(window, "Правка", "Добавить мероприятие")
    assert window._pages.currentWidget() is window.table
    assert len(window.table.model.rows) == before + 1


def test_the_calendar_says_of_its_month_and_the_table_of_the_plan(window: MainWindow) -> None:
    window.show_page("calendar")
    assert window.status.text.startswith("Октябрь: ")
    window.show_page("table")
    assert window.status.text.startswith("23 мероприятия")
