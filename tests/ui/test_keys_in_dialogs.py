"""The same keys do the same in every list and table that is not the program's own one: those of the dialogs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QListView,
    QPushButton,
    QTableView,
    QTreeView,
    QWidget,
)

from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.file_history import change_count
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.table.view import TableView
from tests.samples import full_sample_at

from .every_dialog import OPENERS, every_class, opened, tabs_of
from .keyboard import hit, write
from .shown_tables import hold
from .test_same_keys import PAGES as OWN_PAGES

pytestmark = pytest.mark.usefixtures("first_start")
Key, Held = Qt.Key, Qt.KeyboardModifier
LEAVING = ("Отмена", "Закрыть", "Позже", "Пропустить")
_CTRL, _NONE = Held.ControlModifier, Held.NoModifier


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_sample_at(tmp_path_factory.mktemp("keys") / "район.roadmap")


@pytest.fixture
def sample(district: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(district, tmp_path / "Дорожная карта.roadmap"))


def test_every_dialog_of_the_program_is_among_those_looked_at() -> None:
    assert {name.partition(":")[0] for name in OPENERS} == {one.__name__ for one in every_class()}


@pytest.fixture(params=list(OPENERS))
def dialog(request: pytest.FixtureRequest, window: MainWindow, tmp_path: Path) -> QDialog:
    return opened(window, tmp_path, request.param)


def views_in(dialog: QDialog) -> Iterator[QAbstractItemView]:
    """Each list and table of Qt's in which something stands, with its first row current."""
    for _tab in tabs_of(dialog):
        QApplication.processEvents()
        for view in dialog.findChildren(QAbstractItemView):
            is_other = isinstance(view, (TableView, QHeaderView)) or view.window() is not dialog
            if is_other or not view.isVisible() or not view.isEnabled() or not view.model().rowCount():
                continue
            view.setFocus()
            if not view.currentIndex().isValid():
                hit(Key.Key_Home)
            yield view


def number_of_edits(window: MainWindow) -> int:
    return window.document.query(change_count, 0)


def is_within(widget: QWidget | None, view: QAbstractItemView) -> bool:
    return widget is not None and widget is not view and view.isAncestorOf(widget)


def editable(view: QAbstractItemView) -> bool:
    """Makes the first cell current that can be edited, if there is one."""
    if not view.editTriggers() & QAbstractItemView.EditTrigger.EditKeyPressed:
        return False
    model = view.model()
    for row in range(min(model.rowCount(), 5)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount()):
            if model.index(row, column).flags() & Qt.ItemFlag.ItemIsEditable:
                view.setCurrentIndex(model.index(row, column))
                return True
    return False


def test_the_same_keys_do_the_same(dialog: QDialog, window: MainWindow) -> None:
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    for view in views_in(dialog):
        edits = number_of_edits(window)
        arrows_move_and_tab_goes_on_and_comes_back(view)
        all_that_is_marked_is_copied(view)
        if editable(view):
            a_cell_opens_and_escape_leaves_it_as_it_was(view)
        assert number_of_edits(window) == edits
        for key in (Key.Key_Delete, Key.Key_Insert):
            a_held_key_does_one_thing(view, key, window)
        assert closed == []
    if next(views_in(dialog), None) is not None:
        edits = number_of_edits(window)
        hit(Key.Key_Escape)
        assert (closed, number_of_edits(window)) == ([0], edits)


def test_enter_on_the_button_that_leaves_a_dialog_leaves_it_and_does_nothing_else(
    dialog: QDialog, window: MainWindow
) -> None:
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    edits = number_of_edits(window)
    leaving = [one for one in dialog.findChildren(QPushButton) if one.text() in LEAVING and one.isVisible()]
    for button in leaving[:1]:
        button.setFocus()
        hit(Key.Key_Return)
        assert (closed, number_of_edits(window)) == ([0], edits)


def test_enter_goes_through_the_tour(window: MainWindow, tmp_path: Path) -> None:
    tour = opened(window, tmp_path, "TourDialog")
    titles = []
    while tour.isVisible() and len(titles) < 9:
        titles.append(tour.title.text())
        hit(Key.Key_Return)
    assert len(titles) == len(set(titles)) == 3


