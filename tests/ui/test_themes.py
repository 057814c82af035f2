"""Colours that can be read in every theme, and letters of one size everywhere."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QTableView,
    QToolTip,
    QTreeView,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop.program_data import data_path
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.preferences.dialog import SettingsDialog
from tests.ui.person import choose, click

# Words and what stands behind them.
ON_PAPER = ("ink", "ink-soft", "ink-faint", "link", "danger", "holiday", "accent-dark")
GROUNDS = ("paper", "ground", "ground-soft", "header")
STATES = ("planned", "in-work", "done", "moved", "cancelled", "late", "record")
PAIRS = (
    *((ink, ground) for ink in ON_PAPER for ground in GROUNDS),
    *((f"{state}-ink", state) for state in STATES),
    *(("ink", ground) for ground in ("selection", "accent-tint", "mark", "mark-soft", "day-off")),
    *(("ink-soft", ground) for ground in ("selection", "mark-soft", "day-off")),
    ("ink-faint", "selection"),
    ("ink-faint", "accent-tint"),
    ("accent-dark", "accent-tint"),
    ("paper", "accent"),
    ("paper", "accent-dark"),
)
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
each_theme = pytest.mark.parametrize("name", theme.THEMES)


@pytest.fixture(autouse=True)
def dressed_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_theme(qapp, theme.Look())


def brightness(value: str) -> float:
    """Relative luminance, as WCAG 2.2 has it."""
    parts = (channel / 255 for channel in QColor(value).getRgb()[:3])
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@each_theme
def test_words_can_be_read(name: str) -> None:
    colours = theme.THEMES[name]
    found = {(ink, ground): round(contrast(colours[ink], colours[ground]), 2) for ink, ground in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < LEAST[name]} == {}


@each_theme
def test_every_colour_and_picture_of_the_style_sheet_is_there(qapp: QApplication, name: str) -> None:
    theme.apply_theme(qapp, theme.Look(name))
    sheet = qapp.styleSheet()
    assert re.findall(r"@[a-z-]+", sheet) == []
    pictures = {path.name for path in data_path("resources", "icons").glob("*.svg")} - {"app.svg"}
    for folder in ("icons", "icons-dark"):
        there = {path.name for path in data_path("resources", folder).glob("*.svg")}
        assert pictures <= there
    for url in re.findall(r"url\(([^)]+)\)", sheet):
        assert url.rpartition("/")[2] in pictures


def ground_of(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(QPoint(3, 3))


def test_dark_colours_are_there_as_soon_as_they_are_chosen(window: MainWindow) -> None:
    choose(window, "Файл", "Настройки…")
    (dialog,) = window.findChildren(SettingsDialog)
    assert ground_of(window.toolbar).lightness() > 200
    dialog.look.theme.setCurrentText("тёмные")
    (save,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Сохранить"]
    click(save)
    assert ground_of(window.toolbar).lightness() < 60
    picture = window._actions["undo"].icon().pixmap(16, 16).toImage()
    inks = [picture.pixelColor(x, y) for x in range(16) for y in range(16)]
    assert max(ink.lightness() for ink in inks if ink.alpha() > 200) > 150
    choose(window, "Файл", "Настройки…")
    again = window.findChildren(SettingsDialog)[-1]
    assert again.look.theme.currentText() == "тёмные"


def test_letters_grow_everywhere(qapp: QApplication, qtbot: QtBot) -> None:
    usual = qapp.font().pointSizeF()
    theme.apply_theme(qapp, theme.Look("light", 125))
    menu, box = QMenu(), QMessageBox()
    qtbot.addWidget(menu)
    qtbot.addWidget(box)
    for font in (qapp.font(), menu.font(), box.font(), QToolTip.font(), theme.sized(1)):
        assert font.pointSizeF() == pytest.approx(usual * 1.25, abs=0.1)
    assert "font-size: 21.25pt" in qapp.styleSheet()


def test_a_link_in_a_dialog_stays_one_beneath_the_mouse_and_the_keys(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    link = QPushButton("+ Добавить партнёрство", dialog)
    link.setProperty("link", True)
    dialog.resize(400, 100)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    link.setFocus()
    QTest.mouseMove(link)
    qtbot.waitUntil(link.underMouse)
    # What the keys are on is the dialog's main button for that while.
    assert link.isDefault()
    picture = dialog.grab().toImage()
    assert picture.pixelColor(12, 1) == picture.pixelColor(399, 99)


@each_theme
def test_a_chosen_row_has_one_colour_from_its_left_end_to_its_right(
    qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    theme.apply_theme(qapp, theme.Look(name))
    for made in (QTreeView(), QTreeWidget(), QTableView()):
        qtbot.addWidget(made)
        made.ensurePolished()
        assert made.palette().color(QPalette.ColorRole.Highlight) == QColor(theme.THEMES[name]["selection"])
