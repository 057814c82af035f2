"""Views of a table under names."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.name_dialog import NameDialog
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.list_page import ListPage
from tests.samples import full_sample_at
from tests.ui.person import press, type_text
from tests.ui.table.plan_with_sections import entry
from tests.ui.test_registers import page_of


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return full_sample_at(tmp_path / "Полная.roadmap")


def views(window: MainWindow) -> QMenu:
    (menu,) = [
        one
        for one in window.menuBar().findChildren(QMenu)
        if one.title() == "Сохранённые виды" and isinstance(one.parent(), QMenu)
    ]
    menu.aboutToShow.emit()
    return menu


def names(window: MainWindow) -> list[str]:
    texts = [action.text() for action in views(window).actions() if action.text()]
    return texts[: texts.index("Сохранить вид…")]


def save(window: MainWindow, name: str) -> None:
    entry(views(window), "Сохранить вид…").trigger()
    answer(name)


def answer(name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NameDialog)
    dialog.line.selectAll()
    type_text(name, dialog.line)
    press(Qt.Key.Key_Return, widget=dialog.line)


def arrange(page: ListPage) -> None:
    """The teachers of the first category under their schools, from Я to А, by three columns."""
    page.model.filter_by(page.model.row_filter.choosing("category", frozenset({"первая"})))
    page.model.group_by("school_id")
    page.view.header.arrange(["name", "category", "subject"], "-name")


def state(page: ListPage) -> tuple[list[str], list[str], list[str]]:
    model = page.model
    return (
        [field.name for field in page.view.header.fields()],
        [row.title for row in model.rows if isinstance(row, Caption)],
        [row.name for row in model.records()],
    )


def test_a_saved_view_is_applied_by_one_click(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    before = state(page)
    arrange(page)
    arranged = state(page)
    assert arranged[1][0].startswith("СОШ")
    save(window, "По школам & категориям")
    assert window.status.text == "Вид «По школам & категориям» сохранён: «Вид → Сохранённые виды»."
    page.show_all()
    page.model.group_by("")
    page.view.header._reset()
    assert state(page) == before
    entry(views(window), "По школам && категориям").trigger()
    assert state(page) == arranged


def test_views_are_kept_between_starts_for_each_table(window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window, "teachers")
    arrange(page)
    save(window, "Первая категория")
    again = RegisterPage(page.register, window.document, window._settings)
    assert [view.name for view in again.views.all()] == ["Первая категория"]
    again.deleteLater()
    window.show_page("schools")
    assert names(window) == []
    window.show_page("table")
    assert names(window) == []


def test_a_view_shows_all_that_it_has_whatever_is_searched(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    arrange(page)
    save(window, "Первая категория")
    listed = state(page)
    window.toolbar.search.setText("такого нет")
    assert page.model.rows == []
    entry(views(window), "Первая категория").trigger()
    assert window.toolbar.search.text() == ""
    assert state(page) == listed


def test_a_view_of_the_same_name_takes_the_place_of_the_other(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    save(window, "Мой")
    arrange(page)
    save(window, "Мой")
    assert names(window) == ["Мой"]
    page.show_all()
    entry(views(window), "Мой").trigger()
    assert page.model.row_filter.chosen == {"category": frozenset({"первая"})}


def test_a_view_is_renamed_and_deleted(window: MainWindow) -> None:
    page_of(window, "teachers")
    save(window, "Второй")
    save(window, "Первый")
    assert names(window) == ["Второй", "Первый"]
    (rename,) = [one for one in views(window).findChildren(QMenu) if one.title() == "Переименовать"][-1:]
    entry(rename, "Второй…").trigger()
    answer("Ещё один")
    assert names(window) == ["Ещё один", "Первый"]
    (delete,) = [one for one in views(window).findChildren(QMenu) if one.title() == "Удалить"][-1:]
    entry(delete, "Первый…").trigger()
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    assert box.text() == "Удалить вид «Первый»? Сами записи останутся на месте."
    next(button for button in box.buttons() if button.text() == "Удалить вид").click()
    assert names(window) == ["Ещё один"]


def test_a_view_without_a_name_cannot_be_saved(window: MainWindow) -> None:
    page_of(window, "teachers")
    entry(views(window), "Сохранить вид…").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NameDialog)
    assert not dialog.accept_button.isEnabled()
    type_text("  ", dialog.line)
    assert not dialog.accept_button.isEnabled()


def test_settings_that_were_damaged_offer_no_views(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    for damaged in ("{", "[1]", '[{"name": "Чужой"}]', "17"):
        page.view.memory.remember("views", damaged)
        assert names(window) == []


def test_a_view_that_names_what_is_no_more_shows_the_rest(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    page.view.memory.remember(
        "views",
        '[{"name": "Старый", "columns": ["name", "gone"], "sort": "gone", "grouping": "gone", '
        '"chosen": {"gone": ["а"]}}]',
    )
    entry(views(window), "Старый").trigger()
    assert [field.name for field in page.view.header.fields()] == ["name"]
    assert len(page.model.records()) == 60


@pytest.mark.parametrize("name", ["calendar", "overview", "by_school"])
def test_where_there_is_no_such_table_the_menus_say_so(window: MainWindow, name: str) -> None:
    window.show_page(name)
    assert isinstance(window._pages.current, Page)
    assert [action.isEnabled() for action in views(window).actions()] == [False]


def test_a_register_is_grouped_by_school_from_the_menu(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    (menu,) = [
        one
        for one in window.menuBar().findChildren(QMenu)
        if one.title() == "Группировать" and isinstance(one.parent(), QMenu)
    ]
    menu.aboutToShow.emit()
    entry(menu, "Школа").trigger()
    _, captions, rows = state(page)
    assert captions[:2] == ["СОШ № 1", "СОШ № 2"]
    assert len(rows) == 60
    assert page.status_text == "60 педагогов"
    # A caption opens no record, by Enter it folds.
    page.view.setCurrentIndex(page.model.index(0, 0))
    page.view.activated.emit(page.model.index(0, 0))
    assert QApplication.activeModalWidget() is None
    press(Qt.Key.Key_Return, widget=page.view)
    left = len(page.model.records())
    assert left < 60
    again = RegisterPage(page.register, window.document, window._settings)
    again._read()
    assert len(again.model.records()) == left
    again.deleteLater()
