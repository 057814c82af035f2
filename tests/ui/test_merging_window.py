"""«Объединить с копией» as it is used: look first, choose by a click, give back, undo in one step."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, revisions
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.merging.merge_dialog import MergeDialog
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from tests.ui.conftest import TODAY
from tests.ui.copies import (
    at,
    button,
    chosen,
    click_cell,
    copy_of,
    lines,
    merge_with,
    note,
    notes,
    said,
    shown,
    tables,
    told,
    undo_text,
)
from tests.ui.person import choose, click, press, type_text

CONFLICT = "Изменено по-разному, выберите значение: 1"


@pytest.fixture
def vera_window(qtbot: QtBot, vera: Path, tmp_path: Path) -> Iterator[MainWindow]:
    document = RoadmapDocument(today=lambda: TODAY)
    made = MainWindow(document, Settings(tmp_path / "вера.ini"), InlineRunner(), tmp_path, tmp_path / "log")
    qtbot.addWidget(made)
    made.show()
    made.open_at_start(vera)
    yield made
    made.close()


def write_note(window: MainWindow, number: int, text: str) -> None:
    """Types a note into the details, as people do."""
    plan = window.document.plan
    assert plan is not None
    window.selection.choose([plan.activities[number - 1].id])
    (editor,) = [
        one
        for one in window.details.findChildren(TextEditor)
        if one.accessibleName() == "Примечание" and one.isVisible()
    ]
    click(editor)
    type_text(text, editor)
    press(Qt.Key.Key_Tab, widget=editor)


def test_two_peoples_day(window: MainWindow, vera_window: MainWindow, sample: Path, vera: Path) -> None:
    write_note(window, 3, "от Анны")
    write_note(window, 4, "только Анна")
    write_note(vera_window, 3, "от Веры")
    write_note(vera_window, 5, "только Вера")
    choose(vera_window, "Файл", "Закрыть файл")

    dialog = merge_with(window, vera)
    before = window.document.plan
    assert before is not None
    assert "у вас 2 изменения, в копии 2 изменения" in said(dialog)
    shown_lines = lines(dialog.view)
    assert shown_lines[:2] == [CONFLICT, "Примечание | пусто | от Анны | от Веры"]
    assert "Примечание | пусто | только Анна" in shown_lines
    assert "Примечание | пусто | только Вера" in shown_lines
    assert not button(dialog, "Объединить").isEnabled()
    click_cell(dialog.view, "от Веры")
    assert chosen(dialog.view) == ["от Веры"]
    click_cell(dialog.view, "от Анны")
    assert chosen(dialog.view) == ["от Анны"]
    dialog.both.click()
    click(button(dialog, "Объединить"))

    text = told(window)
    assert "Изменено записей: 1" in text
    assert "Итог отдан обратно: «Вера.roadmap»" in text
    assert tables(sample) == tables(vera)
    assert notes(sample) == {"3": "от Анны", "4": "только Анна", "5": "только Вера"}
    assert window.document.plan is not None
    assert window.document.plan.activities[4].note == "только Вера"
    assert undo_text(window) == "Отменить: Объединение с копией «Вера»"
    choose(window, "Правка", "Отменить")
    assert window.document.plan.activities == before.activities
    assert window.document.plan.info == before.info
    assert notes(sample) == {"3": "от Анны", "4": "только Анна"}
    assert undo_text(window).startswith("Отменить: Примечание")
    vera_window.files.open_path(vera)
    assert vera_window.document.plan is not None
    assert vera_window.document.plan.activities[2].note == "от Анны"


def test_cancelling_leaves_no_trace(window: MainWindow, sample: Path, vera: Path) -> None:
    note(sample, 3, "от Анны")
    note(vera, 3, "от Веры")
    before = sample.read_bytes(), vera.read_bytes(), sorted(sample.parent.iterdir())
    dialog = merge_with(window, vera)
    click_cell(dialog.view, "от Веры")
    click(button(dialog, "Отмена"))
    assert (sample.read_bytes(), vera.read_bytes(), sorted(sample.parent.iterdir())) == before


def test_typed_but_not_yet_written_text_is_part_of_what_is_merged(window: MainWindow, vera: Path) -> None:
    plan = window.document.plan
    assert plan is not None
    window.table.edit_field(plan.activities[0].id, "name")
    type_text("Новое имя")
    note(vera, 3, "от Веры")
    window.copies.merge_with([vera])
    assert any("Новое имя" in line for line in lines(shown(window, MergeDialog).view))


@pytest.mark.parametrize(
    ("words", "expected", "other"),
    [
        ("Все мои", "от Анны", "и тут Анна"),
        ("Все из копии", "от Веры", "и тут Вера"),
        ("Все новые", "от Веры", "и тут Анна"),
    ],
)
def test_all_are_chosen_at_once(
    window: MainWindow, sample: Path, vera: Path, words: str, expected: str, other: str
) -> None:
    note(sample, 3, "от Анны")
    note(vera, 6, "и тут Вера")
    note(vera, 3, "от Веры")
    note(sample, 6, "и тут Анна")
    dialog = merge_with(window, vera)
    click_cell(dialog.view, "от Анны")
    assert "Выбрано 1 из 2" in said(dialog)
    click(button(dialog, words))
    assert "Выбрано 2 из 2" in said(dialog)
    click(button(dialog, "Объединить"))
    assert notes(sample) == {"3": expected, "6": other}


def test_keys_choose_as_well(window: MainWindow, sample: Path, vera: Path) -> None:
    note(sample, 3, "от Анны")
    note(vera, 3, "от Веры")
    dialog = merge_with(window, vera)
    dialog.view.setCurrentIndex(dialog.view.rows.index(0, 0, dialog.view.rows.index(0, 0)))
    press(Qt.Key.Key_Space, widget=dialog.view)
    assert chosen(dialog.view) == ["от Анны"]
    press(Qt.Key.Key_Space, widget=dialog.view)
    assert chosen(dialog.view) == ["от Веры"]


def test_what_stays_and_what_has_one_name_is_told(window: MainWindow, sample: Path, vera: Path) -> None:
    at(sample, 3, activities.delete_activities)
    note(vera, 3, "нужно")
    for path in (sample, vera):
        with open_roadmap(path) as file:
            activities.add_activity(file, ActivityDraft(name="Круглый стол"))
    text = "\n".join(lines(merge_with(window, vera).view))
    assert "Останется, хотя и удалено: 1\nМероприятие 3 · Выявление" in text
    assert "удалено у меня" in text
    assert "Одинаковые названия: останутся обе записи: 1\nМероприятие 23 · Круглый стол и" in text


def test_nothing_to_merge_is_said(window: MainWindow, vera: Path) -> None:
    dialog = merge_with(window, vera)
    assert "Файлы одинаковы: объединять нечего." in said(dialog)
    assert not dialog.both.isEnabled()
    click(button(dialog, "Закрыть"))


def test_where_only_mine_changed_the_result_can_be_given_back(
    window: MainWindow, sample: Path, vera: Path
) -> None:
    note(sample, 3, "от Анны")
    dialog = merge_with(window, vera)
    assert "Нового в копии нет. Можно отдать обратно" in said(dialog)
    assert not button(dialog, "Объединить").isEnabled()
    dialog.both.click()
    click(button(dialog, "Объединить"))
    assert "ваш файл не изменён" in told(window)
    assert tables(sample) == tables(vera)


def test_several_copies_at_once(window: MainWindow, sample: Path, vera: Path) -> None:
    galina = copy_of(sample, "Галина")
    note(sample, 3, "от Анны")
    note(vera, 3, "от Веры")
    note(galina, 5, "от Галины")
    dialog = merge_with(window, vera, galina)
    assert "Мой файл «Дорожная карта.roadmap» и «Вера.roadmap», «Галина.roadmap»" in said(dialog)
    click_cell(dialog.view, "от Анны")
    click(button(dialog, "Объединить"))
    assert "Объединение с копиями «Вера», «Галина»" in told(window)
    assert notes(sample) == {"3": "от Анны", "5": "от Галины"}


def test_a_copy_of_the_same_name_is_told_by_its_folder(window: MainWindow, sample: Path) -> None:
    stick = sample.parent / "Флешка"
    stick.mkdir()
    dialog = merge_with(window, Path(shutil.copy(sample, stick)))
    assert "Мой файл «Дорожная карта.roadmap» и «Дорожная карта.roadmap» из папки «Флешка»" in said(dialog)


def test_files_without_a_common_past_are_compared_by_content(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Отдельная.roadmap"
    create_from_sample(other)
    note(other, 3, "из другого файла")
    with open_roadmap(other) as file:
        activities.add_activity(file, ActivityDraft(name="Только там"))
    before = other.read_bytes()
    dialog = merge_with(window, other)
    assert "У этих файлов нет общего прошлого" in said(dialog)
    text = "\n".join(lines(dialog.view))
    assert "Записано по-разному, выберите значение: 1\nПримечание | пусто | пусто | из другого файла" in text
    assert "Есть только в другом файле, добавится: 1\nМероприятие 24 · Только там" in text
    assert not dialog.both.isEnabled()
    click_cell(dialog.view, "из другого файла")
    click(button(dialog, "Объединить"))
    assert notes(sample) == {"3": "из другого файла"}
    choose(window, "Правка", "Отменить")
    assert window.document.plan is not None
    assert len(window.document.plan.activities) == 23
    assert notes(sample) == {}
    assert other.read_bytes() == before


def test_registers_of_a_file_made_separately_come_and_what_does_not_is_told(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Отдельная.roadmap"
    create_from_sample(other)
    for path, name in ((sample, "МБОУ СОШ № 5"), (other, "СОШ №5")):
        with open_roadmap(path) as file:
            registers.add_record(file, BY_ID["schools"], {"name": name})
            if path == other:
                revisions.approve(file, "Первая редакция", today=TODAY)
    dialog = merge_with(window, other)
    assert "отмена сделанного в нём и его редакции при объединении не переносятся" in said(dialog)
    assert lines(dialog.view) == [
        "Есть только в моём файле, останется: 1",
        "Школа · МБОУ СОШ № 5",
        "Есть только в другом файле, добавится: 1",
        "Школа · СОШ №5",
        "Похожие названия: останутся обе записи: 1",
        "Школа · МБОУ СОШ № 5 и Школа · СОШ №5",
        "Есть только в другом файле, не перенесётся: 1",
        "Редакция · Первая редакция",
    ]
    click(button(dialog, "Объединить"))
    assert "Изменено записей: 1" in told(window)
    dialog = merge_with(window, other)
    assert "Нового в другом файле нет." in said(dialog)
    assert not button(dialog, "Объединить").isEnabled()


def test_the_users_text_is_never_markup(window: MainWindow, sample: Path, vera: Path) -> None:
    note(sample, 3, "<b>A & B</b>")
    note(vera, 3, "<img src=x>")
    dialog = merge_with(window, vera)
    index = dialog.view.rows.index(0, 2, dialog.view.rows.index(0, 0))
    assert index.data() == "<b>A & B</b>"
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert dialog.height() <= 700


def test_the_toolbar_has_it_and_without_a_file_it_is_off(window: MainWindow) -> None:
    (shown_button,) = [one for one in window.toolbar.findChildren(QToolButton) if "Объединить" in one.text()]
    assert shown_button.isEnabled()
    choose(window, "Файл", "Закрыть файл")
    action = window.findChild(QAction, "merge")
    assert action is not None
    assert not action.isEnabled()
