"""Registers are like the plan: menu entries, keys and the menu of the right mouse button for what is done with rows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.table.view import TableView
from tests.ui.forms import dialog_of, enter, list_of, open_tab
from tests.ui.person import choose, click, press
from tests.ui.printing.conftest import printed
from tests.ui.test_registers import add, page_of, texts


def menu_of(table: TableView) -> dict[str, bool]:
    """The entries of the menu of the right mouse button, and whether they can be chosen."""
    return {
        action.text().split("\t")[0]: action.isEnabled()
        for action in open_menu(table).actions()
        if action.text()
    }


def open_menu(table: TableView) -> QMenu:
    index = table.currentIndex()
    at = table.visualRect(index).center() if index.isValid() else QPoint(5, 5)
    table.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose_in_menu(table: TableView, entry: str) -> None:
    menu = open_menu(table)
    (action,) = [one for one in menu.actions() if one.text().split("\t")[0] == entry]
    assert action.isEnabled()
    action.trigger()
    menu.close()


def school(window: MainWindow, *names: str) -> RegisterPage:
    for name in names or ("СОШ № 1",):
        add(window, "schools", name=name, head="Образцова А. А.", pupils="310")
    page = page_of(window, "schools")
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(0, 0))
    return page


def test_the_menu_of_a_register_has_what_that_of_the_plan_has(window: MainWindow) -> None:
    page = school(window, "СОШ № 1", "СОШ № 2")
    offered = menu_of(page.view)
    QApplication.activePopupWidget().close()
    expected = ["Изменить", "Открыть", "Добавить школу", "Создать похожее", "Удалить"]
    expected += ["Копировать строки", "Вставить строки", "Печать выбранного…"]
    assert [text for text in offered if text in expected] == expected
    assert all(offered.values())


def test_without_a_marked_row_only_adding_and_pasting_are_offered(window: MainWindow) -> None:
    page = school(window)
    page.view.clearSelection()
    offered = menu_of(page.view)
    QApplication.activePopupWidget().close()
    assert [text for text, possible in offered.items() if possible] == ["Добавить школу", "Вставить строки"]


def test_the_menu_edit_acts_on_the_page_that_is_shown(window: MainWindow) -> None:
    activities = len(window.table.model.rows)
    page = school(window, "СОШ № 1", "СОШ № 2")
    choose(window, "Правка", "Удалить")
    assert texts(page) == ["СОШ № 2"]
    assert window.status.text == "Удалено: школа «СОШ № 1». Отменить: Ctrl+Z"
    assert len(window.table.model.rows) == activities
    choose(window, "Правка", "Отменить")
    choose(window, "Правка", "Выделить все")
    choose(window, "Правка", "Копировать строки")
    assert "СОШ № 2" in QApplication.clipboard().text()
    assert window.status.text == "Скопировано: 2 школы."
    with pytest.raises(AssertionError):
        choose(window, "Мероприятие", "Выше")


def test_the_menu_calls_adding_by_what_the_page_adds(window: MainWindow) -> None:
    school(window)
    choose(window, "Правка", "Добавить школу")
    assert dialog_of(window).windowTitle() == "Новая запись — школа"
    dialog_of(window).close()
    window.show_page("table")
    assert window._actions["add"].text() == "Добавить мероприятие"
    window.show_page("month_plan")
    assert window._actions["add"].text() == "Добавить дело"


def test_a_record_like_another_begins_with_its_values_and_the_caret_in_the_name(window: MainWindow) -> None:
    page = school(window)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, page.view)
    dialog = dialog_of(window)
    assert dialog.focusWidget() is dialog.form.editors["name"]
    assert dialog._said.text() == ""
    enter(dialog, "Краткое название", "СОШ № 2")
    click(dialog._save)
    assert texts(page) == ["СОШ № 1", "СОШ № 2"]
    assert [row.pupils for row in page.model.rows] == [310, 310]
    choose(window, "Правка", "Отменить")
    assert texts(page) == ["СОШ № 1"]


def test_a_record_like_another_that_is_not_saved_leaves_nothing(window: MainWindow) -> None:
    page = school(window)
    before = window.document.undo_state
    choose_in_menu(page.view, "Создать похожее")
    press(Qt.Key.Key_Escape, widget=dialog_of(window))
    assert texts(page) == ["СОШ № 1"]
    assert window.document.undo_state == before


def test_what_became_of_a_task_is_not_copied(window: MainWindow) -> None:
    values = {"name": "Собрать отчёты", "reason": "не хватило дня"}
    window.document.execute(lambda file: registers.add_record(file, BY_ID["tasks"], values)[1])
    page = page_of(window, "tasks")
    page.view.setCurrentIndex(page.model.index(0, 0))
    choose_in_menu(page.view, "Создать похожее")
    shown = dialog_of(window).form
    assert (shown.kept("name"), shown.kept("reason")) == ("Собрать отчёты", "")


def test_the_marked_rows_are_printed(window: MainWindow, tmp_path: Path) -> None:
    page = school(window, "СОШ № 1", "СОШ № 2", "СОШ № 3")
    page.view.choose([row.id for row in page.model.rows[1:]])
    choose_in_menu(page.view, "Печать выбранного…")
    (dialog,) = [found for found in window.findChildren(PrintDialog) if found.isVisible()]
    paper = printed(dialog, tmp_path)
    assert [name for name in ("СОШ № 1", "СОШ № 2", "СОШ № 3") if name in paper] == ["СОШ № 2", "СОШ № 3"]
    assert "Показано" not in paper


def test_a_list_in_a_dialog_has_the_keys_and_the_menu_too(window: MainWindow) -> None:
    page = school(window)
    page.open_record(page.model.rows[0].id)
    dialog = dialog_of(window)
    open_tab(dialog, "Педагоги")
    teachers = list_of(dialog, "Педагоги")
    press(Qt.Key.Key_Insert, widget=teachers.view)
    enter(dialog_of(dialog), "Фамилия, имя, отчество", "Учителева А. А.")
    click(dialog_of(dialog)._save)
    teachers.view.setCurrentIndex(teachers.model.index(0, 0))
    choose_in_menu(teachers.view, "Создать похожее")
    assert dialog_of(dialog).form.kept("name") == "Учителева А. А."
    dialog_of(dialog).close()
    choose_in_menu(teachers.view, "Удалить")
    assert teachers.model.rows == []


def test_the_papers_of_a_teacher_are_in_the_menu(window: MainWindow) -> None:
    add(window, "teachers", name="Учителева А. А.")
    page = page_of(window, "teachers")
    page.view.setCurrentIndex(page.model.index(0, 0))
    menu = open_menu(page.view)
    (papers,) = [inner for inner in menu.findChildren(QMenu) if inner.title() == "Документы"]
    (sheet,) = [action for action in papers.actions() if action.text() == "Лист самооценки…"]
    sheet.trigger()
    menu.close()
    (dialog,) = [found for found in window.findChildren(PrintDialog) if found.isVisible()]
    assert dialog.form.report.id == "assessment"
    assert dialog.form.choices["record"] == page.model.rows[0].id


def test_an_edit_and_the_delete_key_are_those_of_the_cell_while_it_is_typed_in(window: MainWindow) -> None:
    page = school(window)
    press(Qt.Key.Key_F2, widget=page.view)
    editor = page.view.editing.editor
    QTest.keyClick(editor, Qt.Key.Key_Home)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert texts(page) == ["ОШ № 1"]
