"""Self-assessment and participants of a course are filled as sheets, each as one step of undo."""

from typing import Any, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.assessment_sheet import AssessmentDialog
from roadmap_desktop.ui.registers.seats_sheet import SeatsDialog
from tests.ui.forms import dialog_of, open_tab
from tests.ui.keyboard import hit
from tests.ui.person import choose, click, press, type_text
from tests.ui.registers.test_row_commands import choose_in_menu
from tests.ui.test_registers import page_of

_CTRL = Qt.KeyboardModifier.ControlModifier
Dialog = TypeVar("Dialog", bound=QWidget)


def record(window: MainWindow, register: str, **values: object) -> str:
    made: list[str] = []

    def add(file: object) -> object:
        id_, change_set = registers.add_record(file, BY_ID[register], values)  # type: ignore[arg-type]
        made.append(id_)
        return change_set

    window.document.execute(add)  # type: ignore[arg-type]
    return made[0]


def rows(window: MainWindow, register: str) -> list[Any]:
    empty = record_listing.Listing(BY_ID[register], (), {})
    return list(
        window.document.query(lambda file: record_listing.read_listing(file, BY_ID[register]), empty).rows
    )


def shown(window: MainWindow, kind: type[Dialog]) -> Dialog:
    (dialog,) = [found for found in window.findChildren(kind) if found.isVisible()]
    return dialog


def three_teachers(window: MainWindow) -> list[str]:
    school = record(window, "schools", name="СОШ № 1")
    names = ("Ромашкина В. В.", "Образцова А. А.")
    ids = [record(window, "teachers", name=name, school_id=school) for name in names]
    return [*ids, record(window, "teachers", name="Учителева Б. Б.")]


def test_a_teacher_is_assessed_by_digits_and_one_undo_takes_all_back(window: MainWindow) -> None:
    teacher = three_teachers(window)[0]
    page = page_of(window, "teachers")
    page.view.choose([teacher])
    choose_in_menu(page.view, "Заполнить самооценку…")
    dialog = shown(window, AssessmentDialog)
    for digit in "24351":
        press(Qt.Key(ord(digit)), widget=dialog.table)
    click(dialog.save)
    assert not dialog.isVisible()
    found = rows(window, "assessments")
    assert [one.score for one in found] == [2, 4, 3, 5, 1]
    assert [str(one.competence) for one in found] == ["предметная"] * 4 + ["методическая"]
    assert found[0].name == "Свободно владею содержанием предмета в объёме рабочей программы"
    assert {one.assessed_on for one in found} == {window.document.today()}
    choose(window, "Правка", "Отменить")
    assert rows(window, "assessments") == []


def test_what_was_filled_before_stands_in_the_sheet_and_is_changed_there(window: MainWindow) -> None:
    teacher = three_teachers(window)[0]
    record(window, "assessments", teacher_id=teacher, name="Веду кружок", score=5)
    record(
        window,
        "assessments",
        teacher_id=teacher,
        name="свободно владею содержанием предмета в объёме рабочей программы",
        score=2,
    )
    page_of(window, "teachers").open_record(teacher)
    record_dialog = dialog_of(window)
    open_tab(record_dialog, "Диагностика")
    (button,) = [
        one for one in record_dialog.findChildren(QPushButton) if one.text() == "Заполнить самооценку…"
    ]
    click(button)
    dialog = shown(window, AssessmentDialog)
    assert dialog.table.item(1, 1).text() == "2"
    assert [dialog.table.item(5, column).text() for column in (0, 1)] == ["Веду кружок", "5"]
    press(Qt.Key.Key_4, widget=dialog.table)
    dialog.table.setCurrentCell(5, 1)
    press(Qt.Key.Key_Delete, widget=dialog.table)
    click(dialog.save)
    assert [one.score for one in rows(window, "assessments")] == [4]


def test_all_teachers_of_a_school_are_columns_of_one_sheet(window: MainWindow) -> None:
    three_teachers(window)
    page = page_of(window, "schools")
    page.view.choose([page.model.rows[0].id])
    choose_in_menu(page.view, "Самооценка педагогов школы…")
    table = shown(window, AssessmentDialog).table
    headings = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    assert headings == ["Что оценивается", "Образцова А. А.", "Ромашкина В. В."]
    table.setCurrentCell(1, 2)
    press(Qt.Key.Key_F2, widget=table)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "3").trigger()
    menu.close()
    click(shown(window, AssessmentDialog).save)
    assert [one.score for one in rows(window, "assessments")] == [3]


def test_a_sheet_that_is_cancelled_leaves_nothing(window: MainWindow) -> None:
    teacher = three_teachers(window)[0]
    before = window.document.undo_state
    page = page_of(window, "teachers")
    page.view.choose([teacher])
    choose_in_menu(page.view, "Заполнить самооценку…")
    dialog = shown(window, AssessmentDialog)
    press(Qt.Key.Key_4, widget=dialog.table)
    press(Qt.Key.Key_Escape, widget=dialog)
    assert not dialog.isVisible()
    assert window.document.undo_state == before


