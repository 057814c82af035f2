"""Editors as they are typed into, outside any table or panel."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.ui.editors import (
    DateEditor,
    DueEditor,
    LinkEditor,
    NamesEditor,
    StateEditor,
    TextEditor,
    editor_for,
)
from roadmap_desktop.ui.editors.calendar_popup import CalendarPopup
from tests.ui.person import click, press, type_text

PLAN = school_year("2020-2021")


def shown(qtbot: QtBot, editor: QWidget) -> None:
    qtbot.addWidget(editor)
    editor.resize(240, 60)
    editor.show()
    editor.activateWindow()
    qtbot.waitExposed(editor)
    editor.setFocus()


def popup_of(editor: QWidget) -> CalendarPopup:
    return editor.findChildren(CalendarPopup)[0]


def open_calendar(editor: QWidget) -> CalendarPopup:
    (button,) = [
        child for child in editor.findChildren(QWidget) if child.accessibleName() == "Выбрать в календаре"
    ]
    click(button)
    return popup_of(editor)


def push(popup: CalendarPopup, text: str) -> None:
    (button,) = [button for button in popup.findChildren(QPushButton) if button.text() == text]
    click(button)


def test_enter_is_done_in_a_cell_and_a_new_line_elsewhere(qtbot: QtBot) -> None:
    for in_cell in (True, False):
        editor = TextEditor(in_cell=in_cell)
        shown(qtbot, editor)
        editor.set_value("раз")
        done: list[bool] = []
        editor.committed.connect(lambda done=done: done.append(True))
        press(Qt.Key.Key_Return, widget=editor)
        assert (editor.toPlainText(), bool(done)) == (("раз", True) if in_cell else ("раз\n", False))
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, editor)
        assert editor.toPlainText().endswith("\n")


def test_rich_text_is_pasted_as_letters(qtbot: QtBot) -> None:
    editor = TextEditor()
    shown(qtbot, editor)
    data = QMimeData()
    data.setHtml("<b>жирно</b>")
    data.setText("жирно <i>\x00")
    QApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, editor)
    assert editor.value() == "жирно <i>"


def test_the_field_grows_with_its_text(qtbot: QtBot) -> None:
    editor = TextEditor()
    shown(qtbot, editor)
    before = editor.height()
    editor.set_value("слово " * 60)
    assert editor.height() > before * 3
    editor.set_value("слово " * 20_000)
    assert editor.height() < 600
    editor.clearFocus()
    editor.set_value("строка\n" * 200)
    assert (editor.verticalScrollBar().value(), editor.textCursor().atEnd()) == (0, True)


def test_a_performer_is_completed_from_the_known_ones(qtbot: QtBot) -> None:
    editor = NamesEditor([("", "Отдел образования"), ("", "МКУ «Центр, школа»")], in_cell=True)
    shown(qtbot, editor)
    editor.set_value(("Отдел образования",))
    type_text(", цен", editor)
    popup = editor._completer.popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.value() == ("Отдел образования", "МКУ «Центр, школа»")


def test_a_comma_inside_a_name_begins_no_new_one(qtbot: QtBot) -> None:
    editor = NamesEditor([("", "Отдел образования"), ("", "МКУ «Центр, школа»")])
    shown(qtbot, editor)
    type_text("Отдел, МКУ «Центр, шк", editor)
    qtbot.keyClick(editor._completer.popup(), Qt.Key.Key_Return)
    assert editor.value() == ("Отдел", "МКУ «Центр, школа»")


def test_letters_typed_into_the_middle_of_a_name_are_not_completed(qtbot: QtBot) -> None:
    editor = NamesEditor([("", "Отдел образования")])
    shown(qtbot, editor)
    editor.set_value(("дел кадров",))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_text("от", editor)
    assert not editor._completer.popup().isVisible()


def test_a_long_bold_text_shows_all_its_lines(qtbot: QtBot) -> None:
    editor = TextEditor()
    editor.setStyleSheet("font-size: 10.5pt; font-weight: 600; padding: 2px 0")
    shown(qtbot, editor)
    editor.set_value("мониторинг качества " * 20)
    assert editor.verticalScrollBar().maximum() == 0


def test_a_wrong_date_is_told_beside_the_field_and_leaves_the_old_one(qtbot: QtBot) -> None:
    editor = DateEditor()
    shown(qtbot, editor)
    editor.set_value(date(2020, 10, 5))
    (line,) = editor.findChildren(QLineEdit)
    line.selectAll()
    type_text("31.02.2021", line)
    assert any(
        "Такой даты нет" in label.text() and label.isVisible() for label in editor.findChildren(QLabel)
    )
    with pytest.raises(UserError, match="не дата"):
        editor.value()
    press(Qt.Key.Key_Escape, widget=line)
    assert editor.value() == date(2020, 10, 5)
    line.selectAll()
    type_text("06.11.2020", line)
    assert editor.value() == date(2020, 11, 6)


def test_a_date_is_cleared_from_the_calendar(qtbot: QtBot) -> None:
    editor = DateEditor()
    shown(qtbot, editor)
    editor.set_value(date(2020, 10, 5))
    push(open_calendar(editor), "Очистить")
    assert editor.value() is None


@pytest.fixture
def due(qtbot: QtBot) -> DueEditor:
    editor = DueEditor(PLAN)
    shown(qtbot, editor)
    editor.set_value(DueValue("сентябрь 2020 года"))
    return editor


def test_two_days_of_the_calendar_write_the_words(due: DueEditor) -> None:
    popup = open_calendar(due)
    popup.day_chosen.emit(date(2020, 10, 16))
    popup.day_chosen.emit(date(2020, 10, 5))
    assert due.value() == DueValue("5–16 октября 2020 года")
    assert due.reading_text == "5–16 октября 2020"


def test_days_are_chosen_by_keys_alone(due: DueEditor) -> None:
    press(Qt.Key.Key_F4, widget=due.focusProxy())
    days = popup_of(due).month.findChild(QTableView)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        press(key, widget=days)
    assert due.value().text == "1–3 сентября 2020 года"
    assert not popup_of(due).isVisible()


def test_a_due_is_one_line_however_it_is_typed_or_pasted(due: DueEditor) -> None:
    line = due.focusProxy()
    due.selectAll()
    QApplication.clipboard().setText("май\r\n2021\tгода")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, line)
    for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        press(Qt.Key.Key_Return, modifiers, line)
    assert due.value().text == "май 2021 года"


def test_quick_choices_write_a_month_the_whole_period_and_a_deadline(due: DueEditor) -> None:
    push(open_calendar(due), "Весь сентябрь")
    assert due.value().text == "сентябрь 2020 года"
    push(open_calendar(due), "Весь период")
    assert due.reading_text.startswith("весь период")
    popup = open_calendar(due)
    popup.day_chosen.emit(date(2020, 11, 1))
    push(popup, "До этого дня")
    assert due.value().text == "до 1 ноября 2020 года"


def test_words_that_name_no_date_stay_beside_dates_given_by_hand(due: DueEditor) -> None:
    due.set_value(DueValue("по отдельному плану"))
    assert due.reading_text == "без даты"
    popup = open_calendar(due)
    popup.day_chosen.emit(date(2021, 3, 1))
    popup.day_chosen.emit(date(2021, 3, 5))
    assert due.value() == DueValue("по отдельному плану", "2021-03-01/2021-03-05")
    assert due.reading_text == "1–5 марта 2021 (даты вручную)"
    push(open_calendar(due), "Убрать даты")
    assert (due.value(), due.reading_text) == (DueValue("по отдельному плану"), "без даты")


def test_a_state_is_chosen_by_keys_and_not_by_the_wheel(qtbot: QtBot) -> None:
    editor = StateEditor()
    shown(qtbot, editor)
    editor.set_value(State.PLANNED)
    with qtbot.waitSignal(editor.committed):
        press(Qt.Key.Key_Down, widget=editor)
    assert editor.value() is State.IN_WORK


def test_a_link_offers_what_there_is_now_and_keeps_what_is_typed(qtbot: QtBot) -> None:
    editor = LinkEditor([("1", "Кадры"), ("2", "Школы")])
    shown(qtbot, editor)
    editor.set_value("2")
    editor.offer([("2", "Наши школы"), ("3", "Итоги")])
    editor.set_value("2")
    assert (editor.currentText(), editor.value()) == ("Наши школы", "2")
    editor.lineEdit().selectAll()
    type_text("ито", editor)
    editor.offer([("3", "Итоги года")])
    assert editor.currentText() == "ито"
    editor.lineEdit().editingFinished.emit()
    assert editor.value() == "3"


def test_esc_in_a_cell_takes_back_whatever_is_edited(qtbot: QtBot) -> None:
    for field in (*ACTIVITIES.fields, BY_ID["schools"].field("pupils"), BY_ID["schools"].field("kind")):
        editor = editor_for(field, lambda _field: [("1", "Один")], PLAN, in_cell=True)
        shown(qtbot, editor)
        with qtbot.waitSignal(editor.cancelled):
            press(Qt.Key.Key_Escape, widget=editor.focusProxy() or editor)


def test_lines_are_never_shifted_sideways(qtbot: QtBot) -> None:
    editor = TextEditor(in_cell=True)
    shown(qtbot, editor)
    editor.set_value("Формирование списка школ с низкими образовательными результатами")
    sideways = editor.horizontalScrollBar()
    sideways.setRange(0, 9)
    sideways.setValue(9)
    assert editor.cursorRect(QTextCursor(editor.document())).left() >= 0


def test_an_empty_line_typed_at_the_end_is_not_kept_and_one_that_was_there_is_no_change(qtbot: QtBot) -> None:
    editor = TextEditor()
    shown(qtbot, editor)
    editor.set_value("было\n")
    assert editor.value() == "было\n"
    editor.set_value("")
    type_text("даны советы", editor)
    press(Qt.Key.Key_Return, widget=editor)
    assert editor.value() == "даны советы"
    type_text("и пособия", editor)
    assert editor.value() == "даны советы\nи пособия"
