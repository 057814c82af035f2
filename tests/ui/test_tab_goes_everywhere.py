"""Tab comes to every button of a page, and goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from roadmap_desktop.ui.main_window import MainWindow

from .keyboard import hit

# More steps than any page has parts.
_MOST = 80


@pytest.mark.parametrize(
    "name", ["table", "month_plan", "calendar", "by_school", "overview", "history", "schools", "meetings"]
)
def test_tab_comes_to_every_button_of_a_page(window: MainWindow, name: str) -> None:
    window.activateWindow()
    window.show_page(name)
    QApplication.processEvents()
    page = window._pages.current
    buttons = {
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Of several of which one is chosen it comes to that, and arrows go on.
        and not ((group := one.group()) and group.exclusive() and not one.isChecked())
    }
    assert buttons
    reached = set()
    for _ in range(_MOST):
        hit(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert [one.text() for one in buttons if one not in reached] == []