def seats(window: MainWindow) -> SeatsDialog:
    three_teachers(window)
    course = record(window, "courses", name="Читаем вместе")
    page = page_of(window, "courses")
    page.view.choose([course])
    choose_in_menu(page.view, "Участники списком…")
    return shown(window, SeatsDialog)


def test_the_teachers_of_a_school_are_ticked_at_once(window: MainWindow) -> None:
    dialog = seats(window)
    dialog.schools.setCurrentText("СОШ № 1")
    click(dialog.tick_shown)
    assert dialog.said.text() == "Отмечено: 2 участника"
    click(dialog.save)
    assert len(rows(window, "participants")) == 2
    choose(window, "Правка", "Отменить")
    assert rows(window, "participants") == []


def test_a_certificate_is_typed_and_its_teacher_takes_part(window: MainWindow) -> None:
    dialog = seats(window)
    type_text("ромаш", dialog.search)
    (row,) = [row for row in range(3) if not dialog.table.isRowHidden(row)]
    dialog.table.item(row, 2).setText("К-12")
    dialog.table.item(row, 3).setText("31.02.2020")
    click(dialog.save)
    assert dialog.isVisible()
    assert "31.02.2020" in dialog._mistake.text()
    dialog.table.item(row, 3).setText("05.10.2020")
    click(dialog.save)
    (taken,) = rows(window, "participants")
    assert (taken.certificate, f"{taken.issued_on:%d.%m.%Y}") == ("К-12", "05.10.2020")


def test_a_tick_that_is_taken_away_takes_the_participant_away(window: MainWindow) -> None:
    dialog = seats(window)
    click(dialog.tick_shown)
    click(dialog.save)
    page = page_of(window, "courses")
    choose_in_menu(page.view, "Участники списком…")
    again = shown(window, SeatsDialog)
    again.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    click(again.save)
    assert len(rows(window, "participants")) == 2


def test_a_column_of_certificates_is_pasted_into_the_rows_that_are_shown(window: MainWindow) -> None:
    dialog = seats(window)
    dialog.schools.setCurrentText("СОШ № 1")
    names = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    QApplication.clipboard().setText("12-А\t05.10.2020\n13-А\t06.10.2020\n")
    dialog.table.setCurrentCell(names.index("Образцова А. А."), 2)
    press(Qt.Key.Key_V, _CTRL, widget=dialog.table)
    click(dialog.save)
    told = sorted((one.certificate, one.issued_on.day) for one in rows(window, "participants"))
    assert told == [("12-А", 5), ("13-А", 6)]


def test_one_result_is_pasted_into_all_marked_cells_and_taken_out_again(window: MainWindow) -> None:
    dialog = seats(window)
    QApplication.clipboard().setText("зачёт")
    dialog.table.setCurrentCell(0, 4)
    for key, held in ((Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier), (Qt.Key.Key_V, _CTRL)):
        press(key, held, widget=dialog.table)
    assert [dialog.table.item(row, 4).text() for row in range(3)] == ["зачёт", "зачёт", ""]
    press(Qt.Key.Key_X, _CTRL, widget=dialog.table)
    assert [dialog.table.item(row, 4).text() for row in range(3)] == [""] * 3
    assert QApplication.clipboard().text().split() == ["Итог", "зачёт", "зачёт"]


def test_tab_goes_from_a_certificate_to_the_next_teachers_one(window: MainWindow) -> None:
    dialog = seats(window)
    dialog.activateWindow()
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, 2)
    hit(Qt.Key.Key_F2)
    for text in ("12-А", "05.10.2020", "зачёт", "13-А"):
        type_text(text)
        hit(Qt.Key.Key_Tab)
    hit(Qt.Key.Key_Escape)
    click(dialog.save)
    assert sorted(one.certificate for one in rows(window, "participants")) == ["12-А", "13-А"]


def test_pasted_points_that_are_none_are_told(window: MainWindow) -> None:
    teacher = three_teachers(window)[0]
    page = page_of(window, "teachers")
    page.view.choose([teacher])
    choose_in_menu(page.view, "Заполнить самооценку…")
    dialog = shown(window, AssessmentDialog)
    QApplication.clipboard().setText("2\nмного\n4\n3\n5\n")
    press(Qt.Key.Key_V, _CTRL, widget=dialog.table)
    assert "Не подошло и не вставлено: 1 значение." in [one.text() for one in dialog.findChildren(QLabel)]
    click(dialog.save)
    assert [one.score for one in rows(window, "assessments")] == [2, 4, 3, 5]


def test_namesakes_are_told_apart_above_their_points(window: MainWindow) -> None:
    school = record(window, "schools", name="СОШ № 1")
    names = ("Иванова Анна Ильинична", "Иванова Анна Петровна")
    ids = [record(window, "teachers", name=name, school_id=school) for name in names]
    page = page_of(window, "teachers")
    page.view.choose(ids)
    choose_in_menu(page.view, "Заполнить самооценку…")
    table = shown(window, AssessmentDialog).table
    header = table.horizontalHeader()
    for column, name in enumerate(names, 1):
        room = QRect(0, 0, table.columnWidth(column) - 16, 10_000)
        needed = header.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), name)
        assert header.height() >= needed.height()
