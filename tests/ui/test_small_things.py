"""What is small and was in the way: titles, names of files, words that stay on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.properties_dialog import PropertiesDialog
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from tests.ui.person import choose, click, type_text


def test_at_the_first_start_the_window_bears_the_programs_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(
        RoadmapDocument(), Settings(tmp_path / "settings.ini"), InlineRunner(), tmp_path, tmp_path / "log"
    )
    qtbot.addWidget(window)
    window.open_at_start(None)
    assert window.windowTitle() == "Дорожная карта методиста"


@pytest.mark.parametrize("name", ["План на 01.09", "План на 01.09.roadmap", "План"])
def test_a_name_with_a_full_stop_is_a_roadmaps_name_too(
    window: MainWindow, tmp_path: Path, name: str
) -> None:
    choose(window, "Файл", "Создать…")
    (dialog,) = [found for found in window.findChildren(QDialog) if found.isVisible()]
    (further,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Далее…"]
    click(further)
    (place,) = [found for found in window.findChildren(QFileDialog) if found.isVisible()]
    place.fileSelected.emit(str(tmp_path / name))
    assert window.document.path == tmp_path / f"{name.removesuffix('.roadmap')}.roadmap"


def printing(window: MainWindow) -> PrintDialog:
    choose(window, "Отчёты", "Все отчёты…")
    return next(found for found in window.findChildren(PrintDialog) if found.isVisible())


def test_the_print_dialog_keeps_no_old_search(window: MainWindow, qtbot: QtBot) -> None:
    dialog = printing(window)
    everything = dialog.pane.list.list.count()
    type_text("календарь", dialog.pane.list.search)
    assert dialog.pane.list.list.count() < everything
    dialog.pane.list.chosen.emit("calendar")
    type_text("октябр", dialog.preview.search.line)
    (back,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "‹ Все отчёты"]
    click(back)
    assert dialog.pane.list.search.text() == ""
    assert dialog.pane.list.list.count() == everything
    dialog.pane.list.chosen.emit("execution")
    assert dialog.preview.search.line.text() == ""


def test_that_pages_went_to_the_printer_is_said_for_a_while_without_a_link(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = printing(window)
    strip = dialog.saved
    strip._timer.setInterval(1)
    strip.say("Отправлено на принтер")
    assert strip.words.isVisible()
    assert not any(button.isVisible() for button in strip.findChildren(QPushButton))
    qtbot.waitUntil(lambda: not strip.isVisible())
    strip.show_path(Path("план.pdf"))
    assert all(button.isVisible() for button in strip.findChildren(QPushButton))


def test_where_the_screen_has_room_the_fields_of_the_roadmap_are_all_in_sight(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, "Файл", "Сведения о дорожной карте…")
    (dialog,) = window.findChildren(PropertiesDialog)
    (area,) = dialog.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: dialog.field("title").height() > dialog.field("order_number").height())
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
