"""What a person does with a window: types, clicks what is visible, chooses from a menu."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Types letters of any alphabet into the widget, or where the focus is. QTest itself knows only Latin ones."""
    for letter in text:
        target = widget or QApplication.focusWidget()
        assert target is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    widget: QWidget | None = None,
) -> None:
    """Presses a key in the widget, or where the focus is."""
    target = widget or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Clicks a widget that must be visible and enabled."""
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())


def choose(window: QWidget, menu: str, entry: str) -> QAction:
    """Chooses an entry of the menu bar by its words; it must be enabled."""
    (shown,) = [found for found in window.findChildren(QMenu) if found.title() == menu]
    (action,) = [action for action in shown.actions() if action.text().split(":")[0] == entry]
    assert action.isEnabled(), entry
    action.trigger()
    return action
