"""«Редакции…» as it is used."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.revisions.approve_dialog import ApproveDialog
from roadmap_desktop.ui.revisions.dialog import RevisionsDialog
from roadmap_desktop.ui.runner import ThreadRunner
from tests.ui.person import choose, click, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_named(window: MainWindow, title: str) -> QDialog:
    (found,) = [box for box in window.findChildren(QDialog) if box.isVisible() and box.windowTitle() == title]
    return found


def button(dialog: QDialog, words: str) -> QPushButton:
    (found,) = [
        one for one in dialog.findChildren(QPushButton) if one.text() == words and one.window() is dialog
    ]
    return found


def cells(table: QTableWidget) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def click_row(
    table: QTableWidget, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    place = table.visualItemRect(table.item(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def opened(window: MainWindow) -> RevisionsDialog:
    choose(window, "Файл", "Редакции…")
    dialog = dialog_named(window, "Редакции")
    assert isinstance(dialog, RevisionsDialog)
    return dialog


def approve(window: MainWindow, dialog: RevisionsDialog, order: str = "") -> None:
    click(button(dialog, "Утвердить редакцию…"))
    asking = dialog_named(window, "Утвердить редакцию")
    assert isinstance(asking, ApproveDialog)
    if order:
        type_text(order, asking.order)
    click(button(asking, "Утвердить"))


def note(window: MainWindow, place: int, text: str) -> None:
    plan = window.document.plan
    assert plan is not None
    ids = [plan.activities[place].id]
    window.document.execute(lambda file: activities.set_field(file, plan, ids, "note", text))


def notes(window: MainWindow) -> list[str]:
    assert window.document.plan is not None
    return [row.note for row in window.document.plan.activities if row.note]


def differences(window: MainWindow) -> list[list[str]]:
    shown = dialog_named(window, "Сравнение редакций")
    tables = shown.findChildren(QTableWidget)
    found = cells(tables[0]) if tables else []
    said = [label.text() for label in shown.findChildren(QLabel)]
    shown.reject()
    return [said[:2], *(row[1:] for row in found)]


@pytest.fixture
def revised(window: MainWindow) -> RevisionsDialog:
    """Two revisions with a note between them and another one after."""
    dialog = opened(window)
    approve(window, dialog)
    note(window, 2, "одно")
    approve(window, dialog)
    note(window, 2, "другое <b>")
    return dialog


def test_a_revision_is_approved_with_a_suggested_name_and_an_order(window: MainWindow) -> None:
    dialog = opened(window)
    assert "Редакций пока нет" in dialog.findChildren(QLabel)[0].text()
    assert not button(dialog, "Сравнить с планом").isEnabled()
    assert not button(dialog, "Удалить").isEnabled()
    click(button(dialog, "Утвердить редакцию…"))
    asking = dialog_named(window, "Утвердить редакцию")
    assert isinstance(asking, ApproveDialog)
    type_text("12-од", asking.order)
    type_text("01.09.2020", asking.date.findChild(QLineEdit))
    type_text("Решение рабочей группы", asking.ground)
    click(button(asking, "Утвердить"))
    assert [one.ground for one in dialog.table.rows] == ["Решение рабочей группы"]
    (row,) = cells(dialog.table)
    assert (row[:3], row[4]) == (["Редакция 1", "№ 12-од от 01.09.2020", "06.10.2020"], "23")
    assert window.document.undo_state.undo == "Утверждена редакция «Редакция 1»"
    approve(window, dialog)
    assert [row[0] for row in cells(dialog.table)] == ["Редакция 2", "Редакция 1"]
    assert dialog.height() <= 700


def test_a_name_that_is_taken_or_empty_and_a_wrong_date_are_told_beside(
    window: MainWindow, revised: RevisionsDialog
) -> None:
    click(button(revised, "Утвердить редакцию…"))
    asking = dialog_named(window, "Утвердить редакцию")
    assert isinstance(asking, ApproveDialog)

    def refused() -> str:
        click(button(asking, "Утвердить"))
        (told,) = [one.text() for one in asking.findChildren(QLabel, "mistake") if one.parent() is asking]
        return told

    asking.name.selectAll()
    type_text("Редакция 1", asking.name)
    assert "уже есть" in refused()
    asking.name.selectAll()
    type_text(" ", asking.name)
    assert "Напишите название" in refused()
    type_text("Новая", asking.name)
    type_text("31.02.2020", asking.date.findChild(QLineEdit))
    assert "Такой даты нет" in refused()
    press(Qt.Key.Key_Escape, widget=asking)
    assert len(cells(revised.table)) == 2


def test_one_revision_is_compared_with_the_plan_and_two_with_each_other(
    window: MainWindow, revised: RevisionsDialog
) -> None:
    click_row(revised.table, 0)
    click(button(revised, "Сравнить с планом"))
    assert differences(window) == [
        ["Было: Редакция 2", "Стало: план, какой он сейчас"],
        ["Примечание", "одно", "другое <b>"],
    ]
    click_row(revised.table, 1, CTRL)
    click(button(revised, "Сравнить выбранные"))
    assert differences(window) == [
        ["Было: Редакция 1", "Стало: Редакция 2"],
        ["Примечание", "пусто", "одно"],
    ]
    note(window, 2, "одно")
    click_row(revised.table, 0)
    click(button(revised, "Сравнить с планом"))
    assert len(differences(window)) == 1


def test_going_back_asks_once_and_is_undone_in_one_step(window: MainWindow, revised: RevisionsDialog) -> None:
    click_row(revised.table, 1)
    click(button(revised, "Вернуться к редакции…"))
    (asking,) = [box for box in revised.findChildren(QMessageBox) if box.isVisible()]
    assert "Возврат можно отменить" in asking.text()
    click(button(asking, "Вернуться"))
    assert not revised.isVisible()
    assert notes(window) == []
    assert window.document.undo_state.undo == "Возврат к редакции «Редакция 1»"
    choose(window, "Правка", "Отменить")
    assert notes(window) == ["другое <b>"]
    assert len(cells(opened(window).table)) == 2


def test_a_revision_is_renamed_in_place_and_deleted(window: MainWindow, revised: RevisionsDialog) -> None:
    table = revised.table
    name = table.visualItemRect(table.item(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    type_text("Исходная", editor)
    press(Qt.Key.Key_Return, widget=editor)
    QApplication.processEvents()
    assert [row[0] for row in cells(table)] == ["Редакция 2", "Исходная"]
    assert window.document.undo_state.undo == "Название редакции"
    click_row(table, 0)
    click(button(revised, "Удалить"))
    assert [row[0] for row in cells(table)] == ["Исходная"]
    press(Qt.Key.Key_Escape, widget=revised)
    choose(window, "Правка", "Отменить")
    choose(window, "Правка", "Отменить")
    assert [row[0] for row in cells(opened(window).table)] == ["Редакция 2", "Редакция 1"]


def test_a_name_that_cannot_be_given_is_refused_and_the_old_one_stays(
    window: MainWindow, revised: RevisionsDialog
) -> None:
    revised.table.item(1, 0).setText("Редакция 2")
    (told,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert "уже есть" in told.text()
    told.reject()
    assert [row[0] for row in cells(revised.table)] == ["Редакция 2", "Редакция 1"]


def test_approving_leaves_what_is_shown_of_the_plan_alone(window: MainWindow) -> None:
    before = window.document.plan
    made: list[ChangeSet] = []
    window.document.changed.connect(made.append)
    approve(window, opened(window))
    after = window.document.plan
    assert before is not None and after is not None
    assert len(made) == 1
    assert all(one is other for one, other in zip(before.activities, after.activities, strict=True))


def test_the_list_is_read_in_the_background_and_closing_does_not_wait(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    approve(window, opened(window))
    dialog_named(window, "Редакции").reject()
    runner = ThreadRunner()
    window.document._runner = runner
    dialog = opened(window)
    dialog.reject()
    runner.wait()
    dialog = opened(window)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    runner.wait()
