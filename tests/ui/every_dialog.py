"""Every dialog of the window, opened as a person opens it: by the menus, by the buttons and right-hand menus of pages
and records, and from dialogs by theirs. Whatever asks for more says so by «…» in its words."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
)
from shiboken6 import isValid

from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.revisions import approve
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.registers import own_dialogs
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.model import TableModel
from tests.operations.made_lists import workbook
from tests.ui.copies import at, copy_of, note
from tests.ui.person import press

# Begins a print at once, or asks the system which printer.
_LEFT = ("Печать…", "Напечатать…")
# The kind of window and the words of a button that was clicked in it.
_SEEN = set[tuple[type, str]]


def settle() -> None:
    """What is laid out may have others laid out anew."""
    for _ in range(3):
        QApplication.processEvents()


def tabs_of(dialog: QDialog) -> Iterator[None]:
    """Shows each tab of a dialog; once where it has none."""
    tabs = dialog.findChild(QTabWidget)
    for index in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(index)
        settle()
        yield


def every_dialog(window: MainWindow, path: Path) -> Iterator[QDialog]:
    """Each, open, as often as it is come upon in another way; closed again when the next is asked for. ``path``: the
    file that the window shows."""
    seen: _SEEN = set()
    plan = window.document.plan
    assert plan is not None
    theirs = copy_of(path, "Вера")
    note(theirs, 3, "от Веры")
    at(theirs, 5, activities.delete_activities)
    window.document.execute(
        lambda file: activities.set_field(file, plan, [plan.activities[2].id], "note", "моё")
    )
    window.document.execute(lambda file: approve(file, "Утверждённый план", "5"))
    ways: list[Callable[[], Iterator[QDialog]]] = [
        lambda: _by_actions(window.findChildren(QAction), seen),
        lambda: _of_pages(window, seen),
        lambda: _of_records(window, seen),
        lambda: _of_files(window, theirs, seen),
    ]
    window.selection.choose([plan.activities[0].id])
    for way in ways:
        yield from way()


def _opened(before: QDialog | None, seen: _SEEN) -> Iterator[QDialog]:
    """What has opened over ``before``, and what opens over that."""
    while (dialog := QApplication.activeModalWidget()) not in (None, before):
        assert isinstance(dialog, QDialog)
        if not isinstance(dialog, QFileDialog | QPrintDialog):
            for view in dialog.findChildren(QTableView):
                choose_first(view)
            settle()
            yield dialog
            for _ in tabs_of(dialog):
                yield from _by_buttons(dialog, seen)
        dialog.hide()
        settle()


def _by_actions(actions: list[QAction], seen: _SEEN) -> Iterator[QDialog]:
    for action in actions:
        # Menus that are filled anew have thrown away what stood in them.
        if isValid(action) and action.text().endswith("…") and action.isEnabled():
            action.trigger()
            settle()
            yield from _opened(None, seen)


def _by_buttons(place: QDialog | MainWindow, seen: _SEEN) -> Iterator[QDialog]:
    over = place if isinstance(place, QDialog) else None
    for button in place.findChildren(QAbstractButton):
        words = button.text()
        wanted = words.endswith("…") and words not in _LEFT and (type(place), words) not in seen
        if wanted and button.isVisible() and button.isEnabled():
            seen.add((type(place), words))
            button.click()
            settle()
            yield from _opened(over, seen)


def _of_pages(window: MainWindow, seen: _SEEN) -> Iterator[QDialog]:
    for name in PAGES:
        window.show_page(name)
        settle()
        page = window._pages.current
        views = [one for one in page.findChildren(QTableView) if one.isVisible()]
        if name == "month_plan" and choose_first(views[0]):
            # Everything of the month is done: now something is left to be carried over.
            press(Qt.Key.Key_Space, widget=views[0])
            settle()
        for view in views:
            view.selectAll()
        yield from _by_buttons(window, seen)
        for view in views:
            yield from _by_right_hand(view, seen)
        if name == "by_school":
            press(Qt.Key.Key_Return, widget=views[0])
            yield from _opened(None, seen)
        if name == "schools":
            QApplication.clipboard().setText("Краткое название\tОбучающихся\nСОШ № 99\tмного\n")
            window._actions["paste"].trigger()
            yield from _opened(None, seen)


def choose_first(view: QTableView) -> bool:
    """Chooses the first row that is no heading. Returns whether there is one."""
    model = view.model()
    for row in range(model.rowCount()):
        if not (isinstance(model, TableModel) and isinstance(model.rows[row], Caption)):
            view.setCurrentIndex(model.index(row, 1))
            view.selectRow(row)
            return True
    return False


def _by_right_hand(view: QTableView, seen: _SEEN) -> Iterator[QDialog]:
    """What the menu of the right button asks: it is opened again for each of its entries."""
    asked: set[str] = set()
    while True:
        choose_first(view)
        index = view.currentIndex()
        view.customContextMenuRequested.emit(
            view.visualRect(index).center() if index.isValid() else QPoint(5, 5)
        )
        menu = QApplication.activePopupWidget()
        # One after another: what opens beneath the next may throw away what stood beneath the last.
        entries = _in(menu) if isinstance(menu, QMenu) else iter(())
        asking = (one for one in entries if one.isEnabled() and one.text().endswith("…"))
        entry = next((one for one in asking if one.text() not in asked), None)
        if entry is not None:
            asked.add(entry.text())
            entry.trigger()
        if menu is not None:
            menu.close()
        settle()
        if entry is None:
            return
        yield from _opened(None, seen)


def _in(menu: QMenu) -> Iterator[QAction]:
    """Its entries, and those of what opens beneath them."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        beneath = action.menu()
        if isinstance(beneath, QMenu):
            yield from _in(beneath)
        else:
            yield action


