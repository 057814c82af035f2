"""«Сохранить копию» and «Проверить файл» as they are used."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.copies.copies import CopyReport, CopyRequest, Remark
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.check_dialog import CheckDialog
from roadmap_desktop.ui.copy_dialog import CopyDialog
from roadmap_desktop.ui.file_commands import _copied
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose, click


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (found,) = [box for box in window.findChildren(kind) if box.isVisible()]
    return found


def press_button(dialog: QDialog | QMessageBox, words: str) -> None:
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == words))


def tick(dialog: QDialog, words: str) -> None:
    kinds = (QRadioButton, QCheckBox)
    (box,) = [box for kind in kinds for box in dialog.findChildren(kind) if box.text() == words]
    assert box.isEnabled()
    box.click()


def listed(dialog: QDialog, title: str) -> list[str]:
    (found,) = [box for box in dialog.findChildren(QListWidget) if box.accessibleName() == title]
    return [found.item(row).text() for row in range(found.count())] if found.isVisible() else []


def shows(lines: QListWidget, item: QListWidgetItem) -> bool:
    return lines.isVisible() and lines.viewport().rect().contains(lines.visualItemRect(item))


def said(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_what_is_told_of_a_copy_fits_on_a_small_screen(window: MainWindow) -> None:
    lines = tuple(f"{number}. " + "Примерова А. Н., Пробная А. Р., " * 20 for number in range(12))
    remarks = tuple(Remark(line) for line in lines)
    told = _copied(
        Path("копия.roadmap"), CopyRequest(without_personal=True), CopyReport(lines, remarks, remarks)
    )
    box = messages.inform(window, "Копия сохранена", told)
    QApplication.processEvents()
    assert box.height() < 660


def save_as(window: MainWindow, path: Path) -> None:
    asking = dialog_of(window, QFileDialog)
    assert isinstance(asking, QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.close()


def told(window: MainWindow) -> str:
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return box.text()


@pytest.fixture
def people(window: MainWindow) -> MainWindow:
    """A window on a plan that names its head and, in a note, somebody else."""
    plan = window.document.plan
    assert plan is not None
    window.document.execute(lambda file: roadmap.set_roadmap(file, {"head_name": "Петров П. П."}))
    first = [plan.activities[0].id]
    window.document.execute(lambda file: activities.set_field(file, plan, first, "note", "Сидоров С. С. <b>"))
    return window


def test_the_whole_file_is_copied_after_saying_that_nothing_will_lack(
    window: MainWindow, tmp_path: Path
) -> None:
    choose(window, "Файл", "Сохранить копию…")
    dialog = dialog_of(window, CopyDialog)
    assert "войдёт всё" in said(dialog)
    assert listed(dialog, "Чего не будет в копии") == []
    press_button(dialog, "Сохранить…")
    save_as(window, tmp_path / "копия.roadmap")
    assert "Копия сохранена и проверена" in told(window)
    with open_roadmap(tmp_path / "копия.roadmap") as file:
        assert len(read_plan(file).activities) == 23


def test_what_a_copy_without_personal_data_lacks_is_told_before_and_after(
    people: MainWindow, tmp_path: Path
) -> None:
    choose(people, "Файл", "Сохранить копию…")
    dialog = dialog_of(people, CopyDialog)
    tick(dialog, "Без персональных данных")
    lines = listed(dialog, "Чего не будет в копии")
    assert "Руководитель: Петров П. П." in lines
    assert any(line.startswith("Имена авторов правок: 1") for line in lines)
    assert listed(dialog, "Останется в текстах") == ["Мероприятие 1, примечание: Сидоров С. С."]
    press_button(dialog, "Сохранить…")
    save_as(people, tmp_path / "копия.roadmap")
    assert "Руководитель: Петров П. П." in told(people)
    assert "Сидоров С. С." in told(people)
    assert "Петров".encode() not in (tmp_path / "копия.roadmap").read_bytes()


def test_a_line_of_what_stays_leads_to_its_record(people: MainWindow, qtbot: QtBot) -> None:
    plan = people.document.plan
    assert plan is not None
    second = [plan.activities[1].id]
    note = "Роза ветров; Гульнара, тел. 2-34-56; " + "анализ " * 40 + "директор Петров Пётр"
    people.document.execute(lambda file: activities.set_field(file, plan, second, "note", note))
    people.show_page("calendar")
    choose(people, "Файл", "Сохранить копию…")
    dialog = dialog_of(people, CopyDialog)
    assert "другим отдавайте копию «Без персональных данных»" in said(dialog)
    tick(dialog, "Без персональных данных")
    (stays,) = [
        box for box in dialog.findChildren(QListWidget) if box.accessibleName() == "Останется в текстах"
    ]
    line = next(row for row in range(stays.count()) if "Мероприятие 2" in stays.item(row).text())
    for words in ("Гульнара", "тел. 2-34-56", "Петров Пётр"):
        assert words in stays.item(line).text()
    (perhaps,) = listed(dialog, "Проверьте, не имена ли это")
    assert "Роза" in perhaps
    assert dialog.height() <= 700
    stays.itemDoubleClicked.emit(stays.item(line))
    assert not dialog.isVisible()
    assert people.selection.current == second[0]


def test_the_window_is_as_high_as_what_it_says(people: MainWindow, qtbot: QtBot) -> None:
    choose(people, "Файл", "Сохранить копию…")
    dialog = dialog_of(people, CopyDialog)
    tick(dialog, "Без персональных данных")
    for lines in filter(QListWidget.isVisible, dialog.findChildren(QListWidget)):
        last = lines.item(lines.count() - 1)
        qtbot.waitUntil(lambda lines=lines, last=last: shows(lines, last))  # type: ignore[misc]
    high = dialog.height()
    assert high < 700
    tick(dialog, "Без персональных данных")
    qtbot.waitUntil(lambda: dialog.height() < high - 100)


def test_a_refusal_has_room_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.document.execute(lambda file: roadmap.add_section(file, "Пустой раздел"))
    choose(window, "Файл", "Сохранить копию…")
    dialog = dialog_of(window, CopyDialog)
    tick(dialog, "Раздел")
    assert "Мероприятий в этом разделе нет" in said(dialog)
    for box in dialog.findChildren(QComboBox):
        qtbot.waitUntil(lambda box=box: box.height() >= box.sizeHint().height())  # type: ignore[misc]


def test_a_month_is_chosen_and_its_rule_is_told(window: MainWindow, tmp_path: Path) -> None:
    choose(window, "Файл", "Сохранить копию…")
    dialog = dialog_of(window, CopyDialog)
    tick(dialog, "План месяца")
    assert "что и в план месяца на печати" in said(dialog)
    months = next(box for box in dialog.findChildren(QComboBox) if box.findText("Март 2021") >= 0)
    assert months.currentText() == "Октябрь 2020"
    (line,) = listed(dialog, "Чего не будет в копии")
    assert line.startswith("Остальные мероприятия и их история: ")
    assert dialog.height() <= 700
    press_button(dialog, "Сохранить…")
    save_as(window, tmp_path / "октябрь.roadmap")
    with open_roadmap(tmp_path / "октябрь.roadmap") as file:
        assert 0 < len(read_plan(file).activities) < 23


def test_a_section_without_activities_cannot_be_handed_on(window: MainWindow) -> None:
    window.document.execute(lambda file: roadmap.add_section(file, "Анализ & <b>"))
    choose(window, "Файл", "Сохранить копию…")
    dialog = dialog_of(window, CopyDialog)
    tick(dialog, "Раздел")
    assert "Мероприятий в этом разделе нет" in said(dialog)
    (go,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "Сохранить…"]
    assert not go.isEnabled()
    tick(dialog, "Весь файл")
    assert go.isEnabled()


def test_a_taken_name_is_refused_in_words(window: MainWindow, sample: Path) -> None:
    before = sample.read_bytes()
    choose(window, "Файл", "Сохранить копию…")
    press_button(dialog_of(window, CopyDialog), "Сохранить…")
    save_as(window, sample)
    assert "уже есть" in told(window)
    assert sample.read_bytes() == before


def test_a_sound_file_is_said_to_be_sound(window: MainWindow) -> None:
    choose(window, "Файл", "Проверить файл…")
    dialog = dialog_of(window, CheckDialog)
    assert "Файл исправен" in said(dialog)
    assert not [
        button
        for button in dialog.findChildren(QPushButton)
        if button.text() == "Исправить" and button.isVisible()
    ]


def test_a_file_changed_from_outside_is_repaired_while_it_is_open(window: MainWindow, sample: Path) -> None:
    with sqlite3.connect(sample) as connection:
        connection.execute("UPDATE activity SET note = 'чужое' WHERE rowid = 1")
    connection.close()
    choose(window, "Файл", "Проверить файл…")
    dialog = dialog_of(window, CheckDialog)
    assert "Файл неисправен. Он не изменён." in said(dialog)
    findings = dialog.findChildren(QListWidget)[0]
    assert "«Примечание»" in findings.item(0).text()
    press_button(dialog, "Исправить")
    assert "Повреждённый файл сохранён рядом" in said(dialog)
    assert findings.isVisible()
    assert findings.item(0).text().startswith("Значение взято из истории, в плане стояло другое")
    press_button(dialog, "Закрыть")
    assert window.document.path == sample
    assert window.document.plan is not None
    assert window.document.plan.activities[0].note == ""


def test_a_file_that_does_not_open_can_be_checked_and_repaired(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "испорчен.roadmap"
    content = bytearray(sample.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    broken.write_bytes(content)
    window.document.close()
    choose(window, "Файл", "Проверить файл…")
    save_as(window, broken)
    dialog = dialog_of(window, CheckDialog)
    press_button(dialog, "Исправить")
    assert "Повреждённый файл сохранён рядом" in said(dialog)
    press_button(dialog, "Закрыть")
    window.files.open_path(broken)
    assert window.document.plan is not None
