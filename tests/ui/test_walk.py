"""Every row of the roadmap is walked in the window: from the activity to the place of its work, a record is written
there, changed, linked, found and taken back step by step."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.full_sample import create_full_sample
from roadmap_desktop.ui.by_school.page import BySchoolPage
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.registers.served_activities import ServedActivities
from roadmap_desktop.ui.registers.table import RegisterTable
from roadmap_desktop.ui.revisions.dialog import RevisionsDialog
from roadmap_desktop.ui.search.dialog import SearchDialog
from roadmap_desktop.ui.table.columns import PLACES

from .forms import dialog_of, enter, lines_of, list_of, mark, open_tab, type_over
from .person import choose, click, press
from .walked_rows import WALKS, Walk


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("walk") / "район.roadmap"
    create_full_sample(path)
    return path


@pytest.fixture
def sample(district: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(district, tmp_path / "Дорожная карта.roadmap"))


def choose_activity(window: MainWindow, number: int) -> None:
    """Clicks the activity's row in the table."""
    window.show_page("table")
    view, model = window.table.view, window.table.model
    index = model.index(number - 1, PLACES["name"])
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert window.document.plan is not None
    assert window.selection.ids == (window.document.plan.activities[number - 1].id,)


def links(window: MainWindow, meaning: str) -> dict[str, QPushButton]:
    """The links of the details panel, by their words."""
    shown = [one for one in window.details.findChildren(QPushButton) if one.isVisible()]
    named = [one.accessibleName().partition(": ") for one in shown]
    return {words: one for one, (what, _, words) in zip(shown, named, strict=True) if what == meaning}


def all_linked(window: MainWindow) -> set[str]:
    """The records linked to the chosen activity, those beyond the first five too."""
    for more in [one for one in window.details.findChildren(QPushButton) if one.text().startswith("и ещё ")]:
        if more.isVisible():
            click(more)
    return set(links(window, "Связанная запись"))


def go_to_work(window: MainWindow, qtbot: QtBot, number: int, way: str) -> None:
    """From the activity, by the link in its details, to the place of its work."""
    choose_activity(window, number)
    qtbot.waitUntil(lambda: way in links(window, "Работа ведётся"))
    click(links(window, "Работа ведётся")[way])


def page_of(window: MainWindow) -> RegisterPage:
    page = window._pages.currentWidget()
    assert isinstance(page, RegisterPage)
    return page


def table_of(window: MainWindow, walk: Walk) -> RegisterTable:
    """The table in which the record of a walk stands: of the page, or of a list in the dialog of one of its records,
    which is opened by Enter unless it is open."""
    page = page_of(window)
    assert page.register.id == walk.page
    owner, tab, title = walk.inside
    if not owner:
        return page.table
    open_ones = [found for found in window.findChildren(RecordDialog) if found.isVisible()]
    if not open_ones:
        mark(page.table, lines_of(page.table)[0] if owner == "*" else owner)
        press(Qt.Key.Key_Return, widget=page.table)
        open_tab(dialog_of(window), tab)
    return list_of(dialog_of(window), title).table


def opened(window: MainWindow, table: RegisterTable, name: str) -> RecordDialog:
    """The dialog of a record, opened by Enter in its table."""
    mark(table, name)
    press(Qt.Key.Key_Return, widget=table)
    return dialog_of(table.window())


def add(window: MainWindow, walk: Walk) -> str:
    """Adds the record by typing; answers what it is called."""
    table = table_of(window, walk)
    before = lines_of(table)
    if walk.inside[0]:
        click(list_of(dialog_of(window), walk.inside[2]).add)
    else:
        click(window.toolbar._buttons["add"])
    dialog = dialog_of(table.window())
    for label, text in walk.typed.items():
        if text == "*":
            text = dialog.form.editors["teacher_id"].itemText(1)
        enter(dialog, label, text)
    press(Qt.Key.Key_Return, widget=dialog._save)
    assert not dialog.isVisible(), [label.text() for label in dialog.form.mistakes.values() if label.text()]
    (name,) = set(lines_of(table)) - set(before)
    return name


def change(table: RegisterTable, name: str, label: str, text: str) -> None:
    """Opens the record, changes one field, saves."""
    mark(table, name)
    press(Qt.Key.Key_Return, widget=table)
    dialog = dialog_of(table.window())
    enter(dialog, label, text)
    click(dialog._save)
    assert not dialog.isVisible()


def link(table: RegisterTable, name: str, number: int) -> None:
    """Opens the record and links it to the activity, by the beginning of its line."""
    mark(table, name)
    press(Qt.Key.Key_Return, widget=table)
    dialog = dialog_of(table.window())
    open_tab(dialog, "Мероприятия")
    served = dialog.findChild(ServedActivities)
    assert served is not None
    (line,) = [
        served.choice.itemText(place)
        for place in range(served.choice.count())
        if served.choice.itemText(place).startswith(f"{number}. ")
    ]
    type_over(served.choice.lineEdit(), line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert [served.list.item(row).text().split(".")[0] for row in range(served.list.count())] == [str(number)]
    dialog.reject()


def close_dialogs(window: MainWindow) -> None:
    for dialog in window.findChildren(RecordDialog):
        if dialog.isVisible():
            dialog.reject()


def find(window: MainWindow, words: str) -> SearchDialog:
    """Opens the search over everything and types."""
    assert choose(window, "Правка", "Найти везде…").shortcut().toString() == "Ctrl+Shift+F"
    (dialog,) = [found for found in window.findChildren(SearchDialog) if found.isVisible()]
    dialog.line.setText(words)
    return dialog


def go_to_hit(dialog: SearchDialog, name: str) -> None:
    """Down to the record of that name, and Enter."""
    for _ in range(dialog.hits.count()):
        if dialog.hits.currentItem().text().split("\n")[0] == name:
            press(Qt.Key.Key_Return, widget=dialog)
            return
        press(Qt.Key.Key_Down, widget=dialog)
    raise AssertionError([dialog.hits.item(row).text() for row in range(dialog.hits.count())])


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk.number}-{walk.register}")
def test_the_row_is_walked(window: MainWindow, qtbot: QtBot, walk: Walk) -> None:
    go_to_work(window, qtbot, walk.number, walk.way)
    name = add(window, walk)
    table = table_of(window, walk)
    before = len(lines_of(table))
    change(table, name, *walk.then)
    link(table, walk.name, walk.number)
    close_dialogs(window)

    choose_activity(window, walk.number)
    qtbot.waitUntil(lambda: walk.name in all_linked(window))

    window.show_page("calendar")
    go_to_hit(find(window, walk.then[1]), walk.name)
    if walk.inside[0]:
        shown = dialog_of(window)
        assert (shown.register.id, walk.name in shown.windowTitle()) == (walk.register, True)
        shown.reject()
    else:
        page = page_of(window)
        assert page.register.id == walk.register
        (chosen,) = page.table.chosen()
        assert page.table.listing.listing.name(page.table.listing.listing.by_id[chosen]) == walk.name

    choose_activity(window, walk.number)
    choose(window, "Правка", "Отменить")
    qtbot.waitUntil(lambda: walk.name not in all_linked(window))
    for _ in ("the change", "the record"):
        choose(window, "Правка", "Отменить")
    dialog = find(window, walk.then[1])
    assert walk.name not in [dialog.hits.item(row).text().split("\n")[0] for row in range(dialog.hits.count())]
    dialog.reject()
    go_to_work(window, qtbot, walk.number, walk.way)
    assert len(lines_of(table_of(window, walk))) == before - 1
    close_dialogs(window)
