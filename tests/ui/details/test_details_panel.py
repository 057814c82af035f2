"""The details beside the list, typed into as a person does."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import clock
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.operations.plan import activities, roadmap
from roadmap_desktop.ui.editors import DateEditor, LinkEditor, StateEditor, TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def row(window: MainWindow, number: int) -> ActivityRow:
    assert window.document.plan is not None
    return window.document.plan.activities[number - 1]


def choose(window: MainWindow, *numbers: int) -> None:
    window.selection.choose([row(window, number).id for number in numbers])


def field(window: MainWindow, label: str, kind: type[QWidget] = TextEditor) -> QWidget:
    """The field that a reader of screens announces by that label."""
    found = [widget for widget in window.details.findChildren(kind) if widget.accessibleName() == label]
    return next(widget for widget in found if widget.isVisible())


def visible_texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.details.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def same_day(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is written on the day that the window shows."""
    today = window.document.today()
    monkeypatch.setattr(clock, "now", lambda: datetime(today.year, today.month, today.day, 9, tzinfo=UTC))


@pytest.fixture
def note(window: MainWindow) -> TextEditor:
    choose(window, 3)
    editor = field(window, "Примечание")
    assert isinstance(editor, TextEditor)
    editor.setFocus()
    return editor


def test_esc_brings_back_what_was_last_written_and_not_what_was_there_before(
    window: MainWindow, note: TextEditor
) -> None:
    type_text("раз", note)
    press(Qt.Key.Key_Return, CTRL, note)
    type_text("два", note)
    press(Qt.Key.Key_Escape, widget=note)
    assert note.value() == "раз"
    window.setFocus()
    assert row(window, 3).note == "раз"


def test_typed_text_is_written_when_another_activity_is_chosen(window: MainWindow, note: TextEditor) -> None:
    type_text("не забыть", note)
    choose(window, 4)
    assert (row(window, 3).note, row(window, 4).note, note.value()) == ("не забыть", "", "")


def test_typed_text_goes_into_its_own_file_when_a_copy_is_opened(
    window: MainWindow, note: TextEditor, sample: Path
) -> None:
    copy = sample.with_name("копия.roadmap")
    shutil.copy(sample, copy)
    type_text("в подлинник", note)
    window.document.open(copy)
    choose(window, 3)
    assert (row(window, 3).note, note.value()) == ("", "")
    window.document.open(sample)
    assert row(window, 3).note == "в подлинник"


def test_typed_text_stays_while_something_else_of_the_activity_changes(
    window: MainWindow, note: TextEditor
) -> None:
    type_text("недописа", note)
    choose_state = field(window, "Состояние", StateEditor)
    assert isinstance(choose_state, StateEditor)
    choose_state.set_value(State.IN_WORK)
    choose_state.committed.emit()
    assert (note.value(), row(window, 3).state) == ("недописа", State.IN_WORK)


def test_a_wrong_date_stays_beside_what_is_said_of_it(window: MainWindow, note: TextEditor) -> None:
    date_field = field(window, "Дата выполнения", DateEditor)
    (line,) = date_field.findChildren(QLineEdit)
    line.setFocus()
    type_text("31.02.2021", line)
    note.setFocus()
    type_text("п", note)
    press(Qt.Key.Key_Return, CTRL, note)
    assert (line.text(), row(window, 3).completed_on) == ("31.02.2021", None)
    assert "Такой даты нет. Прежняя осталась." in visible_texts(window)
    choose(window, 4)
    assert line.text() == ""


def test_nothing_and_several_chosen_are_told(window: MainWindow) -> None:
    choose(window)
    assert visible_texts(window) == []
    choose(window, 1, 2, 3)
    assert "Выбрано мероприятий: 3" in visible_texts(window)


def test_what_an_activity_is_called_is_never_markup(window: MainWindow, note: TextEditor) -> None:
    type_text("<b>&]]>\u202e", note)
    press(Qt.Key.Key_Return, CTRL, note)
    assert "примечание: пусто → «<b>&]]>\u202e»" in window.details.history_text
    assert note.value() == "<b>&]]>\u202e"


def test_the_history_is_fresh_after_each_edit_and_undo(
    window: MainWindow, note: TextEditor, qtbot: QtBot
) -> None:
    type_text("раз", note)
    press(Qt.Key.Key_Return, CTRL, note)
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: any("отменено: примечание" in text for text in visible_texts(window)))
    assert note.value() == ""


def test_a_section_is_offered_where_the_plan_has_some_and_moves_the_activity(
    window: MainWindow, note: TextEditor, qtbot: QtBot
) -> None:
    assert "Раздел" not in visible_texts(window)
    window.document.execute(lambda file: roadmap.add_section(file, "Кадры & <b>"))
    assert "Раздел" in visible_texts(window)
    sections = field(window, "Раздел", LinkEditor)
    assert isinstance(sections, LinkEditor)
    chosen = row(window, 3).id
    with qtbot.waitSignal(window.document.changed):
        press(Qt.Key.Key_Down, widget=sections)
    plan = window.document.plan
    assert plan is not None
    assert plan.by_id[chosen].section_id == plan.sections[0].id
    assert (sections.currentText(), window.selection.ids) == ("Кадры & <b>", (chosen,))


def choose_state(window: MainWindow, state: State) -> None:
    """From the open list, by the mouse."""
    editor = field(window, "Состояние", StateEditor)
    assert isinstance(editor, StateEditor)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    place = editor.view().visualRect(editor.model().index(list(State).index(state), 0)).center()
    QTest.mouseMove(editor.view().viewport(), place)
    QTest.mouseClick(editor.view().viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.usefixtures("same_day")
def test_what_is_done_gets_its_day_and_the_caret_waits_for_the_result(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, 3)
    choose_state(window, State.DONE)
    qtbot.waitUntil(lambda: row(window, 3).state is State.DONE)
    assert row(window, 3).completed_on == window.document.today()
    result = field(window, "Фактический результат")
    qtbot.waitUntil(result.hasFocus)
    type_text("Справка готова")
    window.setFocus()
    assert row(window, 3).actual_result == "Справка готова"
    window._actions["undo"].trigger()
    window._actions["undo"].trigger()
    assert (row(window, 3).state, row(window, 3).completed_on) == (State.PLANNED, None)


def test_arrow_keys_that_pass_over_done_leave_the_caret_where_it_is(window: MainWindow) -> None:
    choose(window, 3)
    editor = field(window, "Состояние", StateEditor)
    editor.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Down, widget=editor)
        QApplication.processEvents()
    assert row(window, 3).state is State.DONE
    assert editor.hasFocus()


@pytest.mark.usefixtures("same_day")
def test_from_the_table_the_result_is_a_key_away_and_a_given_day_stays(window: MainWindow) -> None:
    choose(window, 3)
    person_choose_state(window, "выполнено")
    assert row(window, 3).completed_on == window.document.today()
    assert window.status.text == "Выполнено. Вписать результат и приложить подтверждение: Alt+Enter"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, window.table.view)
    assert field(window, "Фактический результат").hasFocus()

    choose(window, 4)
    plan = window.document.plan
    assert plan is not None
    day = window.document.today() - timedelta(9)
    ids = [row(window, 4).id]
    window.document.execute(lambda file: activities.set_field(file, plan, ids, "completed_on", day))
    person_choose_state(window, "выполнено")
    assert row(window, 4).completed_on == day


def person_choose_state(window: MainWindow, word: str) -> None:
    menu = QMenu()
    window.table.fill_states(menu)
    (action,) = [one for one in menu.actions() if one.text() == word]
    action.trigger()
