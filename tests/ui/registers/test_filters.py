"""Filters, order and columns of a register's page, as they are chosen and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.reports.blocks import Paragraph
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.chips import FilterChips
from tests.samples import full_sample_at
from tests.ui.test_registers import add, page_of, texts


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return full_sample_at(tmp_path / "Полная.roadmap")


def tick(chips: FilterChips, label: str, *words: str) -> None:
    # The page is laid out when it is painted.
    QApplication.processEvents()
    (chip,) = [
        one for one in chips.menus.values() if one.accessibleName() == f"Отбор: {label}" and one.isVisible()
    ]
    chip.menu().aboutToShow.emit()
    for action in chip.menu().actions():
        if action.text() in words:
            action.setChecked(True)


def column(page: RegisterPage, name: str) -> list[str]:
    model = page.model
    return [model.text(row, model.cells.register.field(name)) for row in model.rows]


def test_agreements_are_filtered_by_whether_they_are_valid(window: MainWindow) -> None:
    page = page_of(window, "agreements")
    tick(page.chips, "Действует до", "истёк")
    assert column(page, "number") == ["1-С"]
    assert page.status_text == "показано 1 из 8 договоров"
    tick(page.chips, "Действует до", "истекает")
    assert column(page, "number") == ["1-С", "2-С"]
    page.show_all()
    assert page.status_text == "8 договоров"


def test_what_is_filtered_by_is_written_on_the_printed_table(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    tick(page.chips, "Категория", "первая", "высшая")
    said = [block.text for block in page.shown_report().build(None).blocks if isinstance(block, Paragraph)]
    assert said == [f"Категория: высшая, первая. Показано {len(texts(page))} из 60"]


def test_teachers_are_filtered_by_school_and_category_together(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    tick(page.chips, "Школа", "СОШ № 2")
    tick(page.chips, "Категория", "первая")
    assert column(page, "name")
    assert set(column(page, "school_id")) == {"СОШ № 2"}
    assert set(column(page, "category")) == {"первая"}


def test_schools_are_filtered_by_the_years_in_which_they_are_listed(window: MainWindow) -> None:
    page = page_of(window, "schools")
    tick(page.chips, "В списке", "2020–2021")
    assert len(column(page, "name")) == 8
    assert column(page, "name")[:2] == ["СОШ № 1", "СОШ № 2"]


def test_what_is_late_is_a_state_to_filter_by(window: MainWindow) -> None:
    page = page_of(window, "plans")
    tick(page.chips, "Состояние", "в работе")
    assert set(column(page, "state")) == {"в работе"}


def test_going_to_a_record_that_is_filtered_away_shows_all(window: MainWindow) -> None:
    page = page_of(window, "agreements")
    hidden = page.model.rows[-1].id
    tick(page.chips, "Действует до", "истёк")
    page.show_record(hidden)
    assert page.view.chosen() == (hidden,)


def test_schools_are_sorted_as_people_count(window: MainWindow) -> None:
    assert texts(page_of(window, "schools"))[:3] == ["СОШ № 1", "СОШ № 2", "СОШ № 3"]


def test_what_is_not_filled_in_stands_last_either_way(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 99")
    page = page_of(window, "schools")
    pupils = [field.name for field in page.model.columns].index("pupils")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        page.view.sortByColumn(pupils, order)
        assert texts(page)[-1] == "СОШ № 99"


def test_order_and_columns_are_remembered(window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window, "schools")
    settings = Settings(tmp_path / "another.ini")
    first = RegisterPage(page.register, window.document, settings)
    header = first.view.header
    header.moveSection(header.visualIndex(2), 0)
    header.show_column("address", True)
    first.view.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    names = [field.name for field in header.fields()]
    assert names[0] == "years"
    assert "address" in names
    again = RegisterPage(page.register, window.document, settings)
    assert [field.name for field in again.view.header.fields()] == names
    assert again.view.header.sortIndicatorSection() == 4
    for one in (first, again):
        one.deleteLater()


def test_plans_tell_how_many_steps_are_done(window: MainWindow) -> None:
    page = page_of(window, "plans")
    assert all(" из 4" in text for text in column(page, "progress"))
    model = page.model
    place = [field.name for field in model.columns].index("progress")
    assert not model.flags(model.index(0, place)) & Qt.ItemFlag.ItemIsEditable


def test_where_nothing_is_left_one_click_shows_all_again(window: MainWindow) -> None:
    page = page_of(window, "agreements")
    window.toolbar.search.setText("такого нет")
    window._search("такого нет")
    assert page.model.rowCount() == 0
    assert page.empty.isVisibleTo(page)
    page.empty.clicked.emit()
    assert page.status_text == "8 договоров"
    assert window.toolbar.search.text() == ""
    assert not page.empty.isVisibleTo(page)
