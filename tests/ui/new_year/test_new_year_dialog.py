"""«Новый учебный год из этой карты» as it is used."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.near_change import near_the_change
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.new_year.drafting import years_ahead
from roadmap_desktop.operations.plan import roadmap
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.new_year.dialog import NewYearDialog
from roadmap_desktop.ui.runner import ThreadRunner
from tests.samples import full_sample_at
from tests.ui.person import choose, click, press, type_text


def opened(window: MainWindow) -> NewYearDialog:
    choose(window, "Файл", "Новый учебный год из этой карты…")
    (found,) = window.findChildren(NewYearDialog)
    QTest.qWaitForWindowExposed(found)
    return found


def press_button(dialog: NewYearDialog, words: str) -> None:
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == words))


def save_as(dialog: NewYearDialog, path: Path) -> None:
    press_button(dialog, "Создать…")
    (asking,) = [box for box in dialog.findChildren(QFileDialog) if box.isVisible()]
    asking.fileSelected.emit(str(path))
    asking.close()


def said(parent: object) -> str:
    boxes = [
        box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()
    ]
    assert boxes, parent
    return boxes[-1].text()


def wordings(dialog: NewYearDialog) -> list[tuple[str, ...]]:
    model = dialog.wordings.model()
    return [
        tuple(model.data(model.index(row, column)) for column in range(3)) for row in range(model.rowCount())
    ]


def tick(dialog: NewYearDialog, title: str) -> None:
    (item,) = dialog.parts.findItems(title, Qt.MatchFlag.MatchEndsWith)
    dialog.parts.scrollToItem(item)
    box = dialog.parts.visualItemRect(item).topLeft() + QPoint(15, 15)
    QTest.mouseClick(dialog.parts.viewport(), Qt.MouseButton.LeftButton, pos=box)


def counted(dialog: NewYearDialog, title: str) -> str:
    (item,) = dialog.parts.findItems(title, Qt.MatchFlag.MatchEndsWith)
    return item.text(1)


def test_the_next_year_is_made_and_opened(window: MainWindow, sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    dialog = opened(window)
    assert dialog.year.currentText() == "2021–2022"
    first = wordings(dialog)[0]
    assert first[0].endswith("! вне нового периода")
    assert first[2] == "сентябрь- декабрь 2022 года"
    assert dialog._said.text() == "Проверьте первую строку. Столбец «Станет» можно править."
    save_as(dialog, tmp_path / "2021.roadmap")
    assert window.document.path == tmp_path / "2021.roadmap"
    assert window.document.plan is not None
    assert window.document.plan.info.period.start == date(2021, 9, 1)
    assert "Карта на 2021–2022 учебный год создана и открыта" in said(window)
    assert "стоит проверить: 1" in said(window)
    assert sample.read_bytes() == before


def test_a_wording_is_mended_in_place(window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(window)
    table = dialog.wordings
    at = table.visualRect(table.model().index(0, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("май 2022 года")
    press(Qt.Key.Key_Return)
    assert wordings(dialog)[0][1:] == ("сентябрь- декабрь 2021 года", "май 2022 года")
    assert "!" not in wordings(dialog)[0][0]
    save_as(dialog, tmp_path / "2021.roadmap")
    assert window.document.plan is not None
    assert window.document.plan.activities[16].due_text == "май 2022 года"


def test_a_name_that_is_taken_is_refused_and_all_that_was_chosen_stays(
    window: MainWindow, tmp_path: Path
) -> None:
    taken = tmp_path / "занято.roadmap"
    taken.write_bytes(b"mine")
    dialog = opened(window)
    tick(dialog, "Мероприятия")
    save_as(dialog, taken)
    assert "уже есть" in said(dialog)
    assert dialog.isVisible()
    assert taken.read_bytes() == b"mine"
    assert "activities" not in dialog.request.parts


def test_another_year_moves_everything_further(window: MainWindow) -> None:
    dialog = opened(window)
    dialog.year.setFocus()
    press(Qt.Key.Key_Down, widget=dialog.year)
    assert dialog.year.currentText() == "2022–2023"
    assert ("сентябрь 2020 года", "сентябрь 2022 года") in [row[1:] for row in wordings(dialog)]


def test_after_the_last_year_there_is_none(window: MainWindow) -> None:
    last = {"period_start": date(2099, 9, 1), "period_end": date(2099, 12, 31)}
    window.document.execute(lambda file: roadmap.set_roadmap(file, last))
    choose(window, "Файл", "Новый учебный год из этой карты…")
    assert "На 2100 год карты не бывает" in said(window)


@pytest.fixture
def district(tmp_path: Path, window: MainWindow) -> MainWindow:
    full_sample_at(tmp_path / "район.roadmap")
    window.files.open_path(tmp_path / "район.roadmap")
    return window


def test_what_comes_along_is_ticked_and_counted(district: MainWindow, tmp_path: Path) -> None:
    dialog = opened(district)
    assert counted(dialog, "Дела: разовые") == "0 из 13"
    tick(dialog, "Дела: разовые")
    assert counted(dialog, "Дела: разовые") == "13"
    assert counted(dialog, "Сетевое партнёрство") == "8"
    tick(dialog, "Школы")
    assert counted(dialog, "Сетевое партнёрство") == "0 из 8"
    save_as(dialog, tmp_path / "2021.roadmap")
    document = district.document
    tasks = document.query(lambda file: read_listing(file, BY_ID["tasks"]).rows, ())
    schools = document.query(lambda file: read_listing(file, BY_ID["schools"]).rows, ())
    assert (len(tasks), len(schools)) == (13, 0)
    assert all(row.starts_on.year in (2021, 2022) for row in tasks)


def test_what_stays_of_earlier_years_can_be_read(district: MainWindow) -> None:
    dialog = opened(district)
    model = dialog.kept.model()
    rows = [
        tuple(model.data(model.index(row, column)) for column in (1, 2)) for row in range(model.rowCount())
    ]
    assert {"Дата приказа", "Выявлен", "Учебный год"} <= {label for label, _ in rows}
    assert all("2021–2022" not in value for _, value in rows)


def test_the_old_file_is_read_beside_the_window_and_only_then_can_a_new_one_be_made(
    sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    document = RoadmapDocument(today=lambda: date(2021, 6, 1))
    document.open(sample)
    assert document.plan is not None
    runner = ThreadRunner()
    dialog = NewYearDialog(years_ahead(document.plan.info.period), document.location, tmp_path, runner)
    qtbot.addWidget(dialog)
    dialog.show()
    create = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Создать…")
    assert not create.isEnabled()
    qtbot.waitUntil(create.isEnabled)
    dialog.reject()
    runner.wait()
    document.close()


def test_of_a_long_text_the_change_is_shown() -> None:
    old = "Формирование муниципального плана действий по поддержке школ с низкими результатами на 2020 год и далее"
    shown = near_the_change(old, old.replace("2020", "2021"))
    assert shown == (
        "… результатами на 2020 год и далее",
        "… результатами на 2021 год и далее",
    )
    assert near_the_change("а" * 100, "а" * 100 + "б")[1].endswith("аб")
