"""A new record begins with the school year of the plan; of many words some are ticked, by mouse or by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.editors import WordsEditor
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.forms import dialog_of, list_of, open_tab
from tests.ui.person import choose, click, press
from tests.ui.test_registers import add, page_of


def opened(editor: WordsEditor) -> QMenu:
    press(Qt.Key.Key_Down, widget=editor)
    menu = editor.menu()
    assert menu.isVisible()
    return menu


def membership(window: MainWindow) -> WordsEditor:
    """The form of a new year in the list of schools, from the dialog of the school."""
    school = add(window, "schools", name="СОШ № 1")
    page_of(window, "schools").open_record(school)
    dialog = dialog_of(window)
    open_tab(dialog, "Результаты и проблемные зоны")
    click(list_of(dialog, "В списке школ с низкими результатами").add)
    editor = dialog_of(dialog).form.editors["grounds"]
    assert isinstance(editor, WordsEditor)
    return editor


def test_the_school_year_of_the_plan_stands_in_a_new_record(window: MainWindow) -> None:
    membership(window)
    dialog = dialog_of(window)
    assert dialog.form.kept("school_year") == "2020–2021"
    assert dialog.focusWidget() is dialog.form.editors["grounds"]
    click(dialog._save)
    page = page_of(window, "schools")
    assert page.model.text(page.model.rows[0], page.register.field("years")) == "2020–2021"


def test_a_form_that_is_left_as_it_began_asks_nothing(window: MainWindow) -> None:
    membership(window)
    dialog = dialog_of(window)
    press(Qt.Key.Key_Escape, widget=dialog)
    assert not dialog.isVisible()


def test_words_are_ticked_by_the_space_bar_and_kept_by_enter(window: MainWindow) -> None:
    editor = membership(window)
    menu = opened(editor)
    press(Qt.Key.Key_Space, widget=menu)
    press(Qt.Key.Key_Down, widget=menu)
    press(Qt.Key.Key_Space, widget=menu)
    assert menu.isVisible()
    press(Qt.Key.Key_Return, widget=menu)
    assert not menu.isVisible()
    assert editor.value() == "ОГЭ; ЕГЭ"
    assert editor.text().strip() == "ОГЭ, ЕГЭ"


def test_escape_brings_back_what_was_ticked_before(window: MainWindow) -> None:
    editor = membership(window)
    editor.set_value("ВПР")
    menu = opened(editor)
    press(Qt.Key.Key_Space, widget=menu)
    assert editor.value() == "ОГЭ; ВПР"
    press(Qt.Key.Key_Escape, widget=menu)
    assert editor.value() == "ВПР"
    assert dialog_of(window).isVisible()


def test_in_a_cell_the_words_are_offered_at_once_and_one_undo_brings_back_all(
    window: MainWindow, qtbot: QtBot
) -> None:
    for name in ("СОШ № 1", "СОШ № 2"):
        add(window, "schools", name=name)
    add(window, "partnerships", school_id="СОШ № 1", partner_id="СОШ № 2")
    page = page_of(window, "partnerships")
    field = page.register.field("directions")
    page.view.setCurrentIndex(page.model.index(0, page.model.places["directions"]))
    # The window is in front again only after the form is gone, and that closes what has popped up.
    QApplication.processEvents()
    press(Qt.Key.Key_F2, widget=page.view)
    editor = page.view.editing.editor
    menu = editor.menu()
    qtbot.waitUntil(menu.isVisible)
    press(Qt.Key.Key_Space, widget=menu)
    press(Qt.Key.Key_Down, widget=menu)
    press(Qt.Key.Key_Space, widget=menu)
    press(Qt.Key.Key_Return, widget=menu)
    assert page.view.editing.editor is None
    assert page.model.text(page.model.rows[0], field) == "консультационная; методическая"
    choose(window, "Правка", "Отменить")
    assert page.model.text(page.model.rows[0], field) == ""