@pytest.mark.parametrize("name", OPENERS)
def test_a_dialog_that_was_closed_has_nothing_to_say_to_what_is_done_afterwards(
    window: MainWindow, tmp_path: Path, name: str
) -> None:
    dialog = opened(window, tmp_path, name)
    while isinstance(dialog, QDialog):
        dialog.done(QDialog.DialogCode.Rejected)
        dialog.hide()
        dialog = QApplication.activeModalWidget()
    # As the loop of events does, which tests have not.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    plan = window.document.plan
    assert plan is not None
    key = plan.activities[1].id
    window.document.execute(lambda file: activities.set_field(file, plan, [key], "note", "после окна"))
    QApplication.processEvents()


def arrows_move_and_tab_goes_on_and_comes_back(view: QAbstractItemView) -> None:
    for key in (Key.Key_Home, Key.Key_Down, Key.Key_Up, Key.Key_End):
        hit(key)
        assert QApplication.focusWidget() is view
    hit(Key.Key_Tab)
    assert QApplication.focusWidget() is not view
    hit(Key.Key_Backtab, Held.ShiftModifier)
    assert QApplication.focusWidget() is view


def all_that_is_marked_is_copied(view: QAbstractItemView) -> None:
    hit(Key.Key_A, _CTRL)
    is_tree = isinstance(view, QTreeView)
    marked = [
        str(index.data() or "")
        for index in view.selectedIndexes()
        if not view.isIndexHidden(index)
        and not (is_tree and view.model().hasChildren(index.siblingAtColumn(0)))
    ]
    QApplication.clipboard().clear()
    hit(Key.Key_C, _CTRL)
    copied = _words(QApplication.clipboard().text())
    assert [one for one in marked if _words(one) not in copied] == []
    assert copied or not any(marked)


def _words(text: str) -> str:
    return " ".join(text.replace('"', "").split())


def a_cell_opens_and_escape_leaves_it_as_it_was(view: QAbstractItemView) -> None:
    index = view.currentIndex()
    before = index.data()
    for begin in (lambda: hit(Key.Key_F2), lambda: hit(Key.Key_Return), lambda: write("щ")):
        begin()
        assert is_within(QApplication.focusWidget(), view), view.accessibleName()
        hit(Key.Key_Escape)
        assert QApplication.focusWidget() is view
        assert (view.currentIndex(), index.data()) == (index, before)
    hit(Key.Key_F2)
    hit(Key.Key_Return)
    assert QApplication.focusWidget() is view
    hit(Key.Key_F2)
    hit(Key.Key_Tab)
    assert is_within(QApplication.focusWidget(), view) == (view.currentIndex() != index)
    if is_within(QApplication.focusWidget(), view):
        hit(Key.Key_Escape)
    assert QApplication.focusWidget() is view


def a_held_key_does_one_thing(view: QAbstractItemView, key: Qt.Key, window: MainWindow) -> None:
    """Something is written, or asked, or nothing happens; whatever it was is taken back."""
    dialog = view.window()
    edits, shown = number_of_edits(window), len(_shown())
    hit(key)
    if QApplication.focusWidget() is view:
        hold(key, _NONE)
    assert number_of_edits(window) - edits + len(_shown()) - shown <= 1
    while (over := QApplication.activeModalWidget()) is not None and over is not dialog:
        over.close()
        QApplication.processEvents()
    dialog.activateWindow()
    view.setFocus()
    if number_of_edits(window) > edits:
        window.document.execute(history.undo)


def _shown() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_every_table_of_a_page_is_one_that_the_keys_are_tried_on(window: MainWindow) -> None:
    tables = {}
    for name in PAGES:
        window.show_page(name)
        QApplication.processEvents()
        found = [one for one in window._pages.currentWidget().findChildren(TableView) if one.isVisible()]
        if found:
            tables[name] = len(found)
    assert tables == dict.fromkeys([*OWN_PAGES, "history"], 1)


def test_what_is_only_read_is_copied_and_left_alone(window: MainWindow) -> None:
    window.activateWindow()
    for name in ("overview", "history"):
        window.show_page(name)
        QApplication.processEvents()
        page = window._pages.currentWidget()
        views = [one for one in page.findChildren(QTableView) if one.isVisible()]
        edits = number_of_edits(window)
        for view in views:
            view.setFocus()
            view.selectRow(0)
            hit(Key.Key_C, _CTRL)
            first = str(view.model().index(0, 0).data() or "")
            assert first in QApplication.clipboard().text(), name
            for key in (Key.Key_Delete, Key.Key_F2):
                hit(key)
                assert QApplication.focusWidget() is view
            write("щ")
            assert QApplication.focusWidget() is view
            hit(Key.Key_Tab)
            assert QApplication.focusWidget() is not view
        assert views
        assert number_of_edits(window) == edits
