"""The menu of the rows under the right mouse button, as data."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

# Text, shortcut as it is shown, name of the command; None draws a line.
_ENTRIES = (
    ("Изменить", "F2", "edit"),
    ("Подробности", "Alt+Enter", "details"),
    None,
    ("Добавить ниже", "Ins", "add"),
    ("Создать похожее", "", "duplicate"),
    ("Удалить", "Del", "delete"),
    ("Изменить у выбранных…", "Ctrl+Shift+E", "change_selected"),
    None,
    ("Выше", "Alt+↑", "move_up"),
    ("Ниже", "Alt+↓", "move_down"),
    ("В раздел", "", "section"),
    None,
    ("Копировать строки", "Ctrl+C", "copy"),
    ("Вставить строки", "Ctrl+V", "paste"),
)
_READING = ("details", "copy")
_WITHOUT_ROWS = ("add", "paste")


def open_row_menu(
    view: QWidget,
    at: QPoint,
    commands: Mapping[str, Callable[[], object]],
    submenus: Mapping[str, Callable[[QMenu], object]],
    *,
    has_rows: bool,
    can_edit: bool,
) -> None:
    """Opens the menu at a point of the view's viewport; without rows only adding and pasting make sense, and
    where the plan is only read, only looking and copying. ``submenus``: what fills the menu of an entry."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in _ENTRIES:
        if entry is None:
            menu.addSeparator()
            continue
        text, keys, name = entry
        if name in submenus:
            submenu = menu.addMenu(text)
            submenus[name](submenu)
            action = submenu.menuAction()
        else:
            action = menu.addAction(f"{text}\t{keys}" if keys else text, commands[name])
        action.setObjectName(name)
        action.setEnabled((has_rows or name in _WITHOUT_ROWS) and (can_edit or name in _READING))
    menu.popup(view.mapToGlobal(at))
