"""All windows on an office screen: 1024 x 768, and 1366 x 768 at 150 % (898 x 468 of our pixels are left)."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QTabWidget

from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.ui.guide.tour import STEPS
from roadmap_desktop.ui.guide.window import show_guide
from roadmap_desktop.ui.importing.wizard import ImportWizard
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.registers import own_dialogs
from tests.samples import full_sample_at
from tests.ui.every_dialog import OPENERS, opened
from tests.ui.importing.ugly_documents import UGLY
from tests.ui.nameless import nameless_in, unreached_in
from tests.ui.nothing_cut import cut_in

SCREENS = ((1008, 700), (898, 468))


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_sample_at(tmp_path_factory.mktemp("cut") / "район.roadmap")


@pytest.fixture
def sample(district: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(district, tmp_path / "Дорожная карта.roadmap"))


def settle() -> None:
    """What is laid out may have others laid out anew."""
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("size", SCREENS)
def test_no_page_is_cut(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    found = {}
    for page in PAGES:
        window.show_page(page)
        settle()
        if cut := cut_in(window):
            found[page] = cut
    assert found == {}


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_a_page_has_a_name_and_is_reached_by_the_keyboard(
    window: MainWindow, page: str
) -> None:
    window.show_page(page)
    settle()
    assert nameless_in(window) == []
    assert unreached_in(window) == []


def cut_in_dialog(dialog: QDialog) -> list[str]:
    """Of each of its tabs, on each of the screens; and what of it has no name or is not reached by the keyboard."""
    found = []
    tabs = dialog.findChild(QTabWidget)
    for width, height in SCREENS:
        dialog.resize(dialog.size().boundedTo(QSize(width, height)))
        for index in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(index)
            settle()
            found += cut_in(dialog) + nameless_in(dialog) + unreached_in(dialog)
        if dialog.width() > width or dialog.height() > height:
            found.append(f"{dialog.width()} x {dialog.height()}")
    return found


def test_no_record_is_cut(window: MainWindow) -> None:
    found = {}
    for register in REGISTERS:
        nothing = Listing(register, (), {})
        listing = window.document.query(lambda file, one=register: read_listing(file, one), nothing)
        for key in ("", *(row.id for row in listing.rows[:1])):
            own_dialogs.open_record(window.document, register, key, window)
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            if cut := cut_in_dialog(dialog):
                found[register.id, bool(key)] = cut
            dialog.reject()
    assert found == {}


def test_no_dialog_of_the_menus_is_cut(window: MainWindow) -> None:
    window.selection.choose([window.document.plan.activities[0].id])
    found, opened = {}, 0
    for action in window.findChildren(QAction):
        if not (action.text().endswith("…") and action.isEnabled()):
            continue
        action.trigger()
        QApplication.processEvents()
        while (dialog := QApplication.activeModalWidget()) is not None:
            if not isinstance(dialog, QFileDialog):
                opened += 1
                if cut := cut_in_dialog(dialog):
                    found[action.text(), dialog.windowTitle()] = cut
            dialog.hide()
    assert found == {}
    assert opened > 10


def test_no_step_of_taking_a_document_is_cut(window: MainWindow, tmp_path: Path) -> None:
    found = {}
    for make in UGLY:
        window.importing.start(make(tmp_path))
        wizard = QApplication.activeModalWidget()
        assert isinstance(wizard, ImportWizard)
        found[make.__name__, 2] = cut_in_dialog(wizard)
        wizard.forward.click()
        for way, button in wizard.target.buttons.items():
            button.click()
            found[make.__name__, way.name] = cut_in_dialog(wizard)
        wizard.reject()
    assert {step: cut for step, cut in found.items() if cut} == {}


@pytest.mark.parametrize("name", OPENERS)
def test_no_dialog_is_cut(window: MainWindow, tmp_path: Path, name: str) -> None:
    assert cut_in_dialog(opened(window, tmp_path, name)) == []


def test_no_picture_of_the_first_start_is_cut(window: MainWindow, tmp_path: Path) -> None:
    tour = opened(window, tmp_path, "TourDialog")
    found = []
    for _ in STEPS:
        found += cut_in_dialog(tour)
        if (on := [one for one in tour.findChildren(QPushButton) if one.text() == "Дальше"]) and on[
            0
        ].isVisible():
            on[0].click()
    assert found == []


@pytest.mark.parametrize("size", SCREENS)
def test_no_page_of_the_guide_and_no_start_page_is_cut(window: MainWindow, size: tuple[int, int]) -> None:
    guide = show_guide("start")
    guide.resize(*size)
    settle()
    assert cut_in(guide) + nameless_in(guide) + unreached_in(guide) == []
    guide.close()
    window.document.close()
    window.resize(*size)
    settle()
    assert cut_in(window) + nameless_in(window) + unreached_in(window) == []
