"""A record that was entered twice is joined from the menu of its row."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QRadioButton

from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.join_dialog import JoinDialog
from roadmap_desktop.ui.registers.page import RegisterPage
from tests.ui.person import choose, click
from tests.ui.registers.test_row_commands import choose_in_menu
from tests.ui.test_registers import add, page_of, texts


def twice(window: MainWindow) -> RegisterPage:
    add(window, "schools", name="СОШ № 1", head="Образцова А. А.")
    add(window, "schools", name="МБОУ СОШ № 1", head="Учителева Б. Б.", pupils="310")
    add(window, "teachers", name="Ромашкина В. В.", school_id="МБОУ СОШ № 1")
    page = page_of(window, "schools")
    page.view.choose([row.id for row in page.model.rows if row.name == "СОШ № 1"])
    return page


def shown(window: MainWindow) -> JoinDialog:
    (dialog,) = [found for found in window.findChildren(JoinDialog) if found.isVisible()]
    return dialog


def pick(dialog: JoinDialog, text: str) -> None:
    (button,) = [one for one in dialog.findChildren(QRadioButton) if one.text() == text]
    # At its mark: beside the words nothing is pressed.
    click(button, QPoint(8, button.height() // 2))


def test_the_one_that_is_called_alike_is_offered_and_what_differs_is_chosen(window: MainWindow) -> None:
    page = twice(window)
    choose_in_menu(page.view, "Объединить с…")
    dialog = shown(window)
    assert (dialog.stays.text(), dialog.other.currentText()) == ("СОШ № 1", "МБОУ СОШ № 1")
    assert "К первой перейдёт всё, что связано со второй: 1 связь." in dialog.said.text()
    dialog.other.lineEdit().setFocus()
    pick(dialog, "Учителева Б. Б.")
    click(dialog.join)
    assert not dialog.isVisible()
    assert texts(page) == ["СОШ № 1"]
    assert [(row.head, row.pupils) for row in page.model.rows] == [("Учителева Б. Б.", 310)]
    assert window.status.text == "Объединено в «СОШ № 1». Отменить: Ctrl+Z"
    teachers = page_of(window, "teachers")
    assert teachers.model.text(teachers.model.rows[0], teachers.register.field("school_id")) == "СОШ № 1"
    choose(window, "Правка", "Отменить")
    assert len(texts(page_of(window, "schools"))) == 2


def test_the_other_one_can_stay(window: MainWindow) -> None:
    page = twice(window)
    choose_in_menu(page.view, "Объединить с…")
    dialog = shown(window)
    click(dialog.swap)
    click(dialog.join)
    assert [(row.name, row.head) for row in page.model.rows] == [("МБОУ СОШ № 1", "Учителева Б. Б.")]


def test_two_marked_rows_are_the_two_that_are_joined(window: MainWindow) -> None:
    page = twice(window)
    add(window, "schools", name="СОШ № 1 г. Образца")
    page.view.choose([row.id for row in page.model.rows if row.name != "МБОУ СОШ № 1"])
    choose_in_menu(page.view, "Объединить…")
    dialog = shown(window)
    assert {dialog.stays.text(), dialog.other.currentText()} == {"СОШ № 1", "СОШ № 1 г. Образца"}
    dialog.reject()
    assert len(texts(page)) == 3


def test_where_nothing_is_alike_the_other_one_is_chosen_first(window: MainWindow) -> None:
    for name in ("Гимназия", "Лицей"):
        add(window, "schools", name=name)
    page = page_of(window, "schools")
    page.view.choose([page.model.rows[0].id])
    choose_in_menu(page.view, "Объединить с…")
    dialog = shown(window)
    assert not dialog.join.isEnabled()
    dialog.other.setCurrentText("Лицей")
    dialog.other.committed.emit()
    assert dialog.join.isEnabled()
    dialog.reject()
