"""Registers in the window: added, edited in place and in the dialog, deleted, found, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.charts.view import ChartView
from roadmap_desktop.ui.editors import DateEditor, DueEditor
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import REGISTER_ENTRIES
from roadmap_desktop.ui.registers.network_dialog import NetworkDialog
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.plans_dialog import PlansDialog
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.registers.related_list import RelatedList

from .person import choose, click


def test_the_navigation_names_every_page_as_its_declaration_does() -> None:
    pages = {one.id: one.table for one in REGISTERS if one.is_page}
    assert {entry.page: entry.table for entry in REGISTER_ENTRIES} == pages


def page_of(window: MainWindow, register: str) -> RegisterPage:
    window.show_page(register)
    page = window._pages.currentWidget()
    assert isinstance(page, RegisterPage)
    return page


def dialog_of(window: MainWindow) -> RecordDialog:
    shown = [found for found in window.findChildren(RecordDialog) if found.isVisible()]
    return shown[-1]


def add(window: MainWindow, register: str, **values: object) -> str:
    """Adds a record as a person does: the button, the form, «Сохранить»."""
    page_of(window, register)
    click(window.toolbar._buttons["add"])
    dialog = dialog_of(window)
    fill(dialog, **values)
    click(dialog._save)
    assert not dialog.isVisible(), {name: label.text() for name, label in dialog.form.mistakes.items()}
    return dialog.record_id


def fill(dialog: RecordDialog, **values: object) -> None:
    for name, value in values.items():
        editor = dialog.form.editors[name]
        if isinstance(editor, (DateEditor, DueEditor)):
            editor = editor.focusProxy()
        if hasattr(editor, "setPlainText"):
            editor.setPlainText(value)
        elif hasattr(editor, "setCurrentText"):
            editor.setCurrentText(value)
        else:
            editor.setText(value)
            editor.textEdited.emit(value)


def texts(page: RegisterPage) -> list[str]:
    model = page.model
    return [model.text(row, model.columns[0]) for row in model.rows]


def test_a_school_is_added_edited_in_its_cell_and_undone(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1", pupils="310")
    page = page_of(window, "schools")
    assert texts(page) == ["СОШ № 1"]
    assert page.status_text == "1 школа"
    page.view.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    editor = page.view.editing.editor
    editor.setPlainText("СОШ № 1 имени Образца")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert texts(page) == ["СОШ № 1 имени Образца"]
    choose(window, "Правка", "Отменить")
    assert texts(page) == ["СОШ № 1"]


def test_a_mistake_is_told_beside_the_field_and_nothing_is_written(window: MainWindow) -> None:
    page = page_of(window, "schools")
    click(window.toolbar._buttons["add"])
    dialog = dialog_of(window)
    fill(dialog, pupils="-5")
    click(dialog._save)
    assert dialog.isVisible()
    assert dialog.form.mistakes["name"].text() == "Не указано."
    assert dialog.form.mistakes["pupils"].text() == "Число не может быть меньше нуля."
    assert texts(page) == []
    fill(dialog, name="СОШ № 1", pupils="пять")
    assert "не целое число" in dialog.form.mistakes["pupils"].text()


def test_a_school_that_is_there_already_is_noticed_while_it_is_typed(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1")
    click(window.toolbar._buttons["add"])
    dialog = dialog_of(window)
    fill(dialog, name="сош № 1")
    assert dialog._said.text() == "Такая запись уже есть: «СОШ № 1»."


def test_problem_zones_are_added_in_the_dialog_of_the_school(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1")
    page_of(window, "schools").open_record(school)
    dialog = dialog_of(window)
    dialog.tabs.setCurrentIndex(1)
    (zones,) = [one for one in dialog.findChildren(RelatedList) if one.register.id == "zones"]
    click(zones.add)
    inner = dialog_of_list(zones)
    fill(inner, name="Низкая подготовка по математике", due_text="до 01.10.2020")
    click(inner._save)
    assert zones.model.rowCount() == 1
    choose(window, "Правка", "Отменить")
    assert zones.model.rowCount() == 0


def dialog_of_list(zones: RelatedList) -> RecordDialog:
    shown = [found for found in zones.window().findChildren(RecordDialog) if found.isVisible()]
    return shown[-1]


def test_deleting_tells_what_goes_with_it(window: MainWindow) -> None:
    one, two = add(window, "schools", name="СОШ № 1"), add(window, "schools", name="СОШ № 2")
    add(window, "partnerships", school_id="СОШ № 1", partner_id="СОШ № 2")
    page = page_of(window, "schools")
    page.view.choose([one])
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    (box,) = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert "Партнёрство — 1" in box.text()
    (button,) = [button for button in box.buttons() if button.text() == "Удалить вместе с ними"]
    click(button)
    assert texts(page) == ["СОШ № 2"]
    assert two
    choose(window, "Правка", "Отменить")
    assert texts(page) == ["СОШ № 1", "СОШ № 2"]


def test_a_record_that_was_deleted_while_its_dialog_is_open_is_not_written(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1")
    page_of(window, "schools").open_record(school)
    dialog = dialog_of(window)
    window.document.execute(lambda file: registers.delete_records(file, BY_ID["schools"], [school]))
    assert "удалили" in dialog._said.text()
    assert not dialog._save.isEnabled()


def test_searching_filters_the_page_that_is_shown(window: MainWindow) -> None:
    for name in ("СОШ № 1", "Берёзовская СОШ"):
        add(window, "schools", name=name)
    page = page_of(window, "schools")
    window.toolbar.search.setText("березов")
    assert texts(page) == ["Берёзовская СОШ"]
    assert page.status_text == "показано 1 из 2 школ"
    window.toolbar.search.clear()


@pytest.mark.parametrize("entry", REGISTER_ENTRIES, ids=lambda entry: entry.page)
def test_every_register_opens_says_what_to_do_and_its_form_fits_the_screen(
    window: MainWindow, entry: object
) -> None:
    page = page_of(window, entry.page)  # type: ignore[attr-defined]
    assert page._centre.currentWidget() is page._no_records
    click(window.toolbar._buttons["add"])
    dialog = dialog_of(window)
    assert dialog.height() <= 700
    labels = {label.text().removesuffix(" *") for label in dialog.form.findChildren(type(dialog._said))}
    assert {field.label for field in page.register.fields} <= labels
    QDialog.reject(dialog)


def test_an_agreement_that_expires_says_so(window: MainWindow) -> None:
    for number in (1, 2):
        add(window, "schools", name=f"СОШ № {number}")
    ends = ("05.10.2020", "06.10.2020", "20.10.2020", "31.08.2021")
    for number, until in zip("1234", ends, strict=True):
        add(window, "agreements", number=number, school_id="СОШ № 1", partner_id="СОШ № 2", valid_until=until)
    model = page_of(window, "agreements").model
    shown = [model.text(row, model.cells.register.field("valid_until")) for row in model.rows]
    said = ["05.10.2020, истёк", "06.10.2020, последний день", "20.10.2020, ещё 14 дн.", "31.08.2021"]
    assert shown == said


def test_results_are_drawn_in_the_dialog_of_the_school(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1")
    page_of(window, "schools").open_record(school)
    dialog = dialog_of(window)
    dialog.tabs.setCurrentIndex(1)
    (chart,) = dialog.findChildren(ChartView)
    assert chart.chart is None
    window.document.execute(
        lambda file: registers.add_record(
            file,
            BY_ID["indicators"],
            {"school_id": school, "school_year": "2020–2021", "subject": "математика", "below": 34.0},
        )[1]
    )
    assert chart.accessibleDescription() == "ОГЭ, математика: 2020–2021 — 34\N{NO-BREAK SPACE}%"


def test_the_network_is_drawn_and_a_click_opens_a_school(window: MainWindow) -> None:
    for number in (1, 2):
        add(window, "schools", name=f"СОШ № {number}")
    add(window, "partnerships", school_id="СОШ № 1", partner_id="СОШ № 2")
    page = page_of(window, "partnerships")
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Схема сети…"]
    click(button)
    (network,) = window.findChildren(NetworkDialog)
    node = network.view.network.nodes[1]
    QTest.mouseClick(network.view, Qt.MouseButton.LeftButton, pos=network.view.box(node).center().toPoint())
    (dialog,) = [found for found in network.findChildren(RecordDialog) if found.isVisible()]
    assert dialog.windowTitle() == f"Школа — {node.name}"


def test_plans_are_made_for_the_chosen_teachers(window: MainWindow) -> None:
    for letter in "АБ":
        add(window, "teachers", name=f"Образцова {letter}. А.")
    page = page_of(window, "teachers")
    # What finds room above the table is known when the page is laid out.
    QApplication.processEvents()
    page.view.selectAll()
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Создать планы развития…"]
    click(button)
    (dialog,) = window.findChildren(PlansDialog)
    dialog.accept()
    assert page_of(window, "plans").status_text == "2 плана развития"
    choose(window, "Правка", "Отменить")
    assert page_of(window, "plans").status_text == "0 планов развития"
