"""«Сразу много документов»: the months of the year, the plans of a school, into one file or into a folder."""

import threading
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QRadioButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.printing import batch_printing
from roadmap_desktop.ui.printing.batch_dialog import BatchDialog
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.runner import ThreadRunner
from tests.samples import sample_at
from tests.systems import pdf_text
from tests.ui.person import click
from tests.ui.printing.conftest import Open, button, has_words, press_button


def many(dialog: PrintDialog) -> BatchDialog:
    press_button(dialog, "Сразу много документов…")
    (found,) = dialog.findChildren(BatchDialog)
    return found


def into_folder(dialog: BatchDialog) -> None:
    folder = next(one for one in dialog.findChildren(QRadioButton) if one.text().startswith("Папка"))
    click(folder)


def untick(dialog: BatchDialog, places: range) -> None:
    for place in places:
        dialog.list.item(place).setCheckState(Qt.CheckState.Unchecked)


def test_all_months_of_the_year_become_one_pdf_with_a_bookmark_for_each(opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    batch = many(dialog)
    assert has_words(batch, "Будет 12 документов.")
    press_button(batch, "Сохранить…")
    (chooser,) = batch.findChildren(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("План работы на месяц.pdf")
    path = tmp_path / "год.pdf"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    reader = PdfReader(path)
    titles = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert titles[0] == "Сентябрь 2020"
    assert titles[-1] == "Август 2021"
    assert len(titles) == 12
    pages = [
        reader.get_destination_page_number(mark) for mark in reader.outline if not isinstance(mark, list)
    ]
    assert "на октябрь 2020 года" in reader.pages[pages[1]].extract_text()
    assert has_words(dialog, "Сохранено: год.pdf")


@pytest.mark.parametrize("suffix", ["PDF", "Word", "Excel"])
def test_into_a_folder_goes_a_file_for_each(opened: Open, tmp_path: Path, suffix: str) -> None:
    dialog = opened()
    batch = many(dialog)
    untick(batch, range(2, 12))
    into_folder(batch)
    batch._format.setCurrentText(suffix)
    press_button(batch, "Сохранить…")
    (chooser,) = batch.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    folder = tmp_path / "План работы на месяц"
    ending = {"PDF": ".pdf", "Word": ".docx", "Excel": ".xlsx"}[suffix]
    assert sorted(path.name for path in folder.iterdir()) == [
        f"1 Сентябрь 2020{ending}",
        f"2 Октябрь 2020{ending}",
    ]
    assert has_words(dialog, "Сохранено: План работы на месяц")


@pytest.mark.parametrize("is_folder", [True, False])
def test_signs_that_paper_lacks_are_told(opened: Open, tmp_path: Path, is_folder: bool) -> None:
    path = tmp_path / "знаки.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        activities.set_field(file, read_plan(file), [read_plan(file).activities[0].id], "name", "Праздник 🎉")
    dialog = opened(path=path)
    batch = many(dialog)
    if is_folder:
        into_folder(batch)
    batch.save_to(tmp_path if is_folder else tmp_path / "год.pdf")
    [box] = dialog.findChildren(QMessageBox)
    assert "нет знаков: 🎉." in box.text()


def test_a_second_folder_takes_another_name(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "План работы на месяц").mkdir()
    batch = many(opened())
    untick(batch, range(1, 12))
    into_folder(batch)
    batch.save_to(tmp_path)
    assert [path.name for path in (tmp_path / "План работы на месяц (2)").iterdir()] == [
        "1 Сентябрь 2020.pdf"
    ]


def test_the_plans_of_one_school_are_those_of_its_teachers(
    opened: Open, district: Path, tmp_path: Path
) -> None:
    batch = many(opened(PrintRequest("plan"), district))
    every = batch.list.count()
    batch._school.setCurrentText("СОШ № 1")
    chosen = [item.name for item in batch.chosen]
    assert 0 < len(chosen) < every
    batch.save_to(tmp_path / "планы.pdf")
    reader = PdfReader(tmp_path / "планы.pdf")
    assert [mark.title for mark in reader.outline if not isinstance(mark, list)] == chosen
    text = pdf_text(tmp_path / "планы.pdf")
    assert all(name.split(" — ")[0] in text for name in chosen)
    assert "СОШ № 2" not in text


def test_without_a_document_there_is_nothing_to_save(opened: Open) -> None:
    batch = many(opened())
    untick(batch, range(12))
    assert has_words(batch, "Отметьте хотя бы один документ.")
    assert not button(batch, "Сохранить…").isEnabled()


def test_what_cannot_be_written_leaves_nothing_half_done(opened: Open, tmp_path: Path) -> None:
    batch = many(opened())
    into_folder(batch)
    batch.save_to(tmp_path / "нет такой папки")
    (box,) = batch.findChildren(QMessageBox)
    assert "такой папки нет" in box.text()
    assert not [path for path in tmp_path.iterdir() if path.is_dir() or path.name.startswith(".roadmap-")]


def test_cancelling_leaves_nothing_behind(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(runner=ThreadRunner())
    qtbot.waitUntil(lambda: button(dialog, "Печать…").isEnabled())
    batch = many(dialog)
    qtbot.waitUntil(lambda: batch.list.count() == 12)
    written: list[str] = []
    really = batch_printing.save_as_folder

    def slowly(*arguments: object) -> Path:
        *others, tell, is_cancelled = arguments

        def told(done: int, of: int) -> None:
            tell(done, of)  # type: ignore[operator]
            written.append(f"{done} из {of}")
            while done == 2 and not is_cancelled():  # type: ignore[operator]
                threading.Event().wait(0.001)

        return really(*others, told, is_cancelled)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_printing, "save_as_folder", slowly)
    into_folder(batch)
    batch.save_to(tmp_path)
    task = batch.output._task
    assert task is not None
    try:
        qtbot.waitUntil(lambda: "2 из 12" in written)
        (waiting,) = batch.findChildren(QProgressDialog)
        waiting.canceled.emit()
    finally:
        task.cancel()
    qtbot.waitUntil(lambda: task.is_over)
    assert written[-1] == "2 из 12"
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]
    assert not batch.findChildren(QMessageBox)
    dialog.reject()
