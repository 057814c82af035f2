"""The dialog of a record: the activities it serves, its files, the profile of risks."""

import os
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.schools import Factor, Level
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers import own_dialogs
from roadmap_desktop.ui.registers.files_page import FilesPage
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.registers.related_list import RelatedList
from roadmap_desktop.ui.registers.risk_profile import RiskProfile
from roadmap_desktop.ui.registers.served_activities import ServedActivities
from tests.ui.dropping import let_fall
from tests.ui.person import choose, click, press
from tests.ui.test_registers import add, dialog_of, fill, page_of


def open_tab(window: MainWindow, register: str, id_: str, title: str) -> RecordDialog:
    page_of(window, register).open_record(id_)
    dialog = dialog_of(window)
    (place,) = [place for place in range(dialog.tabs.count()) if dialog.tabs.tabText(place) == title]
    dialog.tabs.setCurrentIndex(place)
    return dialog


def served_in(dialog: RecordDialog) -> ServedActivities:
    (served,) = dialog.findChildren(ServedActivities)
    return served


def names(served: ServedActivities) -> list[str]:
    return [served.table.item(row, 0).text() for row in range(served.table.rowCount())]


def link(served: ServedActivities, start: str) -> None:
    assert served.choice is not None
    place = next(at for at in range(served.choice.count()) if served.choice.itemText(at).startswith(start))
    served.choice.setCurrentIndex(place)
    served.choice.committed.emit()


def test_a_record_is_linked_to_activities_and_unlinked(window: MainWindow) -> None:
    dialog = open_tab(window, "meetings", add(window, "meetings", name="Итоги четверти"), "Мероприятия")
    served = served_in(dialog)
    assert "пока не связана" in served._empty.text()
    link(served, "12. ")
    link(served, "3. ")
    assert names(served) == ["3", "12"]
    assert served.choice is not None
    assert not any(served.choice.itemText(at).startswith("12. ") for at in range(served.choice.count()))
    served.table.selectRow(0)
    click(served.unlink)
    assert names(served) == ["12"]
    choose(window, "Правка", "Отменить")
    assert names(served) == ["3", "12"]


def test_enter_on_an_activity_goes_to_it(window: MainWindow) -> None:
    dialog = open_tab(window, "meetings", add(window, "meetings", name="Итоги четверти"), "Мероприятия")
    served = served_in(dialog)
    link(served, "5. ")
    served.table.setCurrentCell(0, 1)
    press(Qt.Key.Key_Return, widget=served.table)
    assert not dialog.isVisible()
    assert window._pages.current_name == "table"
    assert window.document.plan is not None
    assert [window.document.plan.by_id[id_].number for id_ in window.selection.ids] == ["5"]


def drop(page: FilesPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    let_fall(page, data, QPointF(5, 5))


def cards(dialog: RecordDialog) -> list[str]:
    return [
        one.accessibleName()
        for one in dialog.findChildren(QPushButton)
        if one.property("card") and one.isVisible()
    ]


def boxes(dialog: RecordDialog) -> list[str]:
    shown = [*dialog.findChildren(QMessageBox), *dialog.parent().findChildren(QMessageBox)]
    return [box.text() for box in shown if box.isVisible()]


def files_tab(window: MainWindow) -> tuple[RecordDialog, FilesPage]:
    dialog = open_tab(window, "schools", add(window, "schools", name="СОШ № 1"), "Документы")
    (page,) = dialog.findChildren(FilesPage)
    return dialog, page


def test_files_are_dropped_and_pasted_and_the_same_is_kept_once(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, page = files_tab(window)
    one, two = tmp_path / "Приказ.pdf", tmp_path / "Письмо.pdf"
    one.write_bytes(b"%PDF one")
    two.write_bytes(b"%PDF two")
    drop(page, one)
    qtbot.waitUntil(lambda: cards(dialog) == ["Приказ.pdf, 8 байт"])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(two))])
    QApplication.clipboard().setMimeData(data)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.tabs, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cards(dialog) == ["Письмо.pdf, 8 байт", "Приказ.pdf, 8 байт"])
    drop(page, one)
    assert len(cards(dialog)) == 2


def test_300_megabytes_are_refused_in_words_and_nothing_is_kept(window: MainWindow, tmp_path: Path) -> None:
    dialog, page = files_tab(window)
    huge = tmp_path / "Видео.mp4"
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 300_000_000)
    before = window.document.query(attachments.total_size, -1)
    drop(page, huge)
    assert any("Видео.mp4" in text and "МБ" in text for text in boxes(dialog))
    assert cards(dialog) == []
    assert window.document.query(attachments.total_size, -1) == before


def test_a_file_that_vanished_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    dialog, page = files_tab(window)
    drop(page, tmp_path / "Был и нет.pdf")
    assert any("Был и нет.pdf" in text for text in boxes(dialog))
    assert cards(dialog) == []


