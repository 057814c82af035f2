"""Deleting a record on which others hang: kept, unlinked or deleted with it, as one step of undo."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import record_listing
from roadmap_desktop.operations.registers.by_school import Cell, set_cells
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose, click
from tests.ui.test_registers import add, page_of, texts


def asked(window: MainWindow, register: str, id_: str) -> QMessageBox:
    page = page_of(window, register)
    page.view.choose([id_])
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    (box,) = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    return box


def answer(box: QMessageBox, text: str) -> None:
    (button,) = [button for button in box.buttons() if button.text() == text]
    click(button)


def school_of_teacher(window: MainWindow) -> list[str]:
    listing = window.document.query(
        lambda file: record_listing.read_listing(file, BY_ID["teachers"]),
        record_listing.Listing(BY_ID["teachers"], (), {}),
    )
    return [listing.text(row, BY_ID["teachers"].field("school_id")) for row in listing.rows]


def one_teacher(window: MainWindow) -> str:
    school = add(window, "schools", name="СОШ № 1")
    add(window, "teachers", name="Образцова А. А.", school_id="СОШ № 1")
    return school


def test_a_school_with_teachers_can_be_kept(window: MainWindow) -> None:
    box = asked(window, "schools", one_teacher(window))
    assert "Связанные записи можно отвязать и оставить, а можно тоже удалить:\n• Педагог — 1" in box.text()
    assert box.windowTitle() == "Удаление"
    answer(box, "Не удалять")
    assert texts(page_of(window, "schools")) == ["СОШ № 1"]


def test_teachers_are_unlinked_and_stay(window: MainWindow) -> None:
    answer(asked(window, "schools", one_teacher(window)), "Отвязать и удалить")
    assert window.status.text == "Удалено: школа «СОШ № 1». Отменить: Ctrl+Z"
    assert texts(page_of(window, "schools")) == []
    assert school_of_teacher(window) == [""]
    choose(window, "Правка", "Отменить")
    assert texts(page_of(window, "schools")) == ["СОШ № 1"]
    assert school_of_teacher(window) == ["СОШ № 1"]


def test_teachers_are_deleted_with_their_school_and_come_back_with_it(window: MainWindow) -> None:
    answer(asked(window, "schools", one_teacher(window)), "Удалить вместе с ними")
    assert school_of_teacher(window) == []
    choose(window, "Правка", "Отменить")
    assert school_of_teacher(window) == ["СОШ № 1"]


def test_what_cannot_be_without_the_record_cannot_be_unlinked(window: MainWindow) -> None:
    teacher = add(window, "teachers", name="Образцова А. А.")
    add(window, "plans", teacher_id="Образцова А. А.", goal="Освоить оценивание")
    box = asked(window, "teachers", teacher)
    assert "Вместе с ней обязательно удалится:\n• План развития — 1" in box.text()
    assert sorted(button.text() for button in box.buttons()) == ["Не удалять", "Удалить вместе с ними"]
    answer(box, "Удалить вместе с ними")
    assert page_of(window, "plans").status_text == "0 планов развития"


def test_what_goes_along_with_an_activity_is_told_before(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1")
    window.show_page("table")
    plan = window.document.plan
    assert plan is not None
    activity = plan.activities[9].id
    done = Cell(State.DONE, None, "")
    window.document.execute(lambda file: set_cells(file, [(activity, school)], done))
    window.table.choose([activity])
    choose(window, "Правка", "Удалить")
    (box,) = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert "Вместе с ней обязательно удалится" in box.text()
    assert "— 1" in box.text()
    answer(box, "Не удалять")
    assert len(window.table.model.rows) == 23
    choose(window, "Правка", "Удалить")
    (box,) = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    answer(box, "Удалить вместе с ними")
    assert len(window.table.model.rows) == 22
    choose(window, "Правка", "Отменить")
    assert len(window.table.model.rows) == 23


def test_whom_a_work_names_goes_with_it_unasked(window: MainWindow) -> None:
    task = add(window, "tasks", name="Семинар", starts_on="06.10.2020", performers="Образцова А. А.")
    page = page_of(window, "tasks")
    page.view.choose([task])
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert not [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert texts(page) == []
