"""Rows added, copied, deleted and chosen."""

from PySide6.QtCore import Qt

from roadmap_desktop.operations.plan import history
from tests.ui.table.conftest import Table


def test_an_activity_is_added_below_the_current_row_and_its_name_waits_for_typing(table: Table) -> None:
    table.click(1)
    table.page.add()
    assert table.names[2] == "Новое мероприятие"
    table.type("Семинар")
    table.press(Qt.Key.Key_Return)
    assert table.names[2] == "Семинар"
    assert len(table.numbers) == 24


def test_an_activity_added_under_a_filter_is_not_hidden_by_it(table: Table) -> None:
    table.page.set_search("мониторинг")
    table.page.add()
    assert "Новое мероприятие" in table.names
    assert len(table.numbers) == 24


def test_several_rows_are_deleted_without_a_question_and_come_back(table: Table) -> None:
    table.click(2)
    table.click(4, held=Qt.KeyboardModifier.ShiftModifier)
    table.page.delete()
    assert len(table.numbers) == 20
    assert table.told == ["Удалено мероприятий: 3. Отменить: Ctrl+Z"]
    assert table.page.view.chosen() == (table.id_of(3),)
    table.document.execute(history.undo)
    assert len(table.numbers) == 23
    assert sorted(table.selection.ids) == sorted(table.id_of(number) for number in (3, 4, 5))


def test_deleting_the_last_row_chooses_the_one_above(table: Table) -> None:
    table.click(22)
    table.page.delete()
    assert table.selection.ids == (table.id_of(22),)


def test_a_copy_stands_below_its_original_and_is_chosen(table: Table) -> None:
    table.click(3)
    table.page.duplicate()
    assert table.names[4] == table.names[3]
    assert table.selection.ids == (table.id_of(5),)


def test_the_first_row_chosen_with_control_stays_with_the_second(table: Table) -> None:
    table.click(1)
    table.click(4, held=Qt.KeyboardModifier.ControlModifier)
    assert set(table.selection.ids) == {table.id_of(2), table.id_of(5)}
    assert table.selection.current == table.id_of(5)


def test_all_rows_are_chosen_at_once(table: Table) -> None:
    table.page.select_all()
    assert len(table.selection.ids) == 23


def test_a_choice_made_elsewhere_is_shown(table: Table) -> None:
    table.selection.choose([table.id_of(20)])
    assert table.page.view.chosen() == (table.id_of(20),)
    index = table.page.model.index(19, 1)
    assert table.page.view.viewport().rect().intersects(table.page.view.visualRect(index))


def test_a_choice_is_told_once(table: Table) -> None:
    table.click(0)
    heard: list[tuple[str, ...]] = []
    table.selection.changed.connect(lambda: heard.append(table.selection.ids))
    table.selection.choose([table.id_of(20)])
    assert heard == [(table.id_of(20),)]
    table.click(18)
    assert heard[1:] == [(table.id_of(19),)]


def test_a_row_hidden_by_a_filter_can_be_chosen_elsewhere(table: Table) -> None:
    table.page.set_search("мониторинг")
    table.click(0)
    table.selection.choose([table.id_of(1)])
    assert table.selection.ids == (table.id_of(1),)
    assert table.page.view.chosen() == ()


def test_a_row_that_is_gone_is_no_longer_chosen(table: Table) -> None:
    table.click(2)
    table.page.duplicate()
    table.document.execute(history.undo)
    assert table.selection.ids == ()
    table.click(2)
    table.document.close()
    assert table.selection.ids == ()


def test_an_edit_elsewhere_leaves_the_scroll_position_alone(table: Table) -> None:
    table.settle()
    bar = table.page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    at = table.page.view.visualRect(table.page.model.index(22, 1)).top()
    plan, first = table.document.plan, table.id_of(1)
    assert plan is not None
    from roadmap_desktop.operations.plan import activities

    table.document.execute(lambda file: activities.delete_activities(file, plan, [first]))
    assert table.page.view.visualRect(table.page.model.index(21, 1)).top() == at


def test_closing_the_file_empties_the_table(table: Table) -> None:
    table.document.close()
    assert table.numbers == []
    assert table.page.chips.menus["performers"].menu() is not None
    table.page.add()
    table.page.delete()
    table.page.move_up()
    table.page.move_down()
    table.page.duplicate()
    assert table.numbers == []


def test_escape_in_a_new_row_leaves_nothing_behind_and_the_row_before_is_chosen(table: Table) -> None:
    table.click(1)
    steps = table.document.undo_state
    for typed in ("", "Семинар"):
        table.page.add()
        assert len(table.numbers) == 24
        table.type(typed)
        table.press(Qt.Key.Key_Escape)
        assert len(table.numbers) == 23
        assert table.page.view.chosen() == (table.id_of(2),)
        assert table.document.undo_state == steps
        assert table.document.saved_at is None


def test_a_new_row_is_kept_as_it_is_by_enter_and_is_one_step_of_undo(table: Table) -> None:
    table.click(1)
    table.page.add()
    table.press(Qt.Key.Key_Return)
    assert table.names[2] == "Новое мероприятие"
    assert table.page.view.chosen() == (table.id_of(3),)
    table.document.execute(history.undo)
    assert len(table.numbers) == 23


def test_tab_goes_on_in_the_activity_that_a_new_row_has_become(table: Table) -> None:
    table.click(1)
    table.page.add()
    table.type("Семинар")
    table.press(Qt.Key.Key_Tab)
    table.type("ноябрь")
    table.press(Qt.Key.Key_Return)
    assert table.document.plan is not None
    assert (table.document.plan.activities[2].name, table.document.plan.activities[2].due_text) == (
        "Семинар",
        "ноябрь",
    )


def test_a_new_row_without_a_name_is_refused_and_is_no_row(table: Table) -> None:
    table.page.add()
    table.press(Qt.Key.Key_Delete)
    table.press(Qt.Key.Key_Return)
    assert table.refused
    assert len(table.numbers) == 23
