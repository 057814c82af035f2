"""Dates changed by the mouse: the wording follows, one undo brings back both."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from roadmap_desktop.model.period import Period


@pytest.fixture
def two_weeks(person):
    """Activity 13 over 5–16 October, alone in the upper lanes."""
    person.word(13, "5–16 октября 2020 года")
    return person


def middle(rect, day_width):
    return QPoint(rect.left() + day_width // 2, rect.center().y())


def over(person, day, like):
    """A point over the day at the height of another one within its week."""
    return QPoint(person.day(day).x(), person.day(day).y())


def test_a_bar_dragged_by_two_days_moves_and_its_wording_follows(two_weeks):
    person = two_weeks
    start = QPoint(person.day(date(2020, 10, 6)).x(), person.bar(13).center().y())
    person.drag(start, QPoint(person.day(date(2020, 10, 8)).x(), start.y()))
    assert person.row(13).due.periods == (Period(date(2020, 10, 7), date(2020, 10, 18)),)
    assert person.row(13).due_text == "7–18 октября 2020 года"
    assert person.days_of(13)[0][0] == date(2020, 10, 7)


def test_one_undo_brings_back_dates_and_wording(two_weeks):
    person = two_weeks
    start = person.bar(13).center()
    person.drag(start, person.day(date(2020, 10, 28)))
    assert person.row(13).due_text != "5–16 октября 2020 года"
    person.undo()
    assert person.row(13).due_text == "5–16 октября 2020 года"
    assert person.days_of(13)[0][0] == date(2020, 10, 5)


def test_a_bar_dragged_down_a_row_moves_by_a_week(two_weeks):
    person = two_weeks
    start = QPoint(person.day(date(2020, 10, 7)).x(), person.bar(13).center().y())
    person.drag(start, person.day(date(2020, 10, 14)))
    assert person.row(13).due.periods == (Period(date(2020, 10, 12), date(2020, 10, 23)),)


def test_the_right_edge_changes_the_end_alone(two_weeks):
    person = two_weeks
    bar = person.bar(13, week=1)
    person.drag(QPoint(bar.right() - 1, bar.center().y()), person.day(date(2020, 10, 21)))
    assert person.row(13).due_text == "5–21 октября 2020 года"


def test_the_left_edge_changes_the_start_alone(two_weeks):
    person = two_weeks
    bar = person.bar(13)
    person.drag(QPoint(bar.left() + 1, bar.center().y()), person.day(date(2020, 10, 1)))
    assert person.row(13).due_text == "1–16 октября 2020 года"


def test_an_edge_stops_at_the_other_one(two_weeks):
    person = two_weeks
    bar = person.bar(13)
    person.drag(QPoint(bar.left() + 1, bar.center().y()), person.day(date(2020, 10, 29)))
    assert person.row(13).due_text == "16 октября 2020 года"


def test_an_end_outside_the_month_stays_where_it_is(person):
    person.word(13, "5 октября – 20 ноября 2020 года")
    bar = person.bar(13)
    person.drag(QPoint(bar.left() + 1, bar.center().y()), person.day(date(2020, 10, 14)))
    assert person.row(13).due.periods == (Period(date(2020, 10, 14), date(2020, 11, 20)),)


def test_the_new_dates_are_shown_while_dragging(two_weeks):
    person = two_weeks
    bar = person.bar(13, week=1)
    before = person.page.grid.grab().toImage()
    person.drag(QPoint(bar.right() - 1, bar.center().y()), person.day(date(2020, 10, 21)), drop=False)
    assert person.page.grid.gestures.drag.period == Period(date(2020, 10, 5), date(2020, 10, 21))
    assert person.page.grid.grab().toImage() != before
    assert person.row(13).due_text == "5–16 октября 2020 года"


def test_esc_cancels_the_drag(two_weeks):
    person = two_weeks
    start = person.bar(13).center()
    end = person.day(date(2020, 10, 28))
    person.drag(start, end, drop=False)
    person.press(Qt.Key.Key_Escape)
    person.qtbot.mouseRelease(person.page.grid, Qt.MouseButton.LeftButton, pos=end)
    assert person.row(13).due_text == "5–16 октября 2020 года"
    assert person.document.undo_state.undo == "Срок исполнения, мероприятие 13"
    assert person.page.grid.gestures.drag is None


@pytest.mark.parametrize("outside", ["left", "right", "above", "below"])
def test_a_bar_dropped_outside_the_days_stays_where_it_was(two_weeks, outside):
    person = two_weeks
    grid, start = person.page.grid, person.bar(13).center()
    end = {
        "left": QPoint(-200, start.y()),
        "right": QPoint(grid.width() + 30, start.y()),
        "above": QPoint(start.x() + 300, 5),
        "below": QPoint(start.x(), grid.height() + 5),
    }[outside]
    person.drag(start, person.day(date(2020, 10, 28)), drop=False)
    person.qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=end)
    assert person.row(13).due_text == "5–16 октября 2020 года"
    person.drag(start, end)
    assert person.row(13).due_text == "5–16 октября 2020 года"


def test_a_bar_dropped_where_it_was_changes_nothing(two_weeks):
    person = two_weeks
    start = person.bar(13).center()
    person.qtbot.mousePress(person.page.grid, Qt.MouseButton.LeftButton, pos=start)
    person.qtbot.mouseMove(person.page.grid, start + QPoint(0, 60))
    person.qtbot.mouseMove(person.page.grid, start)
    changes = []
    person.document.changed.connect(changes.append)
    person.qtbot.mouseRelease(person.page.grid, Qt.MouseButton.LeftButton, pos=start)
    assert changes == []


def test_of_several_periods_only_the_dragged_one_moves(person):
    person.word(13, "1–2 октября, 20–21 октября 2020 года")
    second = person.bar(13, week=1)
    person.drag(QPoint(second.left() + 20, second.center().y()), person.day(date(2020, 10, 27)))
    assert person.row(13).due.periods == (
        Period(date(2020, 10, 1), date(2020, 10, 2)),
        Period(date(2020, 10, 27), date(2020, 10, 28)),
    )


def test_a_deadline_stays_a_deadline(person):
    person.word(13, "до 15 октября 2020 года")
    person.drag(person.bar(13).center(), person.day(date(2020, 10, 22)))
    assert person.row(13).due_text == "до 22 октября 2020 года"


def test_days_of_a_recurrence_cannot_be_dragged(person):
    person.word(13, "каждый вторник")
    person.drag(person.bar(13).center(), person.day(date(2020, 10, 29)))
    assert person.row(13).due_text == "каждый вторник"


def test_a_drag_with_the_right_button_is_none(two_weeks):
    person = two_weeks
    start, end = person.bar(13).center(), person.day(date(2020, 10, 28))
    grid = person.page.grid
    person.qtbot.mousePress(grid, Qt.MouseButton.RightButton, pos=start)
    person.qtbot.mouseMove(grid, end)
    person.qtbot.mouseRelease(grid, Qt.MouseButton.RightButton, pos=end)
    assert person.row(13).due_text == "5–16 октября 2020 года"
