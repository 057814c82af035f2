"""«Печать месяца» as it is used: choose, look, save, read the page back."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from tests.ui.conftest import TODAY
from tests.ui.person import type_text


@pytest.fixture
def document(sample: Path) -> RoadmapDocument:
    document = RoadmapDocument(today=lambda: TODAY)
    document.open(sample)
    return document


@pytest.fixture
def dialog(qtbot: QtBot, document: RoadmapDocument, tmp_path: Path) -> PrintDialog:
    return opened(qtbot, document, tmp_path)


def opened(qtbot: QtBot, document: RoadmapDocument, folder: Path) -> PrintDialog:
    assert document.plan is not None
    dialog = PrintDialog(document.plan, document, Settings(folder / "settings.ini"), InlineRunner())
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def saved_text(dialog: PrintDialog, folder: Path) -> str:
    path = folder / "план месяца.pdf"
    dialog.save_to(path)
    return subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout


def choose(qtbot: QtBot, dialog: QDialog, text: str) -> None:
    box = next(box for box in dialog.findChildren(QComboBox) if box.findText(text) >= 0)
    with qtbot.waitSignal(dialog.form.changed):  # type: ignore[attr-defined]
        box.setCurrentText(text)
    settle(qtbot, dialog)


def tick(qtbot: QtBot, dialog: QDialog, words: str) -> None:
    box = next(box for box in dialog.findChildren(QCheckBox) if words in box.text())
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() - box.rect().center() / 2)
    settle(qtbot, dialog)


def settle(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._timer.isActive())  # type: ignore[attr-defined]


def test_todays_month_is_shown_at_once_and_saved_as_it_is_shown(dialog: PrintDialog, tmp_path: Path) -> None:
    assert dialog.form.month.start.month == 10
    assert dialog.preview.page_count >= 1
    text = saved_text(dialog, tmp_path)
    assert "План мероприятий на октябрь 2020 года" in text
    assert "УТВЕРЖДАЮ" in text


def test_another_month_and_another_sheet_change_the_page(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path
) -> None:
    wide = dialog.preview.document.pagePointSize(0)
    choose(qtbot, dialog, "Март 2021")
    choose(qtbot, dialog, "книжная")
    tall = dialog.preview.document.pagePointSize(0)
    assert (wide.width() > wide.height(), tall.width() > tall.height()) == (True, False)
    text = saved_text(dialog, tmp_path)
    assert "март 2021 года" in text
    assert "Ознакомление" in text


def test_groups_are_counted_and_printed_by_choice(qtbot: QtBot, dialog: PrintDialog, tmp_path: Path) -> None:
    texts = [box.text() for box in dialog.findChildren(QCheckBox)]
    assert "Без установленного срока: 1" in texts
    assert "Совещание с директорами" not in saved_text(dialog, tmp_path)
    tick(qtbot, dialog, "Без установленного срока")
    assert "Совещание с директорами" in saved_text(dialog, tmp_path)


def test_who_signs_is_typed_printed_and_remembered(
    qtbot: QtBot, document: RoadmapDocument, dialog: PrintDialog, tmp_path: Path
) -> None:
    (name,) = [line for line in dialog.findChildren(QLineEdit) if line.placeholderText() == "И. О. Фамилия"]
    type_text("А. Б. <b>Ветрова</b>", name)
    settle(qtbot, dialog)
    assert "А. Б. <b>Ветрова</b>" in saved_text(dialog, tmp_path)
    dialog.reject()
    again = opened(qtbot, document, tmp_path)
    assert "А. Б. <b>Ветрова</b>" in [line.text() for line in again.findChildren(QLineEdit)]


def test_a_folder_that_is_gone_is_told_and_the_dialog_stays(dialog: PrintDialog, tmp_path: Path) -> None:
    dialog.save_to(tmp_path / "нет такой папки" / "план.pdf")
    (box,) = dialog.findChildren(QMessageBox)
    assert "папки нет" in box.text()
    assert dialog.isVisible()


def test_every_button_speaks_russian(dialog: PrintDialog) -> None:
    texts = {button.text() for button in dialog.findChildren(QPushButton)}
    assert {"Печать…", "Сохранить PDF…", "Открыть", "Закрыть"} <= texts
