"""Records of registers beside activities: seen, switched off, asked for."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.ui.calendar.captions import record_caption
from roadmap_desktop.ui.calendar.page import CalendarPage
from tests.ui.calendar.conftest import Person
from tests.ui.person import click


def add(person: Person, register: str, **values: object) -> str:
    made: list[str] = []

    def operation(file):
        id_, change_set = add_record(file, BY_ID[register], values)
        made.append(id_)
        return change_set

    person.document.execute(operation)
    return made[0]


def shown(person: Person) -> list[str]:
    lanes = person.page.grid.layout_shown.dated
    return list(dict.fromkeys(record_caption(lanes.record(segment)) for segment in lanes.segments))


def point_of(person: Person, caption: str):
    grid = person.page.grid
    lanes = grid.layout_shown.dated
    found = next(one for one in lanes.segments if record_caption(lanes.record(one)) == caption)
    return grid.hits.record_rect(found).center()


def kind(person: Person, title: str):
    person.page.records.menu.aboutToShow.emit()
    (action,) = [one for one in person.page.records.menu.actions() if one.text() == title]
    return action


@pytest.fixture
def council(person: Person) -> str:
    """A meeting of October with a decision to be done in it."""
    meeting = add(person, "meetings", name="Совет", held_on=date(2020, 10, 14))
    add(person, "decisions", meeting_id=meeting, name="Справки", due_text="до 21 октября")
    person.qtbot.waitUntil(lambda: bool(shown(person)))
    return meeting


def test_a_meeting_and_a_decision_stand_below_the_activities_of_their_days(person, council):
    assert shown(person) == ["Совет · совещание", "Справки · решение"]
    layout = person.page.grid.layout_shown
    for segment in layout.dated.segments:
        above = [one.lane for one in layout.laid.segments if one.week == segment.week]
        assert segment.lane > max(above)
    person.undo()
    assert shown(person) == ["Совет · совещание"]
    person.page.show_month(date(2020, 12, 1))
    assert shown(person) == []


def test_a_click_on_a_record_asks_for_it_and_changes_nothing(person, council):
    asked: list[tuple[str, str]] = []
    person.page.record_wanted.connect(lambda *one: asked.append(one))
    activities = len(person.document.plan.activities)
    person.double_click(point_of(person, "Совет · совещание"))
    assert asked[0] == ("meetings", council)
    assert len(person.document.plan.activities) == activities
    assert "Совет" in person.page.grid.tooltip_at(point_of(person, "Совет · совещание"))


def test_a_kind_that_is_switched_off_is_off_tomorrow_too(person, council, settings):
    kind(person, "Совещания").trigger()
    assert shown(person) == ["Справки · решение"]
    assert person.page.records.button.text() == "Показывать: всё, кроме 1 вида ▾"
    later = CalendarPage(person.document, person.selection, settings)
    person.qtbot.addWidget(later)
    assert later.records.hidden == {"meetings"}
    kind(person, "Только мероприятия").trigger()
    assert shown(person) == []
    assert person.page.records.button.text() == "Показывать: только мероприятия ▾"
    kind(person, "Показывать всё").trigger()
    assert shown(person) == ["Совет · совещание", "Справки · решение"]


def test_what_does_not_fit_is_counted_and_listed(person, council):
    for number in range(8):
        add(person, "meetings", name=f"Встреча {number}", held_on=date(2020, 10, 14))
    day = date(2020, 10, 14)
    assert person.page.grid.layout_shown.hidden(day) > 4
    person.page.show_day(day)
    person.press(Qt.Key.Key_Space)
    listed = person.popup().list.model()
    captions = [listed.index(row, 0).data() for row in range(listed.rowCount())]
    assert captions[-1] == "Встреча 7"
    asked: list[str] = []
    person.page.record_wanted.connect(lambda register, _id: asked.append(register))
    view = person.popup().list
    view.scrollToBottom()
    click(view.viewport(), view.visualRect(listed.index(len(captions) - 1, 0)).center())
    assert asked == ["meetings"]


def test_a_day_with_nothing_but_a_record_lists_it_by_enter(person):
    add(person, "publications", name="Заметка", published_on=date(2021, 7, 7))
    person.page.show_day(date(2021, 7, 7))
    person.qtbot.waitUntil(lambda: shown(person) == ["Заметка · публикация"])
    person.press(Qt.Key.Key_Return)
    assert person.popup().list.model().index(0, 0).data() == "Заметка"


def test_a_day_offers_to_plan_a_task_on_it(person: Person) -> None:
    day = date(2020, 10, 14)
    person.page.grid.day_menu_requested.emit(
        day, person.page.grid.mapToGlobal(person.page.grid.rect().center())
    )
    menu = person.menu()
    assert [action.text() for action in menu.actions()] == ["Запланировать дело…", "Добавить мероприятие"]
    menu.actions()[0].trigger()
    dialog = QApplication.activeModalWidget()
    dialog.form.editors["name"].setPlainText("Выезд")
    dialog.form.editors["time"].setPlainText("9.30")
    dialog.accept()
    person.qtbot.waitUntil(lambda: bool(shown(person)))
    assert shown(person) == ["9:30 Выезд · дело"]
