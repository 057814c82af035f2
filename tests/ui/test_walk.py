"""Every row of the roadmap is walked in the window: from the activity to the place of its work, a record is written
there, changed, linked, found and taken back step by step."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.by_school.page import BySchoolPage
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import REGISTER_ENTRIES
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.registers.record_table import RecordTable
from roadmap_desktop.ui.registers.served_activities import ServedActivities
from roadmap_desktop.ui.revisions.approve_dialog import ApproveDialog
from roadmap_desktop.ui.revisions.dialog import RevisionsDialog
from roadmap_desktop.ui.search.dialog import SearchDialog
from tests.samples import full_sample_at

from .forms import dialog_of, enter, lines_of, list_of, mark, open_tab, type_over
from .person import choose, click, press, type_text
from .walked_rows import WALKS, Walk


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_sample_at(tmp_path_factory.mktemp("walk") / "район.roadmap")


@pytest.fixture
def sample(district: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(district, tmp_path / "Дорожная карта.roadmap"))


def choose_activity(window: MainWindow, number: int) -> None:
    """Clicks the activity's row in the table."""
    window.show_page("table")
    view, model = window.table.view, window.table.model
    index = model.index(number - 1, model.places["name"])
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


def table_of(window: MainWindow, walk: Walk) -> RecordTable:
    """The table in which the record of a walk stands: of the page, or of a list in the dialog of one of its records,
    which is opened by Enter unless it is open."""
    page = page_of(window)
    assert page.register.id == walk.page
    owner, tab, title = walk.inside
    if not owner:
        return page.view
    open_ones = [found for found in window.findChildren(RecordDialog) if found.isVisible()]
    if not open_ones:
        mark(page.view, lines_of(page.view)[0] if owner == "*" else owner)
        press(Qt.Key.Key_Return, widget=page.view)
        open_tab(dialog_of(window), tab)
    return list_of(dialog_of(window), title).view


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
        choices = dialog.form.editors.get("teacher_id")
        enter(dialog, label, text if text != "*" else choices.itemText(choices.count() - 1))
    press(Qt.Key.Key_Return, widget=dialog._save)
    assert not dialog.isVisible(), [label.text() for label in dialog.form.mistakes.values() if label.text()]
    (name,) = set(lines_of(table)) - set(before)
    return name


def change(table: RecordTable, name: str, label: str, text: str) -> None:
    """Opens the record, changes one field, saves."""
    mark(table, name)
    press(Qt.Key.Key_Return, widget=table)
    dialog = dialog_of(table.window())
    enter(dialog, label, text)
    click(dialog._save)
    assert not dialog.isVisible()


