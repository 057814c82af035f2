"""Editing in place, by mouse and keys."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.plan import history
from tests.ui.table.conftest import Table


def row(table: Table, number: int):  # type: ignore[no-untyped-def]
    assert table.document.plan is not None
    return table.document.plan.activities[number - 1]


def test_a_double_click_opens_the_cell_and_enter_keeps_what_was_typed(table: Table) -> None:
    table.double_click(1)
    table.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    table.type(" ещё")
    table.press(Qt.Key.Key_Return)
    assert row(table, 2).name.endswith(" ещё")
    assert table.page.editing.editor is None
    assert QApplication.focusWidget() is table.page.view


def test_escape_leaves_the_old_value(table: Table) -> None:
    before = row(table, 1).name
    table.click(0)
    table.press(Qt.Key.Key_F2)
    table.type("лишнее")
    table.press(Qt.Key.Key_Escape)
    assert row(table, 1).name == before
    assert table.page.editing.editor is None


def test_typing_replaces_the_text_of_the_cell(table: Table) -> None:
    table.click(0, "expected_result")
    table.type("Приказ")
    table.press(Qt.Key.Key_Return)
    assert row(table, 1).expected_result == "Приказ"


def test_a_click_elsewhere_keeps_what_was_typed(table: Table) -> None:
    table.click(0)
    table.type("Новое имя")
    table.click(3)
    assert row(table, 1).name == "Новое имя"
    assert table.selection.ids == (table.id_of(4),)


def test_tab_goes_to_the_next_cell_and_back(table: Table) -> None:
    table.double_click(0)
    table.press(Qt.Key.Key_Tab)
    assert table.page.view.currentIndex().column() == table.page.model.places["due_text"]
    table.press(Qt.Key.Key_Backtab)
    assert table.page.view.currentIndex().column() == table.page.model.places["name"]
    assert table.page.editing.editor is not None


def test_tab_in_the_last_cell_goes_on_in_the_next_row(table: Table) -> None:
    table.page.edit_field(table.id_of(1), "state")
    table.press(Qt.Key.Key_Tab)
    index = table.page.view.currentIndex()
    assert (index.row(), index.column()) == (1, table.page.model.places["name"])


def test_a_hidden_column_is_not_opened(table: Table) -> None:
    table.page.edit_field(table.id_of(1), "note")
    assert table.page.editing.editor is None


def test_an_empty_name_is_refused_in_words_and_the_old_one_stays(table: Table) -> None:
    before = row(table, 1).name
    table.page.edit_field(table.id_of(1), "name")
    table.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.press(Qt.Key.Key_Delete)
    table.press(Qt.Key.Key_Return)
    assert row(table, 1).name == before
    assert table.refused
    assert "Наименование не может быть пустым" in table.refused[0]


def test_delete_in_an_editor_deletes_letters_not_rows(table: Table) -> None:
    table.page.edit_field(table.id_of(1), "name")
    table.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.press(Qt.Key.Key_Delete)
    assert len(table.numbers) == 23


def test_the_wording_of_the_due_is_kept_letter_for_letter_and_read(table: Table) -> None:
    table.page.edit_field(table.id_of(1), "due_text")
    table.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.type("ноябрь  2020")
    table.press(Qt.Key.Key_Return)
    assert row(table, 1).due_text == "ноябрь  2020"
    assert row(table, 1).starts_on == date(2020, 11, 1)


def test_the_state_is_chosen_with_keys(table: Table) -> None:
    table.page.edit_field(table.id_of(1), "state")
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_Tab)
    assert row(table, 1).state is State.DONE


def test_leaving_a_cell_as_it_was_is_no_step_of_undo(table: Table) -> None:
    for key in ("name", "due_text", "performers", "expected_result", "state"):
        table.page.edit_field(table.id_of(3), key)
        table.press(Qt.Key.Key_Tab)
    table.page.editing.cancel()
    assert table.document.saved_at is None


def test_an_edit_is_undone_and_its_row_is_chosen(table: Table) -> None:
    table.page.edit_field(table.id_of(5), "name")
    table.type("Хвост ")
    table.press(Qt.Key.Key_Return)
    table.click(0)
    table.document.execute(history.undo)
    assert not row(table, 5).name.startswith("Хвост")
    assert table.selection.ids == (table.id_of(5),)


def test_the_number_opens_the_details(table: Table) -> None:
    asked: list[str] = []
    table.page.details_wanted.connect(asked.append)
    table.double_click(2, "number")
    assert asked == [table.id_of(3)]
    assert table.page.editing.editor is None


def test_the_editor_stays_on_its_row_when_the_table_scrolls(table: Table) -> None:
    table.page.edit_field(table.id_of(2), "name")
    editor = table.page.editing.editor
    assert editor is not None
    table.page.view.verticalScrollBar().setValue(30)
    cell = table.page.view.visualRect(table.page.model.index(1, table.page.model.places["name"]))
    assert editor.geometry().topLeft() == cell.topLeft()
