"""A register's table: several records edited at once, going from cell to cell, keeping its place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.related_list import RelatedList
from tests.ui.person import choose, click
from tests.ui.test_registers import add, dialog_of, fill, page_of, texts


def column(page: RegisterPage, name: str) -> list[str]:
    model = page.model
    return [model.text(row, model.cells.register.field(name)) for row in model.rows]


def edit(page: RegisterPage, row: int, name: str) -> QWidget:
    """Opens the editor of a cell."""
    table = page.view
    place = page.model.places[name]
    table.selectionModel().setCurrentIndex(
        page.model.index(row, place), table.selectionModel().SelectionFlag.NoUpdate
    )
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor: QWidget = table.editing.editor
    return editor


def three_schools(window: MainWindow) -> RegisterPage:
    for number in (1, 2, 3):
        add(window, "schools", name=f"СОШ № {number}")
    return page_of(window, "schools")


def test_an_edit_changes_the_cell_that_was_opened_though_others_are_marked(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectAll()
    editor = edit(page, 1, "pupils")
    editor.setText("310")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert column(page, "pupils") == ["", "310", ""]
    choose(window, "Правка", "Отменить")
    assert column(page, "pupils") == [""] * 3


def test_tab_goes_on_to_the_next_cell_though_the_record_stands_elsewhere_then(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectRow(0)
    editor = edit(page, 0, "name")
    editor.setPlainText("Ястребовская СОШ")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert texts(page)[-1] == "Ястребовская СОШ"
    index = page.view.currentIndex()
    assert (index.row(), page.model.columns[index.column()].name) == (2, "kind")


def test_the_place_is_kept_when_something_else_changes(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectRow(1)
    chosen = page.view.chosen()
    add(window, "teachers", name="Образцова А. А.")
    page_of(window, "schools")
    choose(window, "Правка", "Отменить")
    assert page.view.chosen() == chosen


def test_what_cannot_be_is_refused_and_the_cell_keeps_its_value(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectRow(0)
    editor = edit(page, 0, "pupils")
    editor.setText("много")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    (box,) = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert "не целое число" in box.text()
    box.close()
    assert column(page, "pupils") == [""] * 3


def test_what_was_typed_in_the_form_is_asked_about_before_it_is_lost(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1")
    page = page_of(window, "schools")
    page.open_record(school)
    dialog = dialog_of(window)
    fill(dialog, head="Образцова А. А.")
    dialog.reject()
    (box,) = [found for found in dialog.findChildren(QMessageBox) if found.isVisible()]
    (save,) = [button for button in box.buttons() if button.text() == "Сохранить"]
    click(save)
    assert not dialog.isVisible()
    assert column(page, "head") == ["Образцова А. А."]


def test_a_list_of_steps_tells_how_many_are_done(window: MainWindow) -> None:
    meeting = add(window, "meetings", name="Итоги четверти")
    page_of(window, "meetings").open_record(meeting)
    dialog = dialog_of(window)
    dialog.tabs.setCurrentIndex(1)
    (decisions,) = dialog.findChildren(RelatedList)
    assert decisions.title.text() == "Решения"
    for name, state in (("Провести пробник", State.DONE), ("Собрать отчёты", State.IN_WORK)):
        click(decisions.add)
        inner = next(one for one in dialog.findChildren(type(dialog)) if one.isVisible())
        fill(inner, name=name)
        inner.form.editors["state"].set_value(state)
        click(inner._save)
    assert decisions.title.text() == "Решения — выполнено 1 из 2"
