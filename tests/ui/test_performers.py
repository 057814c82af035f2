"""«Исполнители…»: seen with their counts, renamed everywhere, joined."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.performers_dialog import PerformersDialog

from .keyboard import hit, write
from .person import choose, click, press


@pytest.fixture
def dialog(window: MainWindow) -> PerformersDialog:
    for place, names in enumerate((["Центр"], ["центр", "Отдел"], ["Отдел"])):
        plan = window.document.plan
        assert plan is not None
        ids = [plan.activities[place].id]
        window.document.execute(
            lambda file, plan=plan, ids=ids, names=names: activities.set_fields(
                file, plan, ids, {"performers": names}
            )
        )
    choose(window, "Справочники", "Исполнители…")
    (found,) = [one for one in window.findChildren(PerformersDialog) if one.isVisible()]
    return found


def performers(window: MainWindow) -> list[tuple[str, ...]]:
    assert window.document.plan is not None
    return [row.performers for row in window.document.plan.activities[:3]]


def row_of(dialog: PerformersDialog, name: str) -> int:
    (found,) = [row for row in range(dialog.list.rowCount()) if dialog.list.item(row, 0).text() == name]
    return found


def mark(dialog: PerformersDialog, *names: str) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for name in names:
        place = dialog.list.visualItemRect(dialog.list.item(row_of(dialog, name), 0)).center()
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, held, place)
        held = Qt.KeyboardModifier.ControlModifier


def rename(dialog: PerformersDialog, name: str, to: str) -> None:
    mark(dialog, name)
    click(dialog.rename_button)
    line = dialog.list.viewport().findChild(QLineEdit)
    assert line is not None
    line.setText(to)
    press(Qt.Key.Key_Return, widget=line)
    # Qt takes what an editor holds only once the key is done with.
    QApplication.processEvents()


def answer(dialog: PerformersDialog, text: str) -> None:
    (box,) = [one for one in dialog.findChildren(QMessageBox) if one.isVisible()]
    (button,) = [one for one in box.buttons() if one.text() == text]
    click(button)


def test_a_new_name_stands_in_every_activity_and_is_undone_at_once(
    window: MainWindow, dialog: PerformersDialog
) -> None:
    assert [dialog.list.item(row_of(dialog, "Отдел"), column).text() for column in range(3)] == [
        "Отдел",
        "2",
        "0",
    ]
    rename(dialog, "Отдел", "Отдел кадров")
    assert performers(window) == [("Центр",), ("центр", "Отдел кадров"), ("Отдел кадров",)]
    choose(window, "Правка", "Отменить")
    assert performers(window)[2] == ("Отдел",)


def test_two_spellings_are_joined_under_the_one_that_is_chosen(
    window: MainWindow, dialog: PerformersDialog
) -> None:
    mark(dialog, "центр", "Центр")
    click(dialog.join_button)
    answer(dialog, "Центр")
    assert performers(window) == [("Центр",), ("Центр", "Отдел"), ("Отдел",)]


def test_a_name_that_another_has_offers_to_join(window: MainWindow, dialog: PerformersDialog) -> None:
    rename(dialog, "Отдел", "Центр")
    assert performers(window)[2] == ("Отдел",)
    answer(dialog, "Объединить")
    assert performers(window)[2] == ("Центр",)


def test_only_one_whom_nothing_names_can_be_deleted(window: MainWindow, dialog: PerformersDialog) -> None:
    mark(dialog, "Отдел")
    assert not dialog.delete_button.isEnabled()
    plan = window.document.plan
    assert plan is not None
    ids = [row.id for row in plan.activities[:3]]
    window.document.execute(lambda file: activities.set_fields(file, plan, ids, {"performers": ["Центр"]}))
    mark(dialog, "Отдел")
    click(dialog.delete_button)
    assert "Отдел" not in [dialog.list.item(row, 0).text() for row in range(dialog.list.rowCount())]


def test_all_marked_names_are_copied_with_their_counts(dialog: PerformersDialog) -> None:
    dialog.activateWindow()
    dialog.list.setFocus()
    mark(dialog, "Центр", "центр")
    hit(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines() == [
        "Исполнитель\tМероприятий\tДел",
        "Центр\t1\t0",
        "центр\t1\t0",
    ]


def test_letters_open_a_name_and_enter_renames(dialog: PerformersDialog, window: MainWindow) -> None:
    dialog.activateWindow()
    dialog.list.setFocus()
    mark(dialog, "Отдел")
    write("Школы")
    hit(Qt.Key.Key_Return)
    assert performers(window)[2] == ("Школы",)
    assert dialog.isVisible()
