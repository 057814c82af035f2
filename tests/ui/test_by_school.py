"""«По школам»: marked by keys, many cells at once, totals, undone."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.by_school.cell_dialog import CellDialog
from roadmap_desktop.ui.by_school.page import BySchoolPage
from roadmap_desktop.ui.main_window import MainWindow

from .person import choose, click


def add(window: MainWindow, register: str, **values: object) -> str:
    made: list[str] = []

    def work(file: object) -> object:
        id_, change_set = registers.add_record(file, BY_ID[register], values)  # type: ignore[arg-type]
        made.append(id_)
        return change_set

    window.document.execute(work)  # type: ignore[arg-type]
    return made[0]


@pytest.fixture
def page(window: MainWindow) -> BySchoolPage:
    ids = [add(window, "schools", name=f"СОШ № {number}") for number in (10, 2, 1)]
    for id_ in ids[:2]:
        add(window, "memberships", school_id=id_, school_year="2020–2021")
    window.show_page("by_school")
    shown = window._pages.currentWidget()
    assert isinstance(shown, BySchoolPage)
    return shown


def head(page: BySchoolPage) -> list[str]:
    model = page.view.matrix
    return [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]


def text(page: BySchoolPage, row: int, column: int) -> str:
    return str(page.view.matrix.index(row, column).data())


def test_only_the_schools_of_this_year_are_shown_until_all_are_asked_for(page: BySchoolPage) -> None:
    assert head(page) == ["СОШ № 2", "СОШ № 10", "Выполнено"]
    click(page.everybody)
    assert head(page) == ["СОШ № 1", "СОШ № 2", "СОШ № 10", "Выполнено"]


def test_the_space_bar_marks_and_totals_follow(page: BySchoolPage, window: MainWindow) -> None:
    page.view.setCurrentIndex(page.view.matrix.index(2, 0))
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert text(page, 2, 0) == "✓ есть\n06.10.2020"
    assert text(page, 2, 2) == "1 из 2"
    assert text(page, 23, 0) == "1 из 23"
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert text(page, 2, 0) == "в работе"
    choose(window, "Правка", "Отменить")
    assert text(page, 2, 0) == "✓ есть\n06.10.2020"


def test_many_cells_are_written_at_once_and_emptied(page: BySchoolPage, window: MainWindow) -> None:
    model = page.view.matrix
    page.view.setCurrentIndex(model.index(0, 0))
    for row in range(3):
        for column in range(2):
            page.view.selectionModel().select(
                model.index(row, column), QItemSelectionModel.SelectionFlag.Select
            )
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    (dialog,) = [found for found in window.findChildren(CellDialog) if found.isVisible()]
    assert dialog.windowTitle() == "По школам: 6 ячеек"
    dialog.state.set_value(State.IN_WORK)
    dialog.document.setText("Справка № 3")
    dialog.accept()
    assert [text(page, row, 1) for row in range(4)] == ["в работе", "в работе", "в работе", ""]
    assert "Справка № 3" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert [text(page, row, 1) for row in range(4)] == ["", "", "", ""]
    choose(window, "Правка", "Отменить")
    assert text(page, 1, 1) == "в работе"


def test_without_schools_it_says_what_to_do(window: MainWindow) -> None:
    window.show_page("by_school")
    page = window._pages.currentWidget()
    assert isinstance(page, BySchoolPage)
    assert "Добавьте их в справочник «Школы»" in page._centre.currentWidget().text()  # type: ignore[attr-defined]


def test_names_take_the_room_that_the_schools_leave(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1 имени Героя Образцова")
    window.show_page("by_school")
    page = window._pages.currentWidget()
    assert isinstance(page, BySchoolPage)
    down, across = page.view.verticalHeader(), page.view.horizontalHeader()
    cells = page.view.matrix.columnCount() * across.defaultSectionSize()
    room = page.view.width() - page.view.verticalScrollBar().sizeHint().width()
    assert down.width() == room - cells > 700
    assert across.height() >= 3 * across.fontMetrics().height()
    # With many schools they yield, and keep what they always had.
    for number in range(20):
        add(window, "schools", name=f"СОШ № {number}")
    assert 300 < down.width() < 400
