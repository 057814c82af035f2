"""An office screen at 150 %: 910 x 512 of our pixels, and nothing out of reach."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QTableWidget, QVBoxLayout

from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from tests.ui.every_dialog import opened
from tests.ui.person import click
from tests.ui.test_registers import page_of

WIDTH, HEIGHT = 898, 468


def make_small(window: MainWindow) -> None:
    window.resize(WIDTH, HEIGHT)
    QApplication.processEvents()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_fits(window: MainWindow, page: str) -> None:
    window.show_page(page)
    make_small(window)
    assert window.width() == WIDTH
    assert window.height() <= HEIGHT + 21
    for button in window._pages.currentWidget().findChildren(QPushButton):
        if button.isVisible() and button.property("chip"):
            assert button.width() >= button.sizeHint().width(), button.text()


def test_what_is_told_makes_the_window_no_wider(window: MainWindow) -> None:
    make_small(window)
    told = "Возвращено прежнее: срок исполнения: мероприятие «" + "Утверждение списка школ " * 30 + "»"
    window.status.tell(told)
    QApplication.processEvents()
    assert window.width() == WIDTH
    assert window.minimumSizeHint().width() <= WIDTH
    assert window.status.text == told


def test_what_finds_no_room_above_a_register_is_behind_one_button(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    QApplication.processEvents()
    buttons = {one.text(): one for one in page.findChildren(QPushButton)}
    assert buttons["В Excel…"].isVisible()
    assert not buttons["Ещё ▾"].isVisible()
    make_small(window)
    assert not buttons["В Excel…"].isVisible()
    assert buttons["Ещё ▾"].isVisible()
    folded = [action.text() for action in buttons["Ещё ▾"].menu().actions()]
    assert folded == [
        "Дефициты по самооценке",
        "Создать планы развития…",
        "Взять из списка…",
        "В Excel…",
    ]


def test_the_last_page_of_the_navigation_is_brought_into_sight(window: MainWindow) -> None:
    make_small(window)
    window.show_page("documents")
    QApplication.processEvents()
    entry = window._navigation._buttons["documents"]
    assert not entry.visibleRegion().isEmpty()
    click(entry)


def test_on_the_usual_screen_the_navigation_shows_every_page(window: MainWindow) -> None:
    window.resize(1366, 728)
    QApplication.processEvents()
    assert window._navigation.verticalScrollBar().maximum() == 0


def test_the_words_of_the_search_are_not_cut(window: MainWindow) -> None:
    search = window.toolbar.search
    for width in (1366, WIDTH):
        window.resize(width, 700)
        QApplication.processEvents()
        assert search.fontMetrics().horizontalAdvance(search.placeholderText()) < search.width() - 16


def test_a_dialog_that_asks_for_no_size_squeezes_nothing_while_the_screen_has_room(
    window: MainWindow,
) -> None:
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    sentence = QLabel(
        "Сколько строк займёт предложение, зависит от ширины окна, которую никто не просил. " * 4
    )
    sentence.setWordWrap(True)
    column.addWidget(sentence)
    boxes = [QCheckBox(f"Педагоги школы № {number}") for number in range(22)]
    for box in boxes:
        column.addWidget(box)
    room = window.screen().availableSize().height()
    # More than the two thirds of the screen that Qt gives, less than there is.
    assert room * 2 / 3 < dialog.sizeHint().height() < room - 60
    open_dialog(dialog)
    QApplication.processEvents()
    assert min(box.height() for box in boxes) >= boxes[0].sizeHint().height()
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    dialog.hide()


def test_the_names_of_revisions_and_what_they_became_are_in_sight(window: MainWindow, tmp_path: Path) -> None:
    for name in ("RevisionsDialog", "ComparisonDialog"):
        dialog = opened(window, tmp_path, name)
        dialog.resize(788, HEIGHT)
        QApplication.processEvents()
        table = dialog.findChild(QTableWidget)
        assert table is not None
        assert table.horizontalScrollBar().maximum() == 0, name
        assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("Редакция 10"), name
        for shown in (QApplication.activeModalWidget() for _ in range(3)):
            if shown is not None:
                shown.close()