def test_a_risk_is_set_changed_and_taken_off_with_a_click(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1")
    dialog = open_tab(window, "schools", school, "Результаты и проблемные зоны")
    (profile,) = dialog.findChildren(RiskProfile)

    def levels() -> list[str]:
        empty = record_listing.Listing(BY_ID["risks"], (), {})
        listing = window.document.query(lambda file: record_listing.read_listing(file, BY_ID["risks"]), empty)
        return [str(listing.value(row, "level")) for row in listing.rows]

    profile.buttons[Factor.STAFF, Level.HIGH].click()
    assert levels() == ["высокий"]
    profile.buttons[Factor.STAFF, Level.LOW].click()
    assert levels() == ["низкий"]
    assert not profile.buttons[Factor.STAFF, Level.HIGH].isChecked()
    profile.buttons[Factor.STAFF, Level.LOW].click()
    assert levels() == []
    choose(window, "Правка", "Отменить")
    assert profile.buttons[Factor.STAFF, Level.LOW].isChecked()


def mistakes(dialog: RecordDialog) -> dict[str, str]:
    return {name: label.text() for name, label in dialog.form.mistakes.items() if label.isVisibleTo(dialog)}


def test_mistakes_are_told_beside_their_fields_while_they_are_typed(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1")
    for register, values, field, why in (
        (
            "agreements",
            {"signed_on": "05.10.2020", "valid_until": "01.10.2020"},
            "valid_until",
            "раньше, чем подписан",
        ),
        (
            "agreements",
            {"school_id": "СОШ № 1", "partner_id": "СОШ № 1"},
            "partner_id",
            "партнёром самой себе",
        ),
        (
            "courses",
            {"starts_on": "05.10.2020", "ends_on": "01.10.2020"},
            "ends_on",
            "раньше, чем начинаются",
        ),
        ("courses", {"hours": "-8"}, "hours", "меньше нуля"),
        ("schools", {"name": "   "}, "name", "Не указано"),
        ("schools", {"head": "   "}, "head", "только пробелы"),
    ):
        page_of(window, register).add()
        dialog = dialog_of(window)
        fill(dialog, **values)
        for name in values:
            dialog.form.editors[name].committed.emit()
        assert why in mistakes(dialog).get(field, ""), (register, mistakes(dialog))
        click(dialog._save)
        assert dialog.isVisible()
        dialog.form.show_values({})
        dialog.reject()


def test_what_is_typed_stays_while_another_field_is_changed_elsewhere(window: MainWindow) -> None:
    school = add(window, "schools", name="СОШ № 1", address="Село")
    page_of(window, "schools").open_record(school)
    dialog = dialog_of(window)
    fill(dialog, name="СОШ № 7")
    changes = {"address": "Город", "head": "Иванова"}
    window.document.execute(lambda file: registers.set_values(file, dialog.register, [school], changes))
    editors = dialog.form.editors
    assert (editors["name"].value(), editors["address"].value()) == ("СОШ № 7", "Город")
    click(dialog._save)
    listing = window.document.query(lambda file: record_listing.read_listing(file, BY_ID["schools"]), None)
    (row,) = listing.rows
    assert (row.name, row.address, row.head) == ("СОШ № 7", "Город", "Иванова")


def test_a_school_deleted_while_something_is_added_to_it_is_told_and_the_work_goes_on(
    window: MainWindow,
) -> None:
    school = add(window, "schools", name="СОШ № 1")
    page_of(window, "schools").open_record(school)
    outer = dialog_of(window)
    outer.tabs.setCurrentIndex(1)
    (zones,) = [one for one in outer.findChildren(RelatedList) if one.register.id == "zones"]
    click(zones.add)
    (inner,) = [one for one in outer.findChildren(RecordDialog) if one.isVisible()]
    fill(inner, name="Нет учителя физики")
    window.document.execute(lambda file: registers.delete_records(file, BY_ID["schools"], [school]))
    inner.accept()
    assert inner.isVisible()
    said = [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert any("уже удалена" in text for text in said), said
    choose(window, "Правка", "Отменить")
    inner.accept()
    assert zones.model.rowCount() == 1


def added(window: MainWindow, register: str, **values: str) -> str:
    """Of a register that has no page of its own."""
    made: list[str] = []
    window.document.query(
        lambda file: made.extend(registers.add_record(file, BY_ID[register], values)[:1]), None
    )
    return made[0]


def offered(dialog: RecordDialog, field: str) -> list[str]:
    return [text for text in dialog.form.editors[field]._texts if text]


def test_a_decision_is_on_a_question_of_its_own_meeting(window: MainWindow) -> None:
    one, other = (add(window, "meetings", name=name) for name in ("Итоги четверти", "Совет"))
    own = added(window, "agenda-items", meeting_id=one, name="Справки школ")
    added(window, "agenda-items", meeting_id=other, name="Разное")
    decision = added(window, "decisions", meeting_id=one, name="Принять", item_id=own)
    page_of(window, "meetings")
    own_dialogs.open_record(window.document, BY_ID["decisions"], decision, window)
    dialog = dialog_of(window)
    assert offered(dialog, "item_id") == ["Справки школ — Итоги четверти"]
    meeting, item = dialog.form.editors["meeting_id"], dialog.form.editors["item_id"]
    meeting.set_value(other)
    meeting.committed.emit()
    assert offered(dialog, "item_id") == ["Разное — Совет"]
    # What was chosen of the other meeting is not taken for a question of this one.
    assert dialog.form.values() is None
    item.set_value(None)
    item.committed.emit()
    assert dialog.form.values()["item_id"] is None
