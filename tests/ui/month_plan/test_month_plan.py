"""«План месяца» as a methodist uses it: types lines, tells what was done, carries over what was not."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from roadmap_desktop.operations.file.opening import AccessKind
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.listing import NEW
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from roadmap_desktop.ui.month_plan.planning import plan_task
from roadmap_desktop.ui.table.captions import Caption
from tests.ui.month_plan.conftest import add, choose_line, dialog, line_of, lines, october, said, tasks, typed
from tests.ui.person import click, press, type_text


def test_all_work_of_the_month_stands_by_day_and_hour_and_then_the_activities(page: MonthPlanPage) -> None:
    october(page)
    listed = lines(page)
    assert listed[:5] == [
        "По датам",
        "1, чт 10:00 Итоги ГИА",
        "6, вт 9:30–13:00 Выезд",
        "6, вт 14:00 Семинар",
        "13, вт Занятие «Подготовка к ОГЭ», русский язык",
    ]
    assert [one for one in listed if one.startswith("▸")] == [
        "▸ В течение учебного года: 6",
        "▸ Не выполнено ранее: 6",
        "▸ Без установленного срока: 1",
    ]


def test_each_activity_of_the_month_stands_there_once(page: MonthPlanPage) -> None:
    page.model.folded.clear()
    page.show_day(date(2020, 10, 1))
    page._read()
    numbers = [row.numbers[0] for row in page.model.listing.rows if row.is_activity]
    assert len(numbers) == len(set(numbers))


def test_a_line_is_added_by_typing_its_day_hour_and_name(page: MonthPlanPage) -> None:
    page.add()
    typed("8", "в 9.30", "Выезд в школу")
    assert tasks(page) == []
    assert (said(page, NEW, "day"), said(page, NEW, "time")) == ("8", "9:30")
    press(Qt.Key.Key_Tab)
    (task,) = tasks(page)
    assert (task.starts_on, task.ends_on, task.time, task.name) == (
        date(2020, 10, 8),
        None,
        "9:30",
        "Выезд в школу",
    )
    # The caret went on in the new line.
    typed("СОШ № 5", "администрация, 3 педагога")
    press(Qt.Key.Key_Return)
    (task,) = tasks(page)
    assert (task.place, task.participants) == ("СОШ № 5", "администрация, 3 педагога")
    assert "8, чт 9:30 Выезд в школу" in lines(page)


def test_a_line_left_half_typed_is_no_task(page: MonthPlanPage) -> None:
    page.add()
    typed("8", "14.00")
    press(Qt.Key.Key_Escape)
    assert tasks(page) == []
    page.add()
    press(Qt.Key.Key_Escape)
    assert tasks(page) == []
    assert page._document.undo_state.undo is None


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("day", "32", "32-го числа в этом месяце нет"),
        ("day", "когда-нибудь", "не день"),
        ("day", "10–8", "последний день раньше первого"),
        ("time", "утром", "не время"),
        ("time", "10-15", "можно понять двояко"),
        ("time", "25:00", "такого времени нет"),
        ("time", "13:00–9:30", "Окончание раньше начала"),
    ],
)
def test_what_is_no_day_or_hour_is_told_and_the_old_one_stays(
    page: MonthPlanPage, column: str, text: str, sentence: str
) -> None:
    october(page)
    choose_line(page, "Выезд", column)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(text)
    press(Qt.Key.Key_Return)
    box = dialog()
    assert sentence in box.text()
    box.close()
    assert "6, вт 9:30–13:00 Выезд" in lines(page)


def test_days_are_typed_as_people_write_them(page: MonthPlanPage) -> None:
    october(page)
    for text, shown in (
        ("12–14", "12–14, пн–ср"),
        ("8 октября", "8, чт"),
        ("09.10.2020", "9, пт"),
        ("7, ср", "7, ср"),
    ):
        choose_line(page, "Семинар", "day")
        press(Qt.Key.Key_F2)
        press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(text)
        press(Qt.Key.Key_Return)
        assert f"{shown} 14:00 Семинар" in lines(page)


def test_a_meeting_has_one_day(page: MonthPlanPage) -> None:
    october(page)
    choose_line(page, "Итоги ГИА", "day")
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("1–3")
    press(Qt.Key.Key_Return)
    assert "день может быть только один" in dialog().text()


def test_the_space_bar_says_that_it_was_done_and_takes_it_back(page: MonthPlanPage) -> None:
    october(page)
    choose_line(page, "Итоги ГИА")
    assert standing(page, "Итоги ГИА") == "нет отметки"
    press(Qt.Key.Key_Space)
    assert standing(page, "Итоги ГИА") == "выполнено"
    press(Qt.Key.Key_Space)
    assert standing(page, "Итоги ГИА") == "нет отметки"
    assert standing(page, "Занятие «Подготовка к ОГЭ», русский язык") == "запланировано"


def standing(page: MonthPlanPage, name: str) -> str:
    column = page.model.columns[page.model.places["state"]]
    return page.model.cells.standing(line_of(page, name), column).word


def state_menu(page: MonthPlanPage, name: str) -> QMenu:
    choose_line(page, name, "state")
    press(Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def pick(menu: QMenu, text: str) -> None:
    (action,) = [one for one in menu.actions() if one.text() == text]
    action.trigger()
    menu.close()


def test_not_done_asks_why(page: MonthPlanPage) -> None:
    october(page)
    pick(state_menu(page, "Семинар"), "не выполнено…")
    asked = dialog()
    type_text("Школа на карантине", asked.reason)
    click(asked.save)
    (task,) = [one for one in tasks(page) if one.name == "Семинар"]
    assert (str(task.state), task.reason) == ("не выполнено", "Школа на карантине")
    assert "Школа на карантине" in page.model.cells.note(line_of(page, "Семинар"), page.model.columns[2])


def test_not_done_offers_to_carry_over(page: MonthPlanPage) -> None:
    october(page)
    pick(state_menu(page, "Семинар"), "не выполнено…")
    asked = dialog()
    type_text("Докладчик болен", asked.reason)
    asked.carry.setChecked(True)
    click(asked.save)
    (task,) = [one for one in tasks(page) if one.name == "Семинар"]
    assert (task.starts_on, task.moved_from) == (date(2020, 11, 6), "06.10.2020")
    assert (str(task.state), task.reason) == ("запланировано", "Докладчик болен")
    assert not any("Семинар" in line for line in lines(page))
    page.show_day(date(2020, 11, 1))
    assert "6, пт 14:00 Семинар" in lines(page)


def test_what_is_left_of_the_month_is_carried_over_at_once(page: MonthPlanPage) -> None:
    october(page)
    click(page.header.carry)
    asked = dialog()
    texts = [asked.list.item(place).text() for place in range(asked.list.count())]
    assert texts[0] == "1 октября, чт — Итоги ГИА"
    assert len(texts) == 4
    # Ticked at first is what is over: today is 6 October.
    assert [line.name for line in asked.chosen()] == ["Итоги ГИА"]
    asked.list.item(1).setCheckState(Qt.CheckState.Checked)
    asked.accept()
    page.show_day(date(2020, 11, 1))
    # 1 November is a Sunday; 4 November and the days off around it are not worked either.
    assert lines(page)[1:3] == ["2, пн 10:00 Итоги ГИА", "6, пт 9:30–13:00 Выезд"]
    assert page._document.undo_state.undo == "Перенесено: 2 дела"


def test_a_week_is_the_same_list(page: MonthPlanPage) -> None:
    october(page)
    click(page.header.week)
    assert page.header.title.text() == "5–11 октября 2020"
    assert lines(page)[:3] == ["По датам", "6, вт 9:30–13:00 Выезд", "6, вт 14:00 Семинар"]
    click(page.header.later)
    assert page.header.title.text() == "12–18 октября 2020"
    assert "13, вт Занятие «Подготовка к ОГЭ», русский язык" in lines(page)
    click(page.header.month)
    assert page.header.title.text() == "Октябрь 2020"


def test_groups_fold_by_a_click_and_by_enter(page: MonthPlanPage) -> None:
    page.view.scrollToBottom()
    place = next(
        place for place, row in enumerate(page.model.rows) if isinstance(row, Caption) and row.is_folded
    )
    middle = page.view.visualRect(page.model.index(place, 2)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.model.rows[place].text == "В течение учебного года"
    assert page.model.rows[place + 1].is_activity
    page.view.setCurrentIndex(page.model.index(place, 0))
    press(Qt.Key.Key_Return, widget=page.view)
    assert page.model.rows[place].text == "▸ В течение учебного года: 6"


def test_sources_are_chosen_and_remembered(page: MonthPlanPage) -> None:
    october(page)
    page.sources.kinds_menu.aboutToShow.emit()
    (meetings,) = [one for one in page.sources.kinds_menu.actions() if one.text() == "Совещания"]
    meetings.setChecked(False)
    assert not any("Итоги ГИА" in line for line in lines(page))
    assert page.sources.text() == "Показывать: всё, кроме 1 вида ▾"


def test_a_record_is_edited_beside_the_list(page: MonthPlanPage, window: MainWindow) -> None:
    october(page)
    choose_line(page, "Выезд")
    shown = window.details._record
    assert shown is not None and shown.isVisible()
    form = shown._forms["tasks"]
    assert form.head.text() == "Дело · 6 октября, вт"
    type_text(" утром", form.editors["place"])
    window.details.commit_pending()
    assert said(page, line_of(page, "Выезд"), "place") == "СОШ № 5 утром"


def test_beside_another_page_stands_what_is_chosen_there(page: MonthPlanPage, window: MainWindow) -> None:
    october(page)
    choose_line(page, "Выезд")
    record = window.details._record
    assert record is not None
    window.show_page("table")
    assert not record.isVisible()
    plan = window.document.plan
    assert plan is not None
    window.table.show_record(plan.activities[2].id)
    assert (record.isVisible(), window.details._form.activity_id) == (False, plan.activities[2].id)
    window.show_page("month_plan")
    assert record.isVisible()
    window.selection.choose([plan.activities[3].id])
    assert not record.isVisible()


def test_an_activity_gets_its_work_of_the_month(page: MonthPlanPage, window: MainWindow) -> None:
    plan = window.document.plan
    assert plan is not None
    plan_task(window.document, window, plan.activities[7].id)
    asked = dialog()
    asked.form.editors["starts_on"].set_value(date(2020, 10, 8))
    asked.accept()
    (line,) = [row for row in page.model.records() if row.register == "tasks" and row is not NEW]
    assert line.numbers == ("8",)
    note = page.model.cells.note(line, page.model.columns[page.model.places["name"]])
    assert note == "дело · мероприятие 8"
    assert window.document.undo_state.undo.startswith("Добавлено: дело")


def test_delete_takes_a_task_but_no_activity(page: MonthPlanPage, window: MainWindow) -> None:
    october(page)
    choose_line(page, "Выезд")
    press(Qt.Key.Key_Delete)
    assert not any("Выезд" in line for line in lines(page))
    before = len(window.document.plan.activities)
    page.model.folded.clear()
    page._read()
    activity = next(row for row in page.model.records() if row.is_activity)
    page.view.go_to(activity.id, page.model.places["name"])
    page.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert len(window.document.plan.activities) == before


def test_the_status_line_counts(page: MonthPlanPage) -> None:
    october(page)
    assert page.status_text.startswith("Октябрь: 4 дела · без отметки 1")


def test_sixty_things_on_one_day_and_a_place_of_two_thousand_letters(page: MonthPlanPage) -> None:
    for number in range(60):
        add(page, "tasks", name=f"Дело {number}", starts_on=date(2020, 10, 7), place="ж" * 2000)
    assert sum(line.startswith("7, ср") for line in lines(page)) == 60


def test_work_over_midnight_needs_its_last_day(page: MonthPlanPage) -> None:
    add(
        page,
        "tasks",
        name="Дежурство",
        starts_on=date(2020, 10, 7),
        ends_on=date(2020, 10, 8),
        time="22:00–2:00",
    )
    assert "7–8, ср–чт 22:00–2:00 Дежурство" in lines(page)


def test_a_file_that_is_only_read_takes_no_lines(page: MonthPlanPage, window: MainWindow) -> None:
    october(page)
    window.document.switch_to(None, None, window.document.access._replace(kind=AccessKind.PLACE))
    assert NEW not in page.model.rows
    choose_line(page, "Выезд")
    press(Qt.Key.Key_Space)
    assert standing(page, "Выезд") == "запланировано"
