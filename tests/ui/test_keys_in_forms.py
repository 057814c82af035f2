"""Escape and Enter where a person presses them: in forms, lists and the search."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.registers.by_school import Cell, set_cells
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.related_list import RelatedList
from tests.ui.person import click, press, type_text
from tests.ui.test_registers import add, dialog_of, page_of


def open_school(window: MainWindow, key: str = "") -> None:
    page_of(window, "schools").open_record(key or add(window, "schools", name="СОШ № 1"))
    dialog_of(window).activateWindow()
    QApplication.processEvents()


def test_escape_closes_a_form_in_which_nothing_was_typed(window: MainWindow) -> None:
    key = add(window, "schools", name="СОШ № 1")
    for name in ("name", "kind", "pupils"):
        open_school(window, key)
        dialog = dialog_of(window)
        dialog.form.editors[name].setFocus()
        press(Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name


def test_escape_takes_back_what_was_typed_before_it_closes(window: MainWindow) -> None:
    open_school(window)
    dialog = dialog_of(window)
    name = dialog.form.editors["name"]
    name.setFocus()
    type_text(" имени")
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert name.value() == "СОШ № 1"
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_on_the_link_adds_and_the_caret_waits_in_the_first_empty_field(window: MainWindow) -> None:
    open_school(window)
    school = dialog_of(window)
    school.tabs.setCurrentIndex(1)
    assert school.tabs.tabBar().hasFocus()
    (zones,) = [one for one in school.findChildren(RelatedList) if "проблемную зону" in one.add.text()]
    zones.add.setFocus()
    press(Qt.Key.Key_Return)
    made = dialog_of(window)
    made.activateWindow()
    QApplication.processEvents()
    assert made is not school
    assert school.isVisible()
    assert QApplication.focusWidget() is made.form.editors["name"]


def test_a_search_does_not_keep_from_the_calendar_and_escape_clears_it(window: MainWindow) -> None:
    search = window.toolbar.search
    search.setFocus()
    type_text("школ")
    window.show_page("calendar")
    assert window._pages.current_name == "calendar"
    window.show_page("table")
    assert search.text() == "школ"
    click(search)
    press(Qt.Key.Key_Escape)
    assert search.text() == ""


def test_what_a_school_has_done_stands_by_the_numbers_of_the_activities(window: MainWindow) -> None:
    key = add(window, "schools", name="СОШ № 1")
    plan = window.document.plan
    assert plan is not None
    for number in (10, 2, 9):
        place = (plan.activities[number - 1].id, key)
        window.document.execute(
            lambda file, place=place: set_cells(file, [place], Cell(State.DONE, None, ""))
        )
    open_school(window, key)
    school = dialog_of(window)
    school.tabs.setCurrentIndex([school.tabs.tabText(at) for at in range(7)].index("Мероприятия"))
    (done,) = [one for one in school.findChildren(RelatedList) if one.register.id == "progress"]
    model = done.model
    told = [model.text(row, model.cells.register.field("activity_id")) for row in model.rows]
    assert told == [plan.activities[number - 1].name for number in (2, 9, 10)]
