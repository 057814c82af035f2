"""Sections as rows of the plan's table: seen, folded, changed by their menu, and never left unseen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.reports.blocks import Caption as PrintedCaption
from roadmap_desktop.reports.blocks import Table as PrintedTable
from roadmap_desktop.ui.name_dialog import NameDialog
from tests.ui.person import press, type_text
from tests.ui.table.conftest import Table
from tests.ui.table.plan_with_sections import Open, drag, entry, lines, menu_at, place, plan_with_sections


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return plan_with_sections(tmp_path / "Разделы.roadmap")


@pytest.fixture
def table(open_table: Open, path: Path) -> Table:
    return open_table(path)


def section_of(table: Table, name: str) -> str:
    plan = table.document.plan
    assert plan is not None
    return next(
        plan.names["section"].get(row.section_id or "", "") for row in plan.activities if row.name == name
    )


def name_it(name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NameDialog)
    dialog.line.selectAll()
    type_text(name, dialog.line)
    press(Qt.Key.Key_Return, widget=dialog.line)


def test_sections_are_rows_with_what_was_done_in_them(table: Table) -> None:
    assert lines(table) == [
        *("▾ Анализ · 2 мероприятия", "Анализ 1", "Анализ 2"),
        *("▾ Кадры · 2 мероприятия", "Кадры 1", "Кадры 2"),
        "▾ Контроль · 0 мероприятий",
    ]
    plan = table.document.plan
    assert plan is not None
    first = plan.activities[0].id
    table.document.execute(lambda file: activities.set_field(file, plan, [first], "state", State.DONE))
    assert lines(table)[0] == "▾ Анализ · выполнено 1 из 2"


def test_a_plan_without_sections_has_no_captions(open_table: Open, tmp_path: Path) -> None:
    table = open_table(plan_with_sections(tmp_path / "Без.roadmap", ()))
    table.page.add()
    assert lines(table) == ["Новое мероприятие"]


def test_what_is_in_no_section_stands_above_them_all(table: Table) -> None:
    table.click(place(table, "Кадры 1"))
    entry(menu_at(table, "Кадры 1"), "В раздел", "Вне разделов").trigger()
    assert lines(table)[:2] == ["▾ Вне разделов · 1 мероприятие", "Кадры 1"]
    assert table.told[-1] == "Вынесено из разделов: 1 мероприятие. Отменить: Ctrl+Z"


def test_a_section_folds_by_a_click_and_unfolds_by_enter(table: Table) -> None:
    table.click(place(table, "Анализ"))
    assert lines(table)[:2] == ["▸ Анализ · 2 мероприятия", "▾ Кадры · 2 мероприятия"]
    table.press(Qt.Key.Key_Return)
    assert lines(table)[:2] == ["▾ Анализ · 2 мероприятия", "Анализ 1"]


def test_the_right_button_folds_nothing(table: Table) -> None:
    before = lines(table)
    menu_at(table, "Анализ").close()
    assert lines(table) == before


def test_what_is_folded_is_remembered_for_each_file(table: Table, path: Path, tmp_path: Path) -> None:
    other = plan_with_sections(tmp_path / "Другая.roadmap")
    table.click(place(table, "Кадры"))
    table.document.open(other)
    assert "Кадры 1" in lines(table)
    table.document.open(path)
    assert "Кадры 1" not in lines(table)
    assert "Анализ 1" in lines(table)


def test_all_sections_fold_at_once(table: Table) -> None:
    entry(menu_at(table, "Кадры"), "Свернуть все").trigger()
    assert [line[0] for line in lines(table)] == ["▸", "▸", "▸"]
    entry(menu_at(table, "Кадры"), "Развернуть все").trigger()
    assert len(lines(table)) == 7


def test_what_is_folded_away_is_not_chosen(table: Table) -> None:
    table.click(place(table, "Анализ 1"))
    table.click(place(table, "Анализ"))
    assert table.selection.ids == ()


def test_going_to_an_activity_unfolds_its_section(table: Table) -> None:
    wanted = table.id_of(3)
    table.click(place(table, "Кадры"))
    table.page.show_record(wanted)
    assert table.selection.ids == (wanted,)
    assert "Кадры 1" in lines(table)


def test_a_row_dragged_under_another_caption_changes_its_section_and_that_is_told(table: Table) -> None:
    below = table.cell(place(table, "Контроль")) + QPoint(0, 12)
    drag(table, "Анализ 1", below)
    assert section_of(table, "Анализ 1") == "Контроль"
    assert lines(table)[-2:] == ["▾ Контроль · 1 мероприятие", "Анализ 1"]
    assert table.told == ["Перенесено в раздел «Контроль»: 1 мероприятие. Отменить: Ctrl+Z"]


def test_a_row_dragged_above_a_caption_goes_to_the_end_of_the_section_above(table: Table) -> None:
    above = table.cell(place(table, "Кадры")) - QPoint(0, 12)
    drag(table, "Кадры 1", above)
    assert lines(table)[:4] == ["▾ Анализ · 3 мероприятия", "Анализ 1", "Анализ 2", "Кадры 1"]


def test_a_row_dropped_above_the_first_caption_stays(table: Table) -> None:
    before = lines(table)
    drag(table, "Кадры 1", table.cell(0) - QPoint(0, 12))
    assert lines(table) == before
    assert table.told == []


def test_a_row_dropped_on_a_folded_section_goes_to_its_end(table: Table) -> None:
    table.click(place(table, "Анализ"))
    drag(table, "Кадры 1", table.cell(place(table, "Анализ")) + QPoint(0, 12))
    table.click(place(table, "Анализ"))
    assert lines(table)[1:4] == ["Анализ 1", "Анализ 2", "Кадры 1"]


def test_a_row_moved_within_its_section_tells_nothing_of_sections(table: Table) -> None:
    table.click(place(table, "Анализ 2"))
    table.page.move_up()
    assert lines(table)[1:3] == ["Анализ 2", "Анализ 1"]
    assert table.told == []


def test_a_row_steps_over_captions_by_keys_and_that_is_told(table: Table) -> None:
    table.click(place(table, "Кадры 1"))
    table.page.move_up()
    assert section_of(table, "Кадры 1") == "Анализ"
    assert lines(table)[3] == "Кадры 1"
    table.page.move_down()
    table.page.move_down()
    table.page.move_down()
    assert lines(table)[-1] == "Кадры 1"
    assert section_of(table, "Кадры 1") == "Контроль"
    assert [words.split(":")[0] for words in table.told] == [
        "Перенесено в раздел «Анализ»",
        "Перенесено в раздел «Кадры»",
        "Перенесено в раздел «Контроль»",
    ]
    table.page.move_down()
    assert lines(table)[-1] == "Кадры 1"
    table.click(place(table, "Анализ 1"))
    table.page.move_up()
    assert lines(table)[1] == "Анализ 1"


def test_without_captions_too_a_row_never_changes_its_section_unseen(table: Table) -> None:
    table.page.model.group_by("")
    assert lines(table) == ["Анализ 1", "Анализ 2", "Кадры 1", "Кадры 2"]
    table.click(2)
    table.page.move_up()
    assert table.told == ["Перенесено в раздел «Анализ»: 1 мероприятие. Отменить: Ctrl+Z"]


def test_chosen_rows_are_put_into_a_section_by_their_menu_as_one_step(table: Table) -> None:
    table.click(place(table, "Анализ 1"))
    table.click(place(table, "Анализ 2"), held=Qt.KeyboardModifier.ControlModifier)
    table.page.view.customContextMenuRequested.emit(table.cell(place(table, "Анализ 2")))
    menu = QApplication.activePopupWidget()
    entry(menu, "В раздел", "Кадры").trigger()  # type: ignore[arg-type]
    assert [section_of(table, f"Анализ {number}") for number in (1, 2)] == ["Кадры", "Кадры"]
    assert table.told == ["Перенесено в раздел «Кадры»: 2 мероприятия. Отменить: Ctrl+Z"]
    table.document.execute(history.undo)
    assert lines(table)[1:3] == ["Анализ 1", "Анализ 2"]


def test_a_section_is_renamed_by_its_menu_and_by_f2(table: Table) -> None:
    entry(menu_at(table, "Кадры"), "Переименовать…").trigger()
    name_it("Кадровая работа")
    assert lines(table)[3] == "▾ Кадровая работа · 2 мероприятия"
    table.page.view.setCurrentIndex(table.page.model.index(3, 1))
    press(Qt.Key.Key_F2, widget=table.page.view)
    name_it("Люди & <b>")
    assert lines(table)[3] == "▾ Люди & <b> · 2 мероприятия"


def test_a_new_section_stands_after_the_one_it_was_asked_at(table: Table) -> None:
    entry(menu_at(table, "Анализ"), "Новый раздел…").trigger()
    name_it("Методика")
    assert lines(table)[3:5] == ["▾ Методика · 0 мероприятий", "▾ Кадры · 2 мероприятия"]
    assert table.page.view.currentIndex().row() == 3


def test_an_activity_added_at_a_caption_goes_into_its_section(table: Table) -> None:
    for words, section in (("Контроль", "Контроль"), ("Анализ", "Анализ")):
        at = place(table, words)
        table.page.view.setCurrentIndex(table.page.model.index(at, 1))
        table.page.add()
        table.type(f"Новое: {section}")
        table.press(Qt.Key.Key_Return)
        assert section_of(table, f"Новое: {section}") == section
    assert lines(table)[3] == "Новое: Анализ"


def test_a_section_is_deleted_after_a_question_and_its_activities_stay(table: Table) -> None:
    entry(menu_at(table, "Кадры"), "Удалить раздел…").trigger()
    (box,) = [one for one in table.page.window().findChildren(QMessageBox) if one.isVisible()]
    assert box.text() == ("Удалить раздел «Кадры»? В нём 2 мероприятия: они останутся в плане, вне разделов.")
    next(button for button in box.buttons() if button.text() == "Удалить раздел").click()
    assert lines(table)[:3] == ["▾ Вне разделов · 2 мероприятия", "Кадры 1", "Кадры 2"]
    table.document.execute(history.undo)
    assert lines(table)[3:6] == ["▾ Кадры · 2 мероприятия", "Кадры 1", "Кадры 2"]


def test_the_question_about_a_section_of_one_activity_speaks_of_one(table: Table) -> None:
    plan = table.document.plan
    assert plan is not None
    id_ = next(row.id for row in plan.activities if row.name == "Кадры 2")
    table.document.execute(lambda file: activities.delete_activities(file, plan, [id_]))
    entry(menu_at(table, "Кадры"), "Удалить раздел…").trigger()
    (box,) = [one for one in table.page.window().findChildren(QMessageBox) if one.isVisible()]
    assert box.text() == "Удалить раздел «Кадры»? В нём 1 мероприятие: оно останется в плане, вне разделов."


def test_sections_change_places_with_all_that_is_in_them(table: Table) -> None:
    entry(menu_at(table, "Кадры"), "Раздел выше").trigger()
    assert lines(table)[:3] == ["▾ Кадры · 2 мероприятия", "Кадры 1", "Кадры 2"]
    assert table.numbers[:2] == ["1", "2"]
    assert not entry(menu_at(table, "Кадры"), "Раздел выше").isEnabled()
    entry(menu_at(table, "Кадры"), "Раздел ниже").trigger()
    assert lines(table)[3] == "▾ Кадры · 2 мероприятия"


def test_rows_are_numbered_through_all_sections_or_within_each(table: Table) -> None:
    def numbers() -> list[str]:
        return [row.number for row in table.page.model.records()]

    assert numbers() == ["1", "2", "3", "4"]
    entry(menu_at(table, "Кадры"), "Нумерация", "По разделам: 1.1, 1.2, 2.1…").trigger()
    assert numbers() == ["1.1", "1.2", "2.1", "2.2"]
    assert entry(menu_at(table, "Кадры"), "Нумерация", "По разделам: 1.1, 1.2, 2.1…").isChecked()


def test_captions_leave_when_rows_stand_in_another_order(table: Table) -> None:
    table.click_heading("name")
    assert lines(table) == ["Анализ 1", "Анализ 2", "Кадры 1", "Кадры 2"]
    table.click_heading("number")
    assert len(lines(table)) == 7


def test_a_search_shows_captions_of_what_is_found_alone(table: Table) -> None:
    table.page.set_search("кадры 2")
    assert lines(table) == ["▾ Кадры · 1 мероприятие", "Кадры 2"]
    table.page.set_search("кадры")
    assert lines(table) == ["▾ Кадры · 2 мероприятия", "Кадры 1", "Кадры 2"]


def test_the_row_after_a_deleted_one_is_chosen_over_captions(table: Table) -> None:
    table.click(place(table, "Анализ 2"))
    table.page.delete()
    assert table.selection.ids == (table.id_of(2),)
    assert lines(table)[1:4] == ["Анализ 1", "▾ Кадры · 2 мероприятия", "Кадры 1"]


def test_a_caption_is_nothing_to_open_copy_or_delete(table: Table) -> None:
    table.double_click(place(table, "Анализ"))
    table.page.view.setCurrentIndex(table.page.model.index(place(table, "Кадры"), 1))
    table.press(Qt.Key.Key_Delete)
    table.page.select_all()
    assert len(table.selection.ids) == len([line for line in lines(table) if line[0] not in "▸▾"])
    assert table.page.editing.editor is None


def test_a_file_that_is_only_read_shows_its_sections_and_offers_no_change(
    open_table: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_note: Path, _content: bytes) -> None:
        raise PermissionError

    monkeypatch.setattr("roadmap_desktop.storage.lock._write", refuse)
    table = open_table(path)
    assert not table.document.can_edit
    menu = menu_at(table, "Кадры")
    assert not any(entry(menu, words).isEnabled() for words in ("Переименовать…", "Удалить раздел…"))
    table.click(place(table, "Кадры"))
    assert "Кадры 1" not in lines(table)


def test_a_section_added_after_another_stands_there(table: Table) -> None:
    plan = table.document.plan
    assert plan is not None
    first = plan.sections[0].id
    table.document.execute(lambda file: roadmap.add_section(file, "Второй", after=first))
    assert [section.name for section in table.document.plan.sections] == [  # type: ignore[union-attr]
        *("Анализ", "Второй", "Кадры", "Контроль"),
    ]


def test_the_table_is_printed_beneath_its_captions_without_what_is_folded(table: Table) -> None:
    table.click(place(table, "Анализ"))
    document = table.page.shown_report().build(None)
    (printed,) = [block for block in document.blocks if isinstance(block, PrintedTable)]
    said = [row.text if isinstance(row, PrintedCaption) else str(row.cells[1]) for row in printed.rows]
    assert said == [
        "Анализ (2 мероприятия)",
        *("Кадры (2 мероприятия)", "Кадры 1", "Кадры 2"),
        "Контроль (0 мероприятий)",
    ]


def test_an_activity_added_at_a_folded_section_unfolds_it(table: Table) -> None:
    table.click(place(table, "Анализ"))
    table.page.add()
    table.type("Новое")
    table.press(Qt.Key.Key_Return)
    assert lines(table)[:4] == ["▾ Анализ · 3 мероприятия", "Анализ 1", "Анализ 2", "Новое"]


def test_what_the_page_shows_are_its_activities_alone(table: Table) -> None:
    table.click(place(table, "Анализ"))
    assert table.page.shown_records() == {"activities": [table.id_of(3), table.id_of(4)]}


def test_rows_pasted_at_a_caption_go_into_its_section(table: Table) -> None:
    QGuiApplication.clipboard().setText("Первое\tоктябрь\nВторое\tноябрь")
    for words, count in (("Контроль", "2 мероприятия"), ("Анализ", "4 мероприятия")):
        at = place(table, words)
        table.page.view.setCurrentIndex(table.page.model.index(at, 1))
        table.page.paste()
        assert lines(table)[at] == f"▾ {words} · {count}"
    assert [line for line in lines(table) if line in ("Первое", "Второе")] == ["Первое", "Второе"] * 2
