"""Clicks, double clicks, lists and the menu."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.activity import State
from roadmap_desktop.ui.calendar.gestures import cursor_over


def point_of(index, view):
    return view.visualRect(index).center()


def test_a_click_on_a_bar_chooses_the_activity(person):
    person.click(person.bar(7).center())
    assert person.selection.ids == (person.id(7),)
    assert person.asked_to_edit == []


def test_a_click_beside_the_bars_or_escape_lets_go_of_the_choice(person):
    person.click(person.bar(7).center())
    person.click(person.day(date(2020, 10, 3)))
    assert person.selection.ids == ()
    assert person.page.grid.focused_day == date(2020, 10, 3)
    person.click(person.bar(7).center())
    person.press(Qt.Key.Key_Escape)
    assert person.selection.ids == ()


def test_a_double_click_on_a_bar_asks_to_edit_it(person):
    person.double_click(person.bar(3, week=2).center())
    assert person.asked_to_edit == [person.id(3)]
    assert person.selection.ids == (person.id(3),)


def test_a_double_click_on_a_day_adds_an_activity_on_it_and_asks_to_edit_it(person):
    person.page.show_month(date(2021, 7, 1))
    person.double_click(person.day(date(2021, 7, 14)))
    assert len(person.document.plan.activities) == 23
    person.name_the_new("Летняя школа")
    added = person.document.plan.activities[-1]
    assert added.name == "Летняя школа"
    assert added.section_id == person.row(23).section_id
    assert added.due_text == "14 июля 2021 года"
    assert person.days_of(24) == [(date(2021, 7, 14), date(2021, 7, 14))]
    assert person.asked_to_edit == [added.id]
    assert person.selection.ids == (added.id,)
    person.undo()
    assert len(person.document.plan.activities) == 23


def test_a_pill_of_the_strip_chooses_and_edits(person):
    pill = person.page.strip.pills[0]
    person.qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert person.selection.ids == (person.id(8),)
    person.qtbot.mouseDClick(pill, Qt.MouseButton.LeftButton)
    assert person.asked_to_edit == [person.id(8)]


def test_more_of_the_strip_lists_all_that_run_all_year(person):
    person.qtbot.mouseClick(person.page.strip.more, Qt.MouseButton.LeftButton)
    assert person.listed() == ["8", "19", "20", "21", "22", "23"]


def test_undated_activities_are_counted_and_listed(person):
    strip = person.page.strip
    assert strip.undated.text() == "Без даты: 1"
    person.qtbot.mouseClick(strip.undated, Qt.MouseButton.LeftButton)
    assert person.listed() == ["18"]
    view = person.popup().list
    person.qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view.model().index(0, 0), view)
    )
    assert person.selection.ids == (person.id(18),)
    person.qtbot.mouseDClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view.model().index(0, 0), view)
    )
    assert person.asked_to_edit == [person.id(18)]
    assert QApplication.activePopupWidget() is None


def test_more_of_a_day_lists_the_whole_day(person):
    day = date(2020, 10, 15)
    grid = person.page.grid
    week, column = 2, 3
    assert grid.layout_shown.day(week, column) == day
    person.click(grid.geometry_shown.more(week, column).center())
    assert person.listed() == ["3", "7", "10", "12", "13", "14"]


def test_enter_in_a_list_chooses_and_closes_it(person):
    person.qtbot.mouseClick(person.page.strip.more, Qt.MouseButton.LeftButton)
    view = person.popup().list
    person.qtbot.keyClick(view, Qt.Key.Key_Down)
    person.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert person.selection.ids == (person.id(19),)
    assert QApplication.activePopupWidget() is None


def test_the_menu_of_a_bar_sets_a_state_and_undo_takes_it_back(person):
    point = person.bar(7).center()
    person.page.grid.menu_requested.emit(person.id(7), person.page.grid.mapToGlobal(point))
    menu = person.menu()
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Изменить…",
        "Состояние",
        "Удалить",
    ]
    states = menu.actions()[1].menu()
    assert [action.text() for action in states.actions()] == [state.value for state in State]
    assert [action.text() for action in states.actions() if action.isChecked()] == ["запланировано"]
    states.actions()[2].trigger()
    assert person.row(7).state is State.DONE
    person.undo()
    assert person.row(7).state is State.PLANNED


def test_the_menu_deletes_and_undo_brings_back(person):
    activity = person.id(7)
    person.page.grid.menu_requested.emit(activity, QPoint(300, 300))
    person.menu().actions()[-1].trigger()
    assert activity not in person.document.plan.by_id
    person.undo()
    assert activity in person.document.plan.by_id


def test_a_choice_made_elsewhere_is_marked_here(person):
    before = person.page.grid.grab().toImage()
    person.selection.choose([person.id(7)])
    assert person.page.grid.grab().toImage() != before


def test_the_cursor_tells_an_edge_from_the_middle(person):
    grid = person.page.grid
    person.word(10, "5–7 октября 2020 года")
    bar = person.bar(10)
    shapes = [
        cursor_over(grid.hits.bar(QPoint(x, bar.center().y())), over_more=False)
        for x in (bar.left() + 1, bar.center().x(), bar.right() - 1)
    ]
    assert shapes == [
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.PointingHandCursor,
        Qt.CursorShape.SizeHorCursor,
    ]


def test_the_edge_of_a_bar_that_goes_on_in_the_next_week_is_no_edge(person):
    grid, bar = person.page.grid, person.bar(3, week=1)
    for x in (bar.left(), bar.right()):
        assert (
            cursor_over(grid.hits.bar(QPoint(x, bar.center().y())), over_more=False)
            != Qt.CursorShape.SizeHorCursor
        )


def test_the_tooltip_tells_all_and_takes_no_markup(person):
    person.set(7, "name", "<b>Жирно</b> & «остро» ]]> 😀")
    tip = person.page.grid.tooltip_at(person.bar(7).center())
    assert "&lt;b&gt;Жирно&lt;/b&gt; &amp; «остро»" in tip
    assert "<b>" not in tip
    assert "Состояние: запланировано" in tip
    assert person.row(7).performers[0] in tip


def test_an_activity_added_on_a_day_of_a_full_month_is_seen_on_it(person):
    day = date(2020, 10, 9)
    grid = person.page.grid
    assert grid.layout_shown.hidden(day)
    number = grid.geometry_shown.cell(1, 4).topLeft() + QPoint(12, 10)
    person.double_click(number)
    person.name_the_new("Совет")
    assert person.days_of(24) == [(day, day)]


def test_a_pill_edited_by_enter_keeps_the_keys(person):
    person.page.activateWindow()
    pill = person.page.strip.pills[1]
    pill.setFocus()
    person.qtbot.waitUntil(pill.hasFocus)
    person.qtbot.keyClick(pill, Qt.Key.Key_Return)
    assert person.asked_to_edit == [person.id(19)]
    person.set(19, "state", State.DONE)
    assert person.page.strip.pills[1] is not pill
    assert person.page.strip.pills[1].hasFocus()
