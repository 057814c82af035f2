"""The print dialog over a file with a district in it, and what a person does with it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.printing.parameter_editors import OneOf
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.runner import InlineRunner, Runner
from roadmap_desktop.ui.settings import Settings
from tests.samples import full_sample_at, sample_at
from tests.systems import pdf_text
from tests.ui.conftest import TODAY
from tests.ui.person import click

Open = Callable[..., PrintDialog]
MONTH = PrintRequest("month")


@pytest.fixture(scope="session")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with schools, teachers and all else; it is only read."""
    return full_sample_at(tmp_path_factory.mktemp("district") / "район.roadmap")


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, to be copied."""
    path = tmp_path_factory.mktemp("plain") / "Дорожная карта.roadmap"
    sample_at(path)
    return path


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, plain: Path) -> Iterator[Open]:
    """Opens the dialog over the sample, or another file."""
    documents = []

    def open_dialog(
        request: PrintRequest = MONTH, path: Path | None = None, runner: Runner | None = None
    ) -> PrintDialog:
        if path is None:
            path = tmp_path / "Дорожная карта.roadmap"
            if not path.exists():
                shutil.copy(plain, path)
        document = RoadmapDocument(today=lambda: TODAY)
        documents.append(document)
        document.open(path)
        context = PrintContext(TODAY, Settings(tmp_path / "settings.ini"), runner or InlineRunner(), document)
        dialog = PrintDialog(context, request)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    yield open_dialog
    for document in documents:
        document.close()


def printed(dialog: PrintDialog, folder: Path) -> str:
    """What stands on the pages that would be saved now."""
    path = folder / "напечатано.pdf"
    dialog.save_to(path)
    return pdf_text(path)


def settle(qtbot: QtBot, dialog: PrintDialog) -> None:
    """Until what was chosen is on the pages."""
    qtbot.waitUntil(lambda: not dialog._timer.isActive())


def choose_in(qtbot: QtBot, dialog: PrintDialog, words: str) -> None:
    """Chooses an entry of a list on the left."""
    boxes = [box for box in dialog.pane.findChildren(OneOf) if box.findText(words) >= 0]
    assert boxes, words
    boxes[0].setCurrentText(words)
    settle(qtbot, dialog)


def tick(qtbot: QtBot, dialog: PrintDialog, words: str) -> None:
    """Clicks the box with these words."""
    box = next(box for box in dialog.pane.findChildren(QCheckBox) if words in box.text())
    # At its mark: beside a short word there is nothing to click.
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.rect().center().y()))
    settle(qtbot, dialog)


def button(window: QWidget, text: str) -> QPushButton:
    (found,) = [each for each in window.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    return found


def press_button(window: QWidget, text: str) -> None:
    click(button(window, text))


def lines(dialog: QWidget, name: str) -> list[QLineEdit]:
    """The visible lines to type in that are called so."""
    return [
        line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name and line.isVisible()
    ]


def has_words(window: QWidget, words: str) -> bool:
    return any(words in label.text() for label in window.findChildren(QLabel) if label.isVisible())
