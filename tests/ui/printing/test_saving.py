"""What is shown is saved as PDF, Word and Excel, wherever she says, and what goes wrong is told."""

import os
from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.printing.output import Output
from roadmap_desktop.ui.runner import InlineRunner
from tests.systems import pdf_text
from tests.ui.printing.conftest import Open, has_words, press_button

THIRD = "Выявление проблемных зон образовательной организации"


def refusal(dialog: PrintDialog) -> str:
    (box,) = dialog.findChildren(QMessageBox)
    return str(box.text())


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".roadmap-")]


@pytest.mark.parametrize("text", ["PDF…", "Word…", "Excel…"])
def test_a_name_is_offered_and_what_is_shown_is_written_there(
    opened: Open, tmp_path: Path, text: str
) -> None:
    dialog = opened()
    press_button(dialog, text)
    (chooser,) = dialog.findChildren(QFileDialog)
    suffix = {"PDF…": ".pdf", "Word…": ".docx", "Excel…": ".xlsx"}[text]
    assert Path(chooser.selectedFiles()[0]).name == f"План работы на октябрь 2020 года{suffix}"
    path = tmp_path / f"план{suffix}"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    assert THIRD in read(path)
    assert has_words(dialog, f"Сохранено: план{suffix}")
    assert not leftovers(tmp_path)


def test_the_name_offered_keeps_what_stands_before_a_stroke_and_has_no_colon(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    output = Output(InlineRunner(), tmp_path, window)
    output.ask_where("Протокол № 3/2: СОШ № 1", ".pdf", list)
    (chooser,) = window.findChildren(QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "Протокол № 3-2 – СОШ № 1.pdf"
    chooser.close()


def read(path: Path) -> str:
    if path.suffix == ".pdf":
        return " ".join(pdf_text(path, "-raw").replace("-\n", "").split())
    if path.suffix == ".docx":
        tables = WordDocument(str(path)).tables
        return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    return "\n".join(str(cell) for row in load_workbook(path).active.values for cell in row)  # type: ignore[union-attr]


def test_what_was_saved_is_opened_and_so_is_its_folder(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    dialog.save_to(tmp_path / "план.pdf")
    press_button(dialog, "Открыть")
    press_button(dialog, "Открыть папку")
    assert [Path(url.toLocalFile()) for url in asked] == [tmp_path / "план.pdf", tmp_path]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press_button(dialog, "Открыть")
    assert "нет программы" in refusal(dialog)


def test_a_folder_that_is_gone_is_told_and_the_dialog_stays(opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    dialog.save_to(tmp_path / "нет такой папки" / "план.pdf")
    assert "папки нет" in refusal(dialog)
    assert dialog.isVisible()


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_a_locked_file_is_told_and_left_as_it_was(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    dialog = opened()
    path = tmp_path / f"план{suffix}"
    path.write_bytes(b"as it was")

    def locked(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "replace", locked)
    dialog.save_to(path)
    assert "открыт в другой программе" in refusal(dialog)
    assert path.read_bytes() == b"as it was"
    assert not leftovers(tmp_path)


def test_the_roadmap_itself_is_never_written_over(opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    path = tmp_path / "Дорожная карта.roadmap"
    linked = tmp_path / "план.docx"
    os.link(path, linked)
    before = path.read_bytes()
    dialog.save_to(linked)
    assert "файл с данными, а не документ Word" in refusal(dialog)
    assert path.read_bytes() == before


def test_a_long_russian_path_with_spaces_serves(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 210:
        folder = folder / "папка с планами отдела"
    folder.mkdir(parents=True)
    path = folder / f"{'план' * 30}"[: 250 - len(str(folder)) - 6]
    path = path.with_name(f"{path.name}.pdf")
    assert len(str(path)) > 235
    dialog = opened()
    dialog.save_to(path)
    assert "октябрь 2020" in pdf_text(path)
    assert not dialog.findChildren(QMessageBox)


def test_a_name_that_is_too_long_is_told(opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    dialog.save_to(tmp_path / f"{'план' * 70}.pdf")
    assert "слишком длинное" in refusal(dialog)
    assert not leftovers(tmp_path)
