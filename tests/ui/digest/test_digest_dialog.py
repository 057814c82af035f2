"""«Свод по файлам» as it is used: choose, look, sort, copy, save."""

import shutil
import threading
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.file.files import create_empty, parse_school_year
from roadmap_desktop.ui.digest import reading
from roadmap_desktop.ui.digest.dialog import DigestDialog
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.printing import paper
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.runner import InlineRunner, Runner, ThreadRunner
from roadmap_desktop.ui.settings import Settings
from tests.samples import sample_at
from tests.systems import MARKUP
from tests.ui.conftest import TODAY
from tests.ui.dropping import let_fall
from tests.ui.person import choose, click, press


@pytest.fixture
def schools(tmp_path: Path) -> Path:
    folder = tmp_path / "школы"
    folder.mkdir()
    sample_at(folder / "Школа 2.roadmap")
    shutil.copy(folder / "Школа 2.roadmap", folder / "Школа 10.roadmap")
    create_empty(folder / "Новая.roadmap", parse_school_year("2020"))
    (folder / "Битая.roadmap").write_text("не карта")
    return folder


def opened(qtbot: QtBot, folder: Path, runner: Runner | None = None) -> DigestDialog:
    dialog = DigestDialog(lambda: TODAY, Settings(folder / "settings.ini"), runner or InlineRunner(), folder)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[DigestDialog]:
    made = opened(qtbot, tmp_path)
    yield made
    made.reject()