def _of_records(window: MainWindow, seen: _SEEN) -> Iterator[QDialog]:
    for register in REGISTERS:
        nothing = Listing(register, (), {})
        listing = window.document.query(lambda file, one=register: read_listing(file, one), nothing)
        for key in ("", *(row.id for row in listing.rows[:1])):
            own_dialogs.open_record(window.document, BY_ID[register.id], key, window)
            yield from _opened(None, seen)


def _of_files(window: MainWindow, theirs: Path, seen: _SEEN) -> Iterator[QDialog]:
    """What asks for a file first."""
    window.copies.merge_with([theirs])
    yield from _opened(None, seen)
    window.copies.compare_with(theirs, "Копия")
    yield from _opened(None, seen)
    table = theirs.with_name("список.xlsx")
    teachers = BY_ID["teachers"]
    listing = window.document.query(lambda file: read_listing(file, teachers), Listing(teachers, (), {}))
    known = [listing.rows[0].name, "99"]
    table.write_bytes(workbook((["ФИО", "Стаж"], known, ["Рыбин Р. Р.", "много"])))
    window.importing.start(table)
    yield from _opened(None, seen)
    window.show_page("teachers")
    settle()
    take = [
        one
        for one in window.findChildren(QPushButton)
        if one.text() == "Взять из списка…" and one.isEnabled()
    ]
    take[0].click()
    for asking in window.findChildren(QFileDialog):
        if asking.isVisible():
            asking.fileSelected.emit(str(table))
            asking.close()
    settle()
    yield from _opened(None, seen)
    window._actions["revisions"].trigger()
    settle()
    revisions = QApplication.activeModalWidget()
    assert isinstance(revisions, QDialog)
    for view in revisions.findChildren(QTableView):
        choose_first(view)
    (compare,) = [one for one in revisions.findChildren(QPushButton) if one.text() == "Сравнить с планом"]
    compare.click()
    settle()
    yield from _opened(revisions, seen)
    revisions.hide()
