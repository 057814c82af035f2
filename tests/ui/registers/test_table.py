"""A register's table: several records edited at once, going from cell to cell, keeping its place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.publications import Publication
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.related_list import RelatedList
from tests.ui.forms import open_tab
from tests.ui.person import choose, click
from tests.ui.test_registers import add, dialog_of, fill, page_of, texts


def column(page: RegisterPage, name: str) -> list[str]:
    model = page.model
    return [model.text(row, model.cells.register.field(name)) for row in model.rows]


def edit(page: RegisterPage, row: int, name: str) -> QWidget:
    """Opens the editor of a cell."""
    table = page.view
    place = page.model.places[name]
    table.selectionModel().setCurrentIndex(
        page.model.index(row, place), table.selectionModel().SelectionFlag.NoUpdate
    )
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor: QWidget = table.editing.editor
    return editor


def three_schools(window: MainWindow) -> RegisterPage:
    for number in (1, 2, 3):
        add(window, "schools", name=f"СОШ № {number}")
    return page_of(window, "schools")


def test_an_edit_changes_the_cell_that_was_opened_though_others_are_marked(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectAll()
    editor = edit(page, 1, "pupils")
    editor.setPlainText("310")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert column(page, "pupils") == ["", "310", ""]
    choose(window, "Правка", "Отменить")
    assert column(page, "pupils") == [""] * 3


def test_an_edit_of_one_record_leaves_the_rows_of_the_others(window: MainWindow) -> None:
    page = three_schools(window)
    touched: list[tuple[int, int]] = []
    page.model.dataChanged.connect(lambda first, last: touched.append((first.row(), last.row())))
    editor = edit(page, 1, "pupils")
    editor.setPlainText("310")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert touched == [(1, 1)]


def test_tab_goes_on_to_the_next_cell_though_the_record_stands_elsewhere_then(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectRow(0)
    editor = edit(page, 0, "name")
    editor.setPlainText("Ястребовская СОШ")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert texts(page)[-1] == "Ястребовская СОШ"
    index = page.view.currentIndex()
    assert (index.row(), page.model.columns[index.column()].name) == (2, "kind")


def test_the_place_is_kept_when_something_else_changes(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectRow(1)
    chosen = page.view.chosen()
    add(window, "teachers", name="Образцова А. А.")
    page_of(window, "schools")
    choose(window, "Правка", "Отменить")
    assert page.view.chosen() == chosen


def test_what_cannot_be_is_refused_and_the_cell_keeps_its_value(window: MainWindow) -> None:
    page = three_schools(window)
    page.view.selectRow(0)
    editor = edit(page, 0, "pupils")
    editor.setPlainText("много")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    (box,) = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert "не целое число" in box.text()
    box.close()
    assert column(page, "pupils") == [""] * 3


def test_what_was_typed_in_the_form_is_asked_about_before_it_is_lost(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1")
    page = page_of(window, "schools")
    page.open_record(school)
    dialog = dialog_of(window)
    fill(dialog, head="Образцова А. А.")
    dialog.reject()
    (box,) = [found for found in dialog.findChildren(QMessageBox) if found.isVisible()]
    (save,) = [button for button in box.buttons() if button.text() == "Сохранить"]
    click(save)
    assert not dialog.isVisible()
    assert column(page, "head") == ["Образцова А. А."]


def test_a_list_of_steps_tells_how_many_are_done(window: MainWindow) -> None:
    meeting = add(window, "meetings", name="Итоги четверти")
    page_of(window, "meetings").open_record(meeting)
    dialog = dialog_of(window)
    open_tab(dialog, "Решения")
    (decisions,) = dialog.findChildren(RelatedList)
    assert decisions.title.text() == "Решения"
    for name, state in (("Провести пробник", State.DONE), ("Собрать отчёты", State.IN_WORK)):
        click(decisions.add)
        inner = next(one for one in dialog.findChildren(type(dialog)) if one.isVisible())
        fill(inner, name=name)
        inner.form.editors["state"].set_value(state)
        click(inner._save)
    assert decisions.title.text() == "Решения — выполнено 1 из 2"


def test_tab_in_the_last_cell_goes_on_in_the_next_row(window: MainWindow) -> None:
    page = three_schools(window)
    keys = [field.name for field in page.view.header.fields()]
    edit(page, 0, keys[-1])
    QTest.keyClick(page.view.editing.editor, Qt.Key.Key_Tab)
    index = page.view.currentIndex()
    assert (index.row(), page.model.columns[index.column()].name) == (1, keys[0])
    QTest.keyClick(page.view.editing.editor, Qt.Key.Key_Backtab)
    index = page.view.currentIndex()
    assert (index.row(), page.model.columns[index.column()].name) == (0, keys[-1])


def test_escape_leaves_a_cell_and_not_the_dialog_around_it(window: MainWindow) -> None:
    meeting = add(window, "meetings", name="Итоги четверти")
    decision = {"meeting_id": meeting, "name": "Провести пробник"}
    window.document.execute(lambda file: registers.add_record(file, BY_ID["decisions"], decision)[1])
    page_of(window, "meetings").open_record(meeting)
    dialog = dialog_of(window)
    open_tab(dialog, "Решения")
    (decisions,) = dialog.findChildren(RelatedList)
    place = decisions.model.places["name"]
    decisions.view.setCurrentIndex(decisions.model.index(0, place))
    QTest.keyClick(decisions.view, Qt.Key.Key_F2)
    decisions.view.editing.editor.setPlainText("Отменить пробник")
    QTest.keyClick(decisions.view.editing.editor, Qt.Key.Key_Escape)
    assert decisions.view.editing.editor is None
    assert dialog.isVisible()
    assert decisions.model.rows[0].name == "Провести пробник"


def test_rows_of_a_long_list_are_as_high_as_their_texts(window: MainWindow, qtbot: QtBot) -> None:
    def fill(file: RoadmapFile) -> ChangeSet | None:
        with file.edit("Публикации") as making:
            for number in range(250):
                name = f"{number:03} " + "слово " * (60 if number == 249 else 1)
                Assigning(making, Publication).add({"name": name})
        return making.change_set

    window.document.execute(fill)
    page = page_of(window, "publications")
    qtbot.waitUntil(lambda: page.view.heights.is_settled)
    heights = [page.view.rowHeight(row) for row in range(page.model.rowCount())]
    assert set(heights[:249]) == {heights[0]}
    assert heights[249] > 2 * heights[0]


def test_a_width_that_was_given_is_remembered(window: MainWindow) -> None:
    page = page_of(window, "schools")
    page.view.header.resizeSection(page.model.places["kind"], 177)
    again = RegisterPage(page.register, window.document, window._settings)
    assert again.view.columnWidth(again.model.places["kind"]) == 177
    again.deleteLater()


def test_words_that_are_searched_for_are_marked(window: MainWindow) -> None:
    page = three_schools(window)

    def marked() -> bool:
        image = page.view.viewport().grab().toImage()
        line = page.view.visualRect(page.model.index(0, 0)).top() + 10
        return "#ffe9a8" in {image.pixelColor(x, line).name() for x in range(100)}

    assert not marked()
    page.set_search("сош")
    assert marked()
