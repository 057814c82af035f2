"""Keys go where the system sends them: into what pops up, else where the focus is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import type_text


def hit(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key."""
    come_to_the_front()
    QTest.keyClick(_receiver(), key, held)
    # What an editor in a list has been given is taken a moment later.
    QApplication.processEvents()
    come_to_the_front()


def _receiver() -> QWidget:
    popup = QApplication.activePopupWidget()
    target = (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget()
    assert target is not None
    return target


def write(text: str) -> None:
    """Types letters."""
    for letter in text:
        type_text(letter, _receiver())
        come_to_the_front()


def come_to_the_front() -> None:
    """A list that pops up does not become the active window, and one that closes gives way to the window beneath: so
    systems have it, and the platform of tests has not."""
    front = QApplication.activeModalWidget()
    if front is None:
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        dialogs = [one for one in windows if isinstance(one, QDialog)]
        found = dialogs or [one for one in windows if isinstance(one, MainWindow)]
        if not found:
            return
        front = found[-1]
    if QGuiApplication.focusWindow() is not front.windowHandle():
        front.activateWindow()
        QApplication.processEvents()
