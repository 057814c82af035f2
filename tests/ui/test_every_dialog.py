"""Every dialog of the window is opened: nothing of it is cut on an office screen, each control has a name, a role and
is reached by the keyboard, and what the guide quotes is to be read there.

200 % on full HD leaves 960 x 496 of our pixels, more than 150 % on 1366 x 768, which is tried."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTableView, QWidget

from roadmap_desktop.operations.file.full_sample import create_full_sample
from roadmap_desktop.operations.plan.roadmap import add_section
from roadmap_desktop.ui.actions import SPECS
from roadmap_desktop.ui.calendar.grid import CalendarGrid
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.guide.pages import GuidePage, guide_pages
from roadmap_desktop.ui.guide.window import GuideWindow, show_guide
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.preferences.dialog import SettingsDialog
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.captions import Caption
from tests.ui.conftest import TODAY, hide_what_is_left
from tests.ui.every_dialog import choose_first, every_dialog, settle, tabs_of
from tests.ui.guide.shown_words import in_menus, plain, words_in
from tests.ui.guide.test_window import all_kinds
from tests.ui.nameless import nameless_in, unreached_in
from tests.ui.nothing_cut import cut_in
from tests.ui.test_nothing_is_cut import SCREENS

TESTS = Path(__file__).parent
# How often a dialog that is opened in many ways is looked at.
_OFTEN = 3
QUOTED = re.compile(r"«([^«»]+)»")
KEYS = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+[^\s,.;:)(»*]+|\bF\d+\b")
# What the guide quotes that is no word of the window's, but typed or read in a document.
EXAMPLES = {
    "Иванова А. П.",
    "Ивановой Анной Петровной",
    "осенние каникулы",
    "раз в четверть",
    "I четверть",
    "Я",
}
# What is shown only after something has happened, and the test that makes it happen.
ELSEWHERE = {
    "Начать редактирование": "test_read_only.py",
    "Сохранить в другое место…": "test_watching.py",
    "Скопировать подробности": "test_bug_catcher.py",
    "Исправить": "test_copy_dialog.py",
    "Сравнить выбранные": "test_revisions.py",
    "Открыть": "printing/test_saving.py",
    "Запланировать дело…": "calendar/test_records.py",
    "Вся запись": "test_comparing_window.py",
    "Моё": "test_comparing_window.py",
}


# Shown before the first edit, where two differ, or of a backup; ``guide/test_pages.py`` finds them in the source.
UNSEEN = {
    "✓ Все изменения сохранены",
    "Из копии",
    "Не удалять",
    "Где список говорит другое, взять из списка",
}


@dataclass
class Found:
    """What was seen while every dialog was open."""

    kinds: dict[type, int] = field(default_factory=dict)
    cut: dict[str, list[str]] = field(default_factory=dict)
    nameless: dict[str, list[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    def look_at(self, dialog: QWidget) -> None:
        """On each of the screens, at each of its tabs."""
        kind, name = type(dialog), f"{type(dialog).__name__} {dialog.windowTitle()}"
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        self.keys |= keys_of(dialog)
        for _ in tabs_of(dialog):
            self.words |= words_in(dialog)
        if self.kinds[kind] > _OFTEN:
            return
        for width, height in SCREENS:
            dialog.resize(dialog.size().boundedTo(QSize(width, height)))
            for _ in tabs_of(dialog):
                self._note(self.cut, name, cut_in(dialog))
                self._note(self.nameless, name, nameless_in(dialog) + unreached_in(dialog))
            if dialog.width() > width or dialog.height() > height:
                self._note(self.cut, name, [f"{dialog.width()} x {dialog.height()}"])

    def _note(self, where: dict[str, list[str]], name: str, found: list[str]) -> None:
        if found:
            where.setdefault(name, []).extend(found)


def keys_of(window: QWidget) -> set[str]:
    """The shortcuts of its actions and of itself."""
    actions = {keys.toString() for action in window.actions() for keys in action.shortcuts()}
    return actions | {one.key().toString() for one in window.findChildren(QShortcut)}


@pytest.fixture(scope="module")
def found(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    folder = tmp_path_factory.mktemp("every")
    path = folder / "район.roadmap"
    create_full_sample(path)
    hide_what_is_left()
    window = MainWindow(
        RoadmapDocument(today=lambda: TODAY),
        Settings(folder / "settings.ini"),
        InlineRunner(),
        folder,
        folder / "log",
    )
    window.resize(1366, 728)
    window.show()
    window.open_at_start(path)
    seen = Found()
    for dialog in every_dialog(window, path):
        seen.look_at(dialog)
    look_at_pages(window, seen)
    for lone in (SettingsDialog(window._settings, window, is_first=True), show_guide("start")):
        lone.show()
        seen.look_at(lone)
        lone.hide()
    window.document.close()
    settle()
    seen.words |= words_in(window)
    yield seen
    window.hide()
    window.close()
    window.deleteLater()


def look_at_pages(window: MainWindow, seen: Found) -> None:
    """What the window itself shows, and its menus, those of the right button too."""
    seen.keys |= {keys.toString() for spec in SPECS for keys in window._actions[spec.id].shortcuts()}
    seen.words |= in_menus(window.menuBar().actions())
    for page in PAGES:
        window.show_page(page)
        settle()
        seen.words |= words_in(window)
        for view in window._pages.current.findChildren(QTableView):
            if view.isVisible() and choose_first(view):
                settle()
                seen.words |= words_in(window)
                view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
                seen.words |= popup_words()
    window.document.execute(lambda file: add_section(file, "Раздел"))
    window.show_page("table")
    settle()
    view = window.table.view
    heading = next(at for at, row in enumerate(window.table.model.rows) if isinstance(row, Caption))
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(heading, 0)).center())
    seen.words |= popup_words()
    window.show_page("calendar")
    settle()
    for grid in window.findChildren(CalendarGrid):
        place = QPoint(200, 90)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, grid.mapToGlobal(place))
        QApplication.sendEvent(grid, event)
        seen.words |= popup_words()


def popup_words() -> set[str]:
    """Of the menu that is open, which is closed."""
    menu = QApplication.activePopupWidget()
    found = in_menus(menu.actions()) if isinstance(menu, QMenu) else set()
    if menu is not None:
        menu.close()
    return found


def test_every_kind_of_dialog_was_opened(found: Found) -> None:
    missed = {kind.__name__ for kind in all_kinds(QDialog)} - {kind.__name__ for kind in found.kinds}
    assert missed == set()
    assert GuideWindow in found.kinds


def test_no_dialog_is_cut(found: Found) -> None:
    assert found.cut == {}


def test_every_control_of_a_dialog_has_a_name_and_is_reached_by_the_keyboard(found: Found) -> None:
    assert found.nameless == {}


@pytest.mark.parametrize("page", guide_pages(), ids=lambda page: page.name)
def test_what_the_guide_quotes_is_to_be_read_in_the_window(found: Found, page: GuidePage) -> None:
    shown = (
        found.words
        | {re.sub(r":? \d+$", "", word) for word in found.words}
        | EXAMPLES
        | UNSEEN
        | set(ELSEWHERE)
    )
    wrong = [
        quoted
        for quoted in QUOTED.findall(page.text)
        if not all(plain(part) in shown for part in quoted.split(" → "))
    ]
    assert wrong == []


def test_what_is_shown_after_something_has_happened_is_tried_where_it_happens() -> None:
    for words, where in ELSEWHERE.items():
        assert words in (TESTS / where).read_text(encoding="utf-8"), words


@pytest.mark.parametrize("page", guide_pages(), ids=lambda page: page.name)
def test_the_keys_of_the_guide_are_those_of_the_window(found: Found, page: GuidePage) -> None:
    pressed = {
        QKeySequence(keys.replace("Вверх", "Up").replace("Вниз", "Down")).toString()
        for keys in KEYS.findall(page.text)
    }
    assert pressed - found.keys - PRESSED_IN_FIELDS == set()


# Of fields and tables; ``test_keys_in_forms.py``, ``test_editing.py`` and ``test_same_keys.py`` press them.
PRESSED_IN_FIELDS = {
    QKeySequence(keys).toString() for keys in ("Shift+Tab", "Alt+Enter", "F4", "Shift+F10", "F2")
}
