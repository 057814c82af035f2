"""Columns: widths, hiding, order, and what of it is remembered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tests.ui.table.conftest import Table


def header_menu(table: Table) -> dict[str, QAction]:
    header = table.page.view.header
    header.customContextMenuRequested.emit(header.rect().center())
    menu = header.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    return {action.text(): action for action in menu.actions() if action.text()}


def is_shown(table: Table, key: str) -> bool:
    return not table.page.view.header.isSectionHidden(table.page.model.places[key])


def test_by_default_nothing_needs_sideways_scrolling(table: Table) -> None:
    assert table.page.view.horizontalScrollBar().maximum() == 0
    shown = [
        table.page.model.cells.heading(field)
        for field in table.page.model.columns
        if is_shown(table, field.name)
    ]
    assert shown == [
        "№",
        "Наименование мероприятия",
        "Срок исполнения",
        "Ответственный",
        "Ожидаемый результат",
        "Состояние",
    ]


def test_the_heading_by_which_rows_are_sorted_bears_an_arrow(table: Table) -> None:
    def headings() -> list[str]:
        model, across = table.page.model, Qt.Orientation.Horizontal
        return [model.headerData(place, across) for place in table.page.view.header.shown()]

    unsorted = headings()
    table.click_heading("due_text")
    assert headings() == [heading.replace("Срок исполнения", "Срок исполнения ▲") for heading in unsorted]
    table.click_heading("due_text")
    assert "Срок исполнения ▼" in headings()
    table.click_heading("due_text")
    assert headings() == unsorted


def test_the_name_takes_the_room_that_is_left(table: Table) -> None:
    header = table.page.view.header
    before = header.sectionSize(table.page.model.places["name"])
    header.resizeSection(
        table.page.model.places["performers"], header.sectionSize(table.page.model.places["performers"]) + 40
    )
    assert header.sectionSize(table.page.model.places["name"]) == before - 40
    table.page.resize(952, 642)
    assert header.sectionSize(table.page.model.places["name"]) == before + 60


def test_columns_are_shown_by_the_menu_and_remembered(
    table: Table, open_table: Callable[[Path], Table]
) -> None:
    header_menu(table)["Примечание"].trigger()
    header_menu(table)["Ожидаемый результат"].trigger()
    table.page.view.header.resizeSection(table.page.model.places["due_text"], 150)
    path = table.document.path
    assert path is not None
    table.page.hide()
    table.document.close()
    again = open_table(path)
    assert is_shown(again, "note")
    assert not is_shown(again, "expected_result")
    assert again.page.view.header.sectionSize(table.page.model.places["due_text"]) == 150


def test_columns_return_as_they_were(table: Table) -> None:
    header = table.page.view.header
    before = header.sectionSize(table.page.model.places["due_text"])
    header.moveSection(5, 1)
    header.resizeSection(table.page.model.places["due_text"], 200)
    header_menu(table)["Примечание"].trigger()
    header_menu(table)["Вернуть исходные столбцы"].trigger()
    assert [header.logicalIndex(place) for place in range(len(table.page.model.columns))] == list(
        range(len(table.page.model.columns))
    )
    assert not is_shown(table, "note")
    assert header.sectionSize(table.page.model.places["due_text"]) == before


def test_number_and_name_cannot_be_hidden_and_sections_are_offered_only_where_there_are_some(
    table: Table,
) -> None:
    menu = header_menu(table)
    assert not menu["№"].isEnabled()
    assert not menu["Наименование мероприятия"].isEnabled()
    assert "Раздел" not in menu
