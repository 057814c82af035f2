"""The menu of the rows under the right mouse button, as data: the same for the plan and for every register."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.ui.actions import SPECS, shown_keys

# Text, name of the command; None draws a line. The keys are those of the window's menus.
_ENTRIES = (
    ("Изменить", "edit"),
    ("Подробности", "details"),
    None,
    ("Добавить ниже", "add"),
    ("Создать похожее", "duplicate"),
    ("Удалить", "delete"),
    ("Изменить у выбранных…", "change_selected"),
    None,
    ("Выше", "move_up"),
    ("Ниже", "move_down"),
    ("В раздел", "section"),
    None,
    ("Копировать строки", "copy"),
    ("Вставить строки", "paste"),
    ("Печать выбранного…", "print_chosen"),
)
_KEYS = {spec.id: spec.shortcut for spec in SPECS} | {"details": "Alt+Return"}
_READING = ("details", "copy", "print_chosen")
_WITHOUT_ROWS = ("add", "paste")


class Extra(NamedTuple):
    """An entry that one register has and others have not, at the end of the menu: ``acts`` are the entries of a menu of
    its own, or the one thing it does."""

    text: str
    acts: Callable[[], object] | Mapping[str, Callable[[], object]]
    is_possible: bool = True


def open_row_menu(
    view: QWidget,
    at: QPoint,
    commands: Mapping[str, Callable[[], object]],
    *,
    has_rows: bool,
    can_edit: bool,
    words: Mapping[str, str] | None = None,
    submenus: Mapping[str, Callable[[QMenu], object]] | None = None,
    extras: tuple[Extra, ...] = (),
) -> None:
    """Opens the menu at a point of the view's viewport, with the entries that there are commands for, called as
    ``words`` say; without rows only adding and pasting make sense, and where the file is only read, only looking and
    copying. ``submenus``: what fills the menu of an entry."""
    submenus = submenus or {}
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in _ENTRIES:
        if entry is None:
            menu.addSeparator()
        elif entry[1] in submenus:
            _add_submenu(menu, *entry, submenus[entry[1]]).setEnabled(has_rows and can_edit)
        elif entry[1] in commands:
            text, name = entry
            _add(menu, (words or {}).get(name, text), name, commands[name]).setEnabled(
                (has_rows or name in _WITHOUT_ROWS) and (can_edit or name in _READING)
            )
    menu.addSeparator()
    for extra in extras:
        _add_extra(menu, extra)
    menu.popup(view.mapToGlobal(at))


def _add(menu: QMenu, text: str, name: str, act: Callable[[], object]) -> QAction:
    keys = _KEYS.get(name, "")
    action = menu.addAction(f"{text}\t{shown_keys(keys)}" if keys else text, act)
    action.setObjectName(name)
    return action


def _add_submenu(menu: QMenu, text: str, name: str, fill: Callable[[QMenu], object]) -> QAction:
    inner = QMenu(text, menu)
    fill(inner)
    action = menu.addMenu(inner)
    action.setObjectName(name)
    return action


def _add_extra(menu: QMenu, extra: Extra) -> None:
    if callable(extra.acts):
        menu.addAction(extra.text, extra.acts).setEnabled(extra.is_possible)
        return
    inner = QMenu(extra.text, menu)
    menu.addMenu(inner).setEnabled(extra.is_possible)
    for text, act in extra.acts.items():
        inner.addAction(text, act)
