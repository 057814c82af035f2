"""A plan with sections, and what is read of its table from above."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import activities, reading, roadmap
from tests.samples import empty_at
from tests.ui.table.conftest import Table

NAMES = ("Анализ", "Кадры", "Контроль")


def plan_with_sections(path: Path, names: tuple[str, ...] = NAMES, each: int = 2) -> Path:
    """So many activities in each section but the last, «Анализ 1», «Анализ 2», «Кадры 1»…; the last is empty."""
    with files.open_roadmap(empty_at(path)) as file:
        for name in names:
            roadmap.add_section(file, name)
        for section in reading.read_plan(file).sections[:-1]:
            drafts = [ActivityDraft(f"{section.name} {number}") for number in range(1, each + 1)]
            activities.add_activities(file, drafts, section_id=section.id)
    return path


def lines(table: Table) -> list[str]:
    """Captions and names of rows, as they are listed."""
    model = table.page.model
    return [getattr(row, "text", "") or row.name for row in model.rows]


def place(table: Table, words: str) -> int:
    """The place of the first line that begins with these words, be it unfolded or not."""
    return next(at for at, line in enumerate(lines(table)) if line.lstrip("▸▾ ").startswith(words))


def drag(table: Table, name: str, to: QPoint) -> None:
    """Drags a row with the mouse to a point of the table."""
    viewport, start = table.page.view.viewport(), table.cell(place(table, name))
    table.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(0, 6), start + QPoint(0, 12), to):
        table.qtbot.mouseMove(viewport, point)
    table.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=to)


def menu_at(table: Table, words: str) -> QMenu:
    """The menu under the right button on a line."""
    view = table.page.view
    at = table.cell(place(table, words))
    table.qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    view.customContextMenuRequested.emit(at)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def entry(menu: QMenu, *words: str) -> QAction:
    """An entry of a menu, by the titles of its submenus and its own words."""
    for title in words[:-1]:
        (menu,) = [one for one in menu.findChildren(QMenu) if one.title() == title]
    (action,) = [one for one in menu.actions() if one.text().split("\t")[0] == words[-1]]
    return action


Open = Callable[[Path], Table]
