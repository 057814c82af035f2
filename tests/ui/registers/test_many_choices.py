"""A record chosen among thousands."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.errors import UserError
from roadmap_desktop.ui.editors import LinkEditor
from tests.ui.person import press, type_text


@pytest.fixture
def editor(qtbot: QtBot) -> LinkEditor:
    made = LinkEditor([(str(number), f"Образцова А. {number}") for number in range(5_000)])
    qtbot.addWidget(made)
    made.set_value("4000")
    made.show()
    return made


def test_it_is_shown_before_the_others_are_offered(editor: LinkEditor) -> None:
    assert (editor.currentText(), editor.value(), editor.count()) == ("Образцова А. 4000", "4000", 0)


def test_the_next_one_is_an_arrow_away(editor: LinkEditor) -> None:
    press(Qt.Key.Key_Down, widget=editor)
    assert (editor.currentText(), editor.value()) == ("Образцова А. 4001", "4001")


def test_another_is_typed(editor: LinkEditor) -> None:
    line = editor.lineEdit()
    line.selectAll()
    type_text("образцова а. 7", line)
    assert editor.value() == "7"
    type_text("щ", line)
    with pytest.raises(UserError, match="в списке нет"):
        editor.value()


def test_a_part_of_one_name_is_that_name_once_it_is_left(editor: LinkEditor) -> None:
    line = editor.lineEdit()
    line.selectAll()
    type_text("4321", line)
    press(Qt.Key.Key_Return, widget=line)
    assert (editor.currentText(), editor.value()) == ("Образцова А. 4321", "4321")


def test_a_part_of_several_names_is_none_of_them(editor: LinkEditor) -> None:
    line = editor.lineEdit()
    line.selectAll()
    type_text("432", line)
    press(Qt.Key.Key_Return, widget=line)
    assert editor.currentText() == "432"
    with pytest.raises(UserError, match="в списке нет"):
        editor.value()