def link(table: RecordTable, name: str, number: int) -> None:
    """Opens the record and links it to the activity, by the beginning of its line."""
    mark(table, name)
    press(Qt.Key.Key_Return, widget=table)
    dialog = dialog_of(table.window())
    open_tab(dialog, "Мероприятия")
    served = dialog.findChild(ServedActivities)
    assert served is not None
    choice = served.choice
    assert choice is not None
    lines = [choice.itemText(place) for place in range(choice.count())]
    (line,) = [text for text in lines if text.startswith(f"{number}. ")]
    type_over(choice.lineEdit(), line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert [served.table.item(row, 0).text() for row in range(served.table.rowCount())] == [str(number)]
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
    added = add(window, walk)
    name = walk.name or added
    table = table_of(window, walk)
    before = len(lines_of(table))
    change(table, added, *walk.then)
    link(table, name, walk.number)
    close_dialogs(window)

    choose_activity(window, walk.number)
    qtbot.waitUntil(lambda: name in all_linked(window))

    window.show_page("calendar")
    go_to_hit(find(window, walk.then[1]), name)
    if walk.inside[0]:
        shown = dialog_of(window)
        assert (shown.register.id, name in shown.windowTitle()) == (walk.register, True)
        shown.reject()
    else:
        page = page_of(window)
        assert page.register.id == walk.register
        (chosen,) = page.view.chosen()
        assert page.model.listing.name(page.model.listing.by_id[chosen]) == name

    choose_activity(window, walk.number)
    choose(window, "Правка", "Отменить")
    qtbot.waitUntil(lambda: name not in all_linked(window))
    for _ in ("the change", "the record"):
        choose(window, "Правка", "Отменить")
    dialog = find(window, walk.then[1])
    assert name not in [dialog.hits.item(row).text().split("\n")[0] for row in range(dialog.hits.count())]
    dialog.reject()
    go_to_work(window, qtbot, walk.number, walk.way)
    assert len(lines_of(table_of(window, walk))) == before - 1
    close_dialogs(window)


def test_the_fifth_row_is_walked_through_the_revisions(window: MainWindow, qtbot: QtBot) -> None:
    go_to_work(window, qtbot, 5, "Редакции плана")
    dialog = revisions_of(window)
    click(button(dialog, "Утвердить редакцию…"))
    (asking,) = dialog.findChildren(ApproveDialog)
    type_text("777", asking.order)
    click(button(asking, "Утвердить"))
    assert dialog.table.item(0, 1).text() == "№ 777"
    dialog.reject()
    window.table.edit_field(window.selection.ids[0], "due_text")
    type_over(window.focusWidget(), "ноябрь 2020 года", Qt.Key.Key_Return)
    choose(window, "Файл", "Редакции…")
    dialog = revisions_of(window)
    dialog.table.selectRow(0)
    click(button(dialog, "Сравнить с планом"))
    name = dialog.table.rows[0].name
    shown = [table for table in window.findChildren(QTableWidget) if table.objectName() == "differences"]
    assert "ноябрь 2020 года" in {
        table.item(row, column).text()
        for table in shown
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    }
    for opened in window.findChildren(QDialog):
        opened.reject()
    go_to_hit(find(window, "777"), name)
    qtbot.waitUntil(lambda: [row.name for row in revisions_of(window).table.chosen] == [name])
    revisions_of(window).reject()
    for _ in ("the due", "the revision"):
        choose(window, "Правка", "Отменить")
    found = find(window, "777")
    assert found.hits.count() == 0
    found.reject()


def revisions_of(window: MainWindow) -> RevisionsDialog:
    (dialog,) = [found for found in window.findChildren(RevisionsDialog) if found.isVisible()]
    return dialog


def test_the_eleventh_row_is_walked_by_schools(window: MainWindow, qtbot: QtBot) -> None:
    def told() -> list[str]:
        return [one.text() for one in window.details.findChildren(QPushButton) if "выполнили" in one.text()]

    choose_activity(window, 11)
    qtbot.waitUntil(lambda: len(told()) == 1)
    before = told()
    go_to_work(window, qtbot, 11, "По школам")
    page = window._pages.currentWidget()
    assert isinstance(page, BySchoolPage)
    last = page.view.matrix.columnCount() - 2
    page.view.setCurrentIndex(page.view.matrix.index(10, last))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space):
        press(key, widget=page.view)
    assert page.view.matrix.index(10, last).data() == "✓ есть\n06.10.2020"
    choose_activity(window, 11)
    qtbot.waitUntil(lambda: told() != before)
    for _ in ("the mark", "the emptied cell"):
        choose(window, "Правка", "Отменить")
    # The marks are undone where they stand.
    assert window._pages.currentWidget() is page
    choose_activity(window, 11)
    qtbot.waitUntil(lambda: told() == before)
    eleventh = window.table.model.rows[10]
    go_to_hit(find(window, "сопровожд неуспев"), f"11. {eleventh.name}")
    assert window.selection.ids == (eleventh.id,)


def button(dialog: QDialog, words: str) -> QPushButton:
    (found,) = [
        one for one in dialog.findChildren(QPushButton) if one.text() == words and one.window() is dialog
    ]
    return found


def test_the_window_stays_as_wide_as_the_screen_whatever_pages_were_looked_at(window: MainWindow) -> None:
    for entry in REGISTER_ENTRIES:
        window.show_page(entry.page)
    choose_activity(window, 3)
    assert window.width() == 1366
    assert window.minimumSizeHint().width() <= 1366
