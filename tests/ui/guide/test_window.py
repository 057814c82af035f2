"""The guide as a person comes to it: F1, «?», a link, a search."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import ui
from roadmap_desktop.ui.guide.window import GuideWindow, show_guide
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.page import Page
from tests.ui.guide.topics import is_there
from tests.ui.person import choose, click, press, type_text


def shown() -> GuideWindow:
    (guide,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, GuideWindow) and one.isVisible()
    ]
    return guide


def heading_at_the_top(guide: GuideWindow) -> str:
    """The line that stands highest on the page that is shown."""
    return guide.browser.cursorForPosition(QPoint(30, 30)).block().text()


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    for one in QApplication.topLevelWidgets():
        if isinstance(one, GuideWindow):
            one.close()


def all_kinds(kind: type) -> list[type]:
    """Every class of the window's that derives from it."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    found, waiting = [], [kind]
    while waiting:
        waiting += (derived := waiting.pop().__subclasses__())
        found += [one for one in derived if one.__module__.startswith(ui.__name__)]
    return found


def test_every_dialog_and_page_names_its_page_of_the_guide() -> None:
    dialogs = all_kinds(QDialog)
    assert len(dialogs) > 30
    lost = {one.__name__: getattr(one, "guide", "") for one in (*dialogs, *all_kinds(Page))}
    assert {name: topic for name, topic in lost.items() if not is_there(topic)} == {}


def test_f1_tells_of_the_page_that_is_shown(window: MainWindow) -> None:
    for page in PAGES:
        window.show_page(page)
        press(Qt.Key.Key_F1)
        topic = window._pages.current.guide
        assert is_there(topic), page
        name, _, heading = topic.partition("#")
        assert shown().browser.source().path() == f"{name}.md"
        if heading:
            assert heading in shown().browser.toPlainText().splitlines()


def opened(window: MainWindow, qtbot: QtBot) -> QWidget:
    """«Настройки», with the keyboard."""
    choose(window, "Файл", "Настройки…")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_f1_and_the_question_mark_of_a_dialog_open_its_page(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    press(Qt.Key.Key_F1, widget=dialog)
    assert shown().browser.source().path() == "settings.md"
    shown().close()
    (mark,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "?"]
    click(mark)
    assert shown().browser.source().path() == "settings.md"
    assert dialog.isVisible()


def test_every_dialog_of_the_menus_has_a_question_mark(window: MainWindow) -> None:
    found = {}
    for spec_id in ("properties", "revisions", "save_copy", "new_year", "backups", "settings", "sections"):
        found[spec_id] = question_marks(window, spec_id)
    for spec_id in (
        "performers",
        "replace",
        "find_everywhere",
        "agenda",
        "print_month",
        "export_calendar",
        "digest",
    ):
        found[spec_id] = question_marks(window, spec_id)
    assert {name: number for name, number in found.items() if number != 1} == {}


def question_marks(window: MainWindow, spec_id: str) -> int:
    window._actions[spec_id].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None, spec_id
    marks = [one for one in dialog.findChildren(QPushButton) if one.text() == "?" and one.isVisible()]
    dialog.hide()
    return len(marks)


def test_the_guide_can_be_used_while_a_dialog_is_open(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F1, widget=opened(window, qtbot))
    guide = shown()
    assert guide.windowModality() == Qt.WindowModality.NonModal
    assert guide.parent() is None
    assert not guide.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_words_lead_to_the_part_that_has_them_and_esc_back_to_the_contents(qtbot: QtBot) -> None:
    guide = show_guide("start")
    qtbot.waitUntil(guide.isActiveWindow)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, guide.browser)
    type_text("договоры", guide.search)
    assert guide.list.item(0).text() == "Договоры\nСправочники"
    press(Qt.Key.Key_Return, widget=guide.search)
    assert guide.browser.source().path() == "registers.md"
    assert heading_at_the_top(guide) == "Договоры"
    press(Qt.Key.Key_Escape, widget=guide.search)
    assert guide.search.text() == ""
    assert guide.list.currentItem().text() == "Справочники"
    type_text("криптозоология", guide.search)
    assert guide.said.isVisible()
    press(Qt.Key.Key_Escape, widget=guide.search)
    press(Qt.Key.Key_Escape, widget=guide.search)
    assert not guide.isVisible()


def test_the_contents_and_the_way_back(qtbot: QtBot) -> None:
    guide = show_guide("start")
    qtbot.waitExposed(guide)
    (item,) = guide.list.findItems("Объединить копии", Qt.MatchFlag.MatchExactly)
    QTest.mouseClick(
        guide.list.viewport(), Qt.MouseButton.LeftButton, pos=guide.list.visualItemRect(item).center()
    )
    assert guide.browser.toPlainText().startswith("Объединить копии")
    (back,) = [one for one in guide.findChildren(QToolButton) if one.accessibleName() == "Назад"]
    click(back)
    assert guide.browser.toPlainText().startswith("Первые пять минут")
    assert guide.list.currentItem().text() == "Первые пять минут"


def test_the_keys_are_those_of_the_menus(window: MainWindow) -> None:
    choose(window, "Справка", "Клавиши")
    said = shown().browser.toPlainText()
    assert "Ctrl+Shift+E" in said
    assert "Правка → Изменить у выбранных…" in said
    assert "{keys}" not in said


def test_what_support_asks_for_is_copied_and_names_nobody(window: MainWindow) -> None:
    choose(window, "Справка", "Сведения для поддержки…")
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    assert "Открыто: 23 мероприятия" in box.text()
    assert "Дорожная карта.roadmap" not in box.text()
    (copy,) = [one for one in box.buttons() if one.text() == "Скопировать"]
    click(copy)
    assert QApplication.clipboard().text() == box.text()
    assert box.isVisible()
