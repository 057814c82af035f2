"""«Изменить у выбранных…»: one field of all marked rows, told how many, one step of undo."""

import pytest
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.activity import State
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.change_selected import ChangeSelectedDialog
from tests.ui.forms import type_over
from tests.ui.person import choose, click
from tests.ui.registers.test_table import column, three_schools


def asked(window: MainWindow) -> ChangeSelectedDialog:
    choose(window, "Правка", "Изменить у выбранных…")
    found = QApplication.activeModalWidget()
    assert isinstance(found, ChangeSelectedDialog)
    return found


def pick(dialog: ChangeSelectedDialog, label: str) -> None:
    dialog.field.setCurrentIndex(dialog.field.findText(label))


def test_a_field_of_all_marked_schools_is_changed_as_one_step(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.select_places([0, 2])
    dialog = asked(window)
    assert dialog.said.text() == "Выбрано: 2 школы. Все получат одно значение."
    pick(dialog, "Обучающихся")
    type_over(dialog.editor, "310")
    click(dialog.save)
    assert not dialog.isVisible()
    assert column(page, "pupils") == ["310", "", "310"]
    choose(window, "Правка", "Отменить")
    assert column(page, "pupils") == [""] * 3


def test_a_state_of_all_marked_activities_is_changed_as_one_step(window: MainWindow) -> None:
    window.show_page("table")
    window.table.view.select_places([0, 1, 2])
    dialog = asked(window)
    assert dialog.said.text().startswith("Выбрано: 3 мероприятия.")
    pick(dialog, "Состояние")
    dialog.editor.setCurrentIndex(list(State).index(State.IN_WORK))
    click(dialog.save)
    plan = window.document.plan
    assert plan is not None
    assert [row.state for row in plan.activities[:4]] == [State.IN_WORK] * 3 + [plan.activities[3].state]
    choose(window, "Правка", "Отменить")
    assert [row.state for row in window.document.plan.activities[:3]] != [State.IN_WORK] * 3  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("label", "typed", "why"), [("Обучающихся", "много", "не целое"), ("Обучающихся", "-5", "меньше нуля")]
)
def test_what_a_field_cannot_hold_is_told_and_nothing_is_written(
    window: MainWindow, label: str, typed: str, why: str
) -> None:
    page = three_schools(window)
    page.view.selectAll()
    dialog = asked(window)
    pick(dialog, label)
    type_over(dialog.editor, typed)
    click(dialog.save)
    assert dialog.isVisible()
    assert why in dialog.mistake.text()
    assert column(page, "pupils") == [""] * 3


def test_without_marked_rows_it_is_told_to_mark_some(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.clearSelection()
    told: list[str] = []
    page.told.connect(told.append)
    choose(window, "Правка", "Изменить у выбранных…")
    assert "Сначала выберите строки" in told[0]
    assert QApplication.activeModalWidget() is None