def button(dialog: QWidget, text: str) -> QPushButton:
    [found] = [each for each in dialog.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    return found


def drop(dialog: DigestDialog, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert let_fall(dialog, data, QPointF(9, 9))


def column(table: QTableView, heading: str) -> list[str]:
    model = table.model()
    [place] = [
        each
        for each in range(model.columnCount())
        if model.headerData(each, Qt.Orientation.Horizontal) == heading
    ]
    return [model.index(row, place).data() for row in range(model.rowCount())]


def click_row(table: QTableView, row: int) -> None:
    click(table.viewport(), table.visualRect(table.model().index(row, 1)).center())


def click_heading(table: QTableView, place: int) -> None:
    header = table.horizontalHeader()
    x = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    click(header.viewport(), QPoint(x, header.height() // 2))


def test_the_menu_opens_it_and_it_says_what_to_do(window: MainWindow) -> None:
    choose(window, "Отчёты", "Свод по файлам…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DigestDialog)
    assert "Перетащите сюда файлы" in dialog.empty.text
    assert dialog.height() <= 700
    assert not button(dialog, "Сохранить Excel…").isEnabled()
    dialog.reject()


def test_a_folder_dropped_on_it_is_read_and_summed_up(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    assert column(dialog.files, "Файл") == ["Битая", "Новая", "Школа 2", "Школа 10"]
    assert "не файл дорожной карты" in column(dialog.files, "Дорожная карта")[0]
    assert column(dialog.files, "Всего") == ["", "0", "23", "23"]
    assert not dialog.empty.isVisible()
    assert dialog.status.text().startswith(
        "4 файла · не прочитано 1 · 46 мероприятий · выполнено 0 (0\N{NO-BREAK SPACE}%)"
    )


def test_activities_stand_beside_their_states_and_scroll_together(
    dialog: DigestDialog, schools: Path
) -> None:
    drop(dialog, schools)
    dialog.tabs.setCurrentIndex(1)
    names, states = dialog.activities.names, dialog.activities.states
    assert column(names, "Мероприятие")[0].startswith("Формирование списка школ")
    assert column(states, "3. Школа 2")[0].startswith("просрочено")
    assert column(states, "2. Новая")[0] == ""
    assert not states.isColumnHidden(2)
    assert states.isColumnHidden(1)
    states.verticalScrollBar().setValue(120)
    assert names.verticalScrollBar().value() == 120
    assert names.verticalScrollBar().maximum() == states.verticalScrollBar().maximum()


def test_a_click_on_a_heading_sorts_as_people_count(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    click_heading(dialog.files, 1)
    assert column(dialog.files, "Файл") == ["Битая", "Новая", "Школа 2", "Школа 10"]
    click_heading(dialog.files, 1)
    assert column(dialog.files, "Файл") == ["Школа 10", "Школа 2", "Новая", "Битая"]
    assert dialog.files.columnSpan(3, 2) > 1
    assert dialog.files.columnSpan(0, 2) == 1


def test_what_is_chosen_and_how_it_is_sorted_stay(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    click_row(dialog.files, 3)
    click_heading(dialog.files, 1)
    click_heading(dialog.files, 1)
    assert [index.row() for index in dialog.files.selectionModel().selectedRows()] == [0]
    click(button(dialog, "Убрать"))
    assert column(dialog.files, "Файл") == ["Школа 2", "Новая", "Битая"]
    dialog.tabs.setCurrentIndex(1)
    names, states = dialog.activities.names, dialog.activities.states
    states.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    overdue = column(states, "Просрочено")
    assert overdue == sorted(overdue, reverse=True)
    assert column(names, "№") != sorted(column(names, "№"), key=int)
    assert names.horizontalHeader().sortIndicatorSection() == 5


def test_a_chosen_file_is_left_out_and_comes_back_when_added(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    assert not button(dialog, "Убрать").isEnabled()
    click_row(dialog.files, 0)
    click(button(dialog, "Убрать"))
    assert column(dialog.files, "Файл") == ["Новая", "Школа 2", "Школа 10"]
    drop(dialog, schools / "Битая.roadmap", schools / "Новая.roadmap")
    assert column(dialog.files, "Файл") == ["Новая", "Школа 2", "Школа 10", "Битая"]


def test_reading_anew_shows_what_became_of_the_files(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    (schools / "Новая.roadmap").unlink()
    click(button(dialog, "Прочитать заново"))
    assert "файла или папки нет" in column(dialog.files, "Дорожная карта")[1]


def test_the_files_are_chosen_in_a_window_of_the_system(dialog: DigestDialog, schools: Path) -> None:
    click(button(dialog.empty, "Добавить файлы…"))
    [chooser] = dialog.findChildren(QFileDialog)
    assert chooser.fileMode() == QFileDialog.FileMode.ExistingFiles
    chooser.filesSelected.emit([str(schools / "Школа 2.roadmap")])
    assert column(dialog.files, "Файл") == ["Школа 2"]
    chooser.close()


def test_rows_are_copied_as_they_are_seen(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    click_row(dialog.files, 2)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, dialog.files)
    heading, row = QApplication.clipboard().text().splitlines()
    assert heading.startswith("№\tФайл\tДорожная карта")
    assert row.split("\t")[1] == "Школа 2"
    assert "<td>Школа 2</td>" in QApplication.clipboard().mimeData().html()
    dialog.tabs.setCurrentIndex(1)
    click(button(dialog, "Копировать"))
    assert len(QApplication.clipboard().text().splitlines()) == 24
    assert dialog.status.text().startswith("Скопировано строк: 23")


def test_what_is_seen_is_saved(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    click(button(dialog, "Сохранить Excel…"))
    [chooser] = dialog.findChildren(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("Свод по дорожным картам 06.10.2020.xlsx")
    chooser.fileSelected.emit(str(schools / "свод.xlsx"))
    chooser.close()
    assert load_workbook(schools / "свод.xlsx").worksheets[0]["B7"].value == "Новая"
    assert not any("квадраты" in box.text() for box in dialog.findChildren(QMessageBox))
    dialog.output.save_to(dialog.reading.digest, ".pdf", schools / "свод.pdf")
    assert "Школа 10" in PdfReader(schools / "свод.pdf").pages[0].extract_text()
    assert [box.windowTitle() for box in dialog.findChildren(QMessageBox)] == ["Свод сохранён"] * 2


def test_the_printer_gets_the_pages_that_are_saved(
    dialog: DigestDialog, schools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(
        paper, "ask_printer", lambda _window, pages, title, *_: asked.append((title, pages.pageCount()))
    )
    drop(dialog, schools)
    click(button(dialog, "Печать…"))
    printing = QApplication.activeModalWidget()
    assert isinstance(printing, PrintDialog)
    click(button(printing, "Печать…"))
    printing.reject()
    dialog.output.save_to(dialog.reading.digest, ".pdf", schools / "свод.pdf")
    assert asked == [("Свод по дорожным картам 06.10.2020", len(PdfReader(schools / "свод.pdf").pages))]


def test_a_table_is_printed_as_it_is_sorted(dialog: DigestDialog, schools: Path, tmp_path: Path) -> None:
    drop(dialog, schools)
    click_heading(dialog.files, 1)
    click_heading(dialog.files, 1)
    click(button(dialog, "Печать…"))
    printing = QApplication.activeModalWidget()
    assert isinstance(printing, PrintDialog)
    printing.pane.choose("shown-digest-table", {})
    printing.save_to(tmp_path / "таблица.pdf")
    printing.reject()
    text = PdfReader(tmp_path / "таблица.pdf").pages[0].extract_text()
    assert text.startswith("Свод: по файлам")
    assert text.index("Школа 10") < text.index("Школа 2") < text.index("Новая")


def test_a_place_that_cannot_be_written_is_told(dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    dialog.output.save_to(dialog.reading.digest, ".xlsx", schools / "нет папки" / "свод.xlsx")
    [box] = dialog.findChildren(QMessageBox)
    assert "такой папки нет" in box.text()


def test_the_same_files_are_asked_next_month(qtbot: QtBot, dialog: DigestDialog, schools: Path) -> None:
    drop(dialog, schools)
    dialog.reject()
    again = opened(qtbot, schools.parent)
    assert column(again.files, "Файл") == ["Битая", "Новая", "Школа 2", "Школа 10"]
    again.reject()


def test_markup_in_a_name_is_shown_as_it_was_typed(dialog: DigestDialog, schools: Path) -> None:
    name = f"{MARKUP}&Я"
    shutil.copy(schools / "Новая.roadmap", schools / f"{name}.roadmap")
    drop(dialog, schools / f"{name}.roadmap")
    index = dialog.files.model().index(0, 1)
    assert index.data() == name
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"<p>{escape(name)}</p>"


def test_reading_goes_on_behind_the_window_and_can_be_cancelled(
    qtbot: QtBot, tmp_path: Path, schools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, tmp_path, ThreadRunner())
    drop(dialog, schools)
    qtbot.waitUntil(lambda: len(dialog.reading.paths) == 4)
    go_on, really = threading.Event(), reading.read_digest

    def held(*arguments: object) -> object:
        arguments[3](1, 5)  # type: ignore[operator]
        go_on.wait()
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_digest", held)
    drop(dialog, schools / "Школа 2.roadmap", tmp_path / "нет.roadmap")
    told = "Прочитано файлов: 1 из 5"
    qtbot.waitUntil(
        lambda: any(told == label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    )
    [bar] = dialog.findChildren(QProgressBar)
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 1, 5)
    task = dialog.reading._task
    assert task is not None
    click(button(dialog, "Отмена"))
    assert not bar.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: task.is_over)
    assert len(column(dialog.files, "Файл")) == 4
    dialog.reject()
