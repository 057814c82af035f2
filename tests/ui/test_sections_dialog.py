"""«Разделы дорожной карты»."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton

from roadmap_desktop.operations.plan.file_history import change_count
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.name_dialog import NameDialog

from .keyboard import hit
from .person import choose, click, press, type_text


def ask_for_one(window: MainWindow) -> NameDialog:
    choose(window, "Справочники", "Разделы дорожной карты…")
    click(
        next(one for one in window.findChildren(QPushButton) if one.text() == "Добавить" and one.isVisible())
    )
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, NameDialog)
    return asked


def test_a_section_that_is_given_up_leaves_nothing_behind(window: MainWindow) -> None:
    edits = window.document.query(change_count, 0)
    press(Qt.Key.Key_Escape, widget=ask_for_one(window))
    assert window.document.plan is not None
    assert not window.document.plan.sections
    assert window.document.query(change_count, 0) == edits


def test_a_section_is_added_by_its_name(window: MainWindow) -> None:
    asked = ask_for_one(window)
    type_text("Подготовка", asked.line)
    click(asked.accept_button)
    assert window.document.plan is not None
    assert [one.name for one in window.document.plan.sections] == ["Подготовка"]


def test_insert_asks_for_one_and_delete_takes_the_marked_one_away(window: MainWindow) -> None:
    asked = ask_for_one(window)
    type_text("Подготовка", asked.line)
    click(asked.accept_button)
    (sections,) = [one for one in window.findChildren(QListWidget) if one.objectName() == "sections"]
    sections.setFocus()
    hit(Qt.Key.Key_Insert)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, NameDialog)
    press(Qt.Key.Key_Escape, widget=asked)
    sections.setCurrentRow(0)
    sections.setFocus()
    hit(Qt.Key.Key_Delete)
    assert window.document.plan is not None
    assert not window.document.plan.sections
