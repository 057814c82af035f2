"""A morning's work, from opening the program to the printed month, by mouse and keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import DueEditor, StateEditor, TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from tests.systems import pdf_text
from tests.ui.conftest import TODAY
from tests.ui.person import choose, click, press, type_text


def rows_on_disk(path: Path) -> list[tuple[str, str, str]]:
    with open_roadmap(path) as file:
        return [(row.name, row.due_text, row.state.value) for row in read_plan(file).activities]


def choose_activity(window: MainWindow, number: int) -> None:
    plan = window.document.plan
    assert plan is not None
    window.selection.choose([plan.activities[number - 1].id])


def editor(window: MainWindow, label: str) -> TextEditor | DueEditor | StateEditor:
    found = [
        widget
        for kind in (DueEditor, StateEditor, TextEditor)
        for widget in window.details.findChildren(kind)
        if widget.accessibleName() == label and widget.isVisible()
    ]
    return found[0]


def test_the_window_opens_on_the_whole_plan_and_says_what_there_is(window: MainWindow) -> None:
    assert window.windowTitle() == "Дорожная карта.roadmap — Дорожная карта методиста"
    assert window.status.text.startswith("23 мероприятия · просрочено 6")


def test_every_visible_word_is_russian(window: MainWindow) -> None:
    texts = {action.text().replace("&", "") for action in window.findChildren(QAction)}
    texts |= {button.text() for button in window.findChildren(QPushButton)}
    latin = {text for text in texts if any("a" <= letter.lower() <= "z" for letter in text)}
    assert latin <= {"PDF"}


def test_a_field_typed_in_the_details_is_on_the_disk_when_it_is_left(
    window: MainWindow, sample: Path
) -> None:
    choose_activity(window, 3)
    result = editor(window, "Фактический результат")
    click(result)
    type_text("Справки по 12 школам <b>&")
    press(Qt.Key.Key_Tab)
    with open_roadmap(sample) as file:
        assert read_plan(file).activities[2].actual_result == "Справки по 12 школам <b>&"
    assert "Справки по 12 школам <b>&" in window.details.history_text


def test_what_is_typed_is_not_lost_when_another_activity_is_chosen(window: MainWindow, sample: Path) -> None:
    choose_activity(window, 3)
    click(editor(window, "Примечание"))
    type_text("позвонить")
    choose_activity(window, 4)
    with open_roadmap(sample) as file:
        rows = read_plan(file).activities
    assert (rows[2].note, rows[3].note) == ("позвонить", "")


def test_escape_brings_the_old_text_back(window: MainWindow, sample: Path) -> None:
    before = rows_on_disk(sample)
    choose_activity(window, 3)
    name = editor(window, "Наименование мероприятия")
    click(name)
    type_text(" и ещё")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Tab)
    assert rows_on_disk(sample) == before


def test_an_empty_name_is_refused_in_words_and_the_old_one_stays(window: MainWindow, sample: Path) -> None:
    before = rows_on_disk(sample)
    choose_activity(window, 3)
    window.details.edit_field("name")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    (box,) = window.findChildren(QMessageBox)
    assert "не может быть пустым" in box.text()
    assert rows_on_disk(sample) == before
    assert editor(window, "Наименование мероприятия").value() == before[2][0]


def test_the_reading_of_a_due_is_shown_while_it_is_typed(window: MainWindow) -> None:
    choose_activity(window, 3)
    due = editor(window, "Срок исполнения")
    assert isinstance(due, DueEditor)
    assert due.reading_text == "1 сентября – 31 октября 2020"
    due.setFocus()
    due.selectAll()
    type_text("до 1 ноября")
    assert due.reading_text == "до 1 ноября 2020"
    type_text(" или позже")
    assert due.reading_text == "не распознано: укажите даты"


def test_undo_and_redo_by_keys_name_what_they_do(window: MainWindow, sample: Path) -> None:
    choose_activity(window, 1)
    state = editor(window, "Состояние")
    assert isinstance(state, StateEditor)
    state.setCurrentIndex(list(State).index(State.DONE))
    state.committed.emit()
    assert rows_on_disk(sample)[0][2] == "выполнено"
    choose(window, "Правка", "Отменить")
    assert rows_on_disk(sample)[0][2] == "запланировано"
    assert window.status.text == "Отменено: Состояние, мероприятие 1"
    choose(window, "Правка", "Повторить")
    assert rows_on_disk(sample)[0][2] == "выполнено"


def test_search_goes_to_the_table_and_shows_what_was_found(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "Вид", "Календарь")
    window.toolbar.search.setFocus()
    type_text("дефицит", window.toolbar.search)
    qtbot.waitUntil(lambda: window.table.isVisible())
    assert window.toolbar.search.text() == "дефицит"
    assert window.table.view.model().rowCount() == 3


def test_several_chosen_activities_change_their_state_in_one_step(window: MainWindow, sample: Path) -> None:
    plan = window.document.plan
    assert plan is not None
    window.selection.choose([row.id for row in plan.activities[:3]])
    window.show_page("table")
    states = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Состояние")
    states.aboutToShow.emit()
    next(action for action in states.actions() if action.text() == "выполнено").trigger()
    assert [row[2] for row in rows_on_disk(sample)[:4]] == ["выполнено"] * 3 + ["запланировано"]
    choose(window, "Правка", "Отменить")
    assert {row[2] for row in rows_on_disk(sample)} == {"запланировано"}


def test_the_month_is_printed_from_the_menu(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(window, "Отчёты", "Печать месяца…")
    (dialog,) = window.findChildren(PrintDialog)
    dialog.save_to(tmp_path / "план.pdf")
    text = pdf_text(tmp_path / "план.pdf", "-raw")
    assert "План работы на октябрь 2020 года" in text
    assert "Срок исполнения истекает" in text


def test_the_month_that_is_looked_at_is_the_month_to_print(window: MainWindow) -> None:
    choose(window, "Вид", "Календарь")
    press(Qt.Key.Key_PageDown)
    choose(window, "Отчёты", "Печать месяца…")
    (dialog,) = window.findChildren(PrintDialog)
    assert dialog.title == "План работы на ноябрь 2020 года"


def test_the_print_dialog_may_be_opened_and_closed_again_and_again(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(3):
        choose(window, "Отчёты", "Печать месяца…")
        (dialog,) = window.findChildren(PrintDialog)
        dialog.reject()
        del dialog
        qtbot.waitUntil(lambda: not window.findChildren(PrintDialog))
    assert window.isVisible()


def test_the_roadmaps_own_fields_are_edited_in_their_dialog(window: MainWindow, sample: Path) -> None:
    from roadmap_desktop.ui.properties_dialog import PropertiesDialog

    choose(window, "Файл", "Сведения о дорожной карте…")
    (dialog,) = window.findChildren(PropertiesDialog)
    dialog.field("head_name").setFocus()
    type_text("В. Г. Лугова", dialog.field("head_name"))
    dialog.accept()
    with open_roadmap(sample) as file:
        assert read_plan(file).info.head_name == "В. Г. Лугова"
    assert window.document.undo_state.undo == "Руководитель"


def test_a_wrong_date_of_the_roadmap_is_told_and_nothing_is_written(window: MainWindow) -> None:
    from roadmap_desktop.ui.properties_dialog import PropertiesDialog

    choose(window, "Файл", "Сведения о дорожной карте…")
    (dialog,) = window.findChildren(PropertiesDialog)
    line = dialog.field("order_date").focusProxy()
    type_text("31.02.2021", line)
    dialog.accept()
    assert dialog.isVisible()
    assert any("не дата" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_closing_and_opening_again_keeps_the_place_and_undo_goes_on(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    choose_activity(window, 2)
    window.details.edit_field("name")
    type_text("Рабочая группа")
    window.close()
    document = RoadmapDocument(today=lambda: TODAY)
    again = MainWindow(
        document, Settings(tmp_path / "settings.ini"), InlineRunner(), tmp_path, tmp_path / "log"
    )
    qtbot.addWidget(again)
    again.show()
    again.open_at_start(None)
    assert rows_on_disk(sample)[1][0] == "Рабочая группа"
    choose(again, "Правка", "Отменить")
    assert rows_on_disk(sample)[1][0].startswith("Создание рабочей группы")
    again.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 not ours", b"SQLite format 3\x00" + bytes(84)],
    ids=["empty", "docx", "header only"],
)
def test_a_wrong_file_is_refused_and_the_present_one_stays(
    window: MainWindow, sample: Path, tmp_path: Path, content: bytes
) -> None:
    wrong = tmp_path / "чужой.roadmap"
    wrong.write_bytes(content)
    window.open_at_start(wrong)
    (box,) = window.findChildren(QMessageBox)
    assert "не изменён" in box.text()
    assert window.document.path == sample


def test_without_a_file_the_start_page_offers_to_begin(window: MainWindow) -> None:
    choose(window, "Файл", "Закрыть файл")
    texts = {button.text() for button in window.findChildren(QPushButton) if button.isVisible()}
    assert {"Создать…", "Открыть…", "Посмотреть образец"} <= texts
    assert any("Дорожная карта.roadmap" in text for text in texts)


def test_a_new_roadmap_from_the_sample_for_another_year(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "новая.roadmap"
    window.files.create(
        path,
        window.document.plan.info.period._replace(  # type: ignore[union-attr]
            start=date(2026, 9, 1), end=date(2027, 8, 31)
        ),
        with_sample=True,
    )
    plan = window.document.plan
    assert plan is not None
    assert window.document.path == path
    assert plan.activities[0].due_text == "сентябрь 2026 года"
    assert not window.findChildren(QMessageBox)


def test_a_file_opened_by_a_short_name_is_found_again_from_any_folder(
    window: MainWindow, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.parent)
    window.files.open_path(Path(sample.name))
    window._settings.save()
    assert Settings(tmp_path / "settings.ini").recent_files() == [sample]
