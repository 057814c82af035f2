"""«Сравнить» as it is used: differences by record and field, who made them, found, copied, opened."""

import re
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.merging import Comparison, Difference, DifferenceKind, RecordName
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.merging.compare_dialog import CompareDialog
from roadmap_desktop.ui.merging.compare_rows import compare_rows, with_words
from roadmap_desktop.ui.merging.view import RowsView
from tests.ui.copies import (
    at,
    button,
    cell_with,
    choose_files,
    click_cell,
    lines,
    note,
    said,
    shown,
)
from tests.ui.nameless import nameless_in
from tests.ui.person import choose, click, press, type_text


def compare_with(window: MainWindow, other: Path) -> CompareDialog:
    choose(window, "Файл", "Сравнить…")
    choose_files(window, other)
    return shown(window, CompareDialog)


def test_differences_stand_by_record_and_field_with_who_made_them(
    window: MainWindow, sample: Path, vera: Path
) -> None:
    before = sample.read_bytes()
    note(vera, 3, "от Веры")
    at(vera, 5, activities.delete_activities)
    with open_roadmap(vera) as file:
        activities.add_activity(file, ActivityDraft(name="Круглый стол", performers=("Школы",)))
    dialog = compare_with(window, vera)
    found = lines(dialog.view)
    assert found[0].startswith("Мероприятие 3 · Выявление проблемных зон")
    assert found[1] == "Примечание | пусто | от Веры"
    assert found[2].startswith("Мероприятие 5 · ")
    assert found[3] == "Вся запись | есть | —"
    assert "Вся запись | — | есть" in found
    assert "4 различия в 4 записях." in said(dialog)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert re.fullmatch(
        r"от Веры, .+, \d\d\.\d\d\.\d{4} \d\d:\d\d", cell_with(dialog.view, "от Веры").data(role)
    )
    assert sample.read_bytes() == before
    assert dialog.height() <= 700


def test_records_are_found_by_their_names(window: MainWindow, vera: Path) -> None:
    note(vera, 3, "от Веры")
    note(vera, 4, "и тут")
    dialog = compare_with(window, vera)
    click(dialog.filter)
    type_text("ПРОБЛЕМНЫХ выявление", dialog.filter)
    assert [line for line in lines(dialog.view) if line.startswith("Примечание")] == [
        "Примечание | пусто | от Веры"
    ]
    assert "Найдено: 1 запись." in said(dialog)
    dialog.filter.clear()
    type_text("такой записи нет", dialog.filter)
    assert lines(dialog.view) == []
    assert "Ничего не найдено." in said(dialog)
    dialog.filter.clear()
    assert len(lines(dialog.view)) == 4


def test_what_is_chosen_is_copied_as_text(window: MainWindow, vera: Path) -> None:
    note(vera, 3, "от Веры")
    note(vera, 4, "<b>и тут</b>")
    dialog = compare_with(window, vera)
    click_cell(dialog.view, "<b>и тут</b>")
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, dialog.view)
    header, line = QApplication.clipboard().text().splitlines()
    assert header == "Запись\tПоле\tМой файл\tФайл «Вера»"
    assert line.startswith("Мероприятие 4 · ")
    assert "\tПримечание\tпусто\t<b>и тут</b> (" in line
    assert "<b>и тут" not in QApplication.clipboard().mimeData().html()
    dialog.view.clearSelection()
    click(button(dialog, "Копировать"))
    assert "Скопировано строк: 2" in said(dialog)


def test_a_record_is_opened_in_the_table_past_a_filter(window: MainWindow, vera: Path) -> None:
    window.show_page("history")
    window.table.set_search("такого нет")
    note(vera, 7, "от Веры")
    with open_roadmap(vera) as file:
        activities.add_activity(file, ActivityDraft(name="Только у Веры"))
    dialog = compare_with(window, vera)
    go = button(dialog, "Открыть запись")
    assert not go.isEnabled()
    added = next(line for line in lines(dialog.view) if "Только у Веры" in line)
    click_cell(dialog.view, added)
    assert not go.isEnabled()
    click_cell(dialog.view, "от Веры")
    click(go)
    plan = window.document.plan
    assert plan is not None
    assert window.selection.current == plan.activities[6].id
    assert window.table.isVisible()
    assert window.table.view.chosen() == (plan.activities[6].id,)


def test_any_file_can_be_the_other_side_under_its_own_title(window: MainWindow, vera: Path) -> None:
    note(vera, 3, "от Веры")
    window.copies.compare_with(vera, "Редакция от 01.09.2020")
    view = shown(window, CompareDialog).view
    assert view.rows.headerData(2, Qt.Orientation.Horizontal) == "Редакция от 01.09.2020"


def test_equal_files_are_said_to_be_equal(window: MainWindow, vera: Path) -> None:
    dialog = compare_with(window, vera)
    assert "Файлы одинаковы." in said(dialog)
    assert not button(dialog, "Копировать").isEnabled()


def test_files_without_a_common_past_are_compared_by_content(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "Отдельная.roadmap"
    create_from_sample(other)
    note(other, 3, "из другого файла")
    dialog = compare_with(window, other)
    assert "У этих файлов нет общего прошлого" in said(dialog)
    assert lines(dialog.view)[1:] == ["Примечание | пусто | из другого файла"]


def test_what_cannot_be_compared_is_refused_in_a_sentence(
    window: MainWindow, sample: Path, vera: Path
) -> None:
    vera.write_text("<b>не карта</b>")
    dialog = compare_with(window, vera)
    assert "не файл дорожной карты" in said(dialog)
    click(button(dialog, "Закрыть"))
    assert "это тот самый файл" in said(compare_with(window, sample))


def many(count: int) -> Comparison:
    records = [RecordName("activity", str(n), "Мероприятие", f"Дело {n}", str(n)) for n in range(count)]
    found = tuple(Difference(DifferenceKind.CHANGED, one, "note", "Примечание", "", "да") for one in records)
    return Comparison(False, True, found, (), ())


def test_thousands_of_records_are_listed_closed(window: MainWindow) -> None:
    view = RowsView(("Запись", "Моё", "Другое"), window)
    rows = compare_rows(many(3000))
    view.show_rows(with_words(rows, ""))
    assert view.rows.rowCount() == 3000
    assert not view.isExpanded(view.rows.index(0, 0))
    view.show_rows(with_words(rows, "дело 29"))
    assert [view.rows.index(place, 0).data() for place in range(2)] == [
        "Мероприятие 29 · Дело 29",
        "Мероприятие 129 · Дело 129",
    ]
    assert view.isExpanded(view.rows.index(0, 0))
    first = view.rows.index(0, 0)
    view.selectionModel().select(first, QItemSelectionModel.SelectionFlag.SelectCurrent)
    assert view.rows.parent(view.rows.index(0, 1, first)) == first


def test_the_differences_have_a_name_for_screen_readers(window: MainWindow, vera: Path) -> None:
    note(vera, 3, "от Веры")
    assert nameless_in(compare_with(window, vera)) == []
