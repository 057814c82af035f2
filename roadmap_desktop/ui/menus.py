"""The menu bar, made of the actions."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QMenuBar

from roadmap_desktop.ui.actions import MENUS, SPECS, Actions


def fill_menus(bar: QMenuBar, actions: Actions, submenus: Mapping[str, Callable[[QMenu], object]]) -> None:
    """Puts the actions into their menus. ``submenus``: what fills the menu of an action each time it is opened."""
    menus = {title: bar.addMenu(title) for title in MENUS}
    for spec in SPECS:
        if spec.separated:
            menus[spec.menu].addSeparator()
        action = actions[spec.id]
        menus[spec.menu].addAction(action)
        if spec.id in submenus:
            submenu = QMenu(spec.text, menus[spec.menu])
            submenu.aboutToShow.connect(lambda submenu=submenu, fill=submenus[spec.id]: fill(submenu))
            action.setMenu(submenu)
