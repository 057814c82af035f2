"""Shortcuts on a keyboard that has a Russian layout and no other. Qt finds «Ctrl+N» on the key «Т» only where a Latin
layout stands beside the Russian one; of a keyboard without it X11 tells Cyrillic letters alone."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from roadmap_desktop.ui.focus_keys import FocusKeys

# The letters of the two layouts, key by key.
_RUSSIAN = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_LATIN = "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.`"
_BY_KEY = {ord(russian): ord(latin) for russian, latin in zip(_RUSSIAN, _LATIN, strict=True)}
_PLATFORMS = ("xcb", "wayland")
_CONTROL, _KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


def watch_keys(application: QApplication) -> None:
    """Lets shortcuts be found by the place of their key, where the system does not see to that itself."""
    if QGuiApplication.platformName().partition("-")[0] in _PLATFORMS:
        LatinKeys(application, application)


class LatinKeys(FocusKeys):
    """Ctrl with a Cyrillic letter reaches what has the focus as Ctrl with the Latin one of that key."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not event.modifiers() & _CONTROL:
            return False
        latin = _BY_KEY.get(event.key())
        if latin is None or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        again = QKeyEvent(event.type(), latin, event.modifiers(), "", event.isAutoRepeat(), event.count())
        # Asked whether it wants a key, a widget says so by accepting; the event begins as one that is not.
        again.setAccepted(event.type() == QEvent.Type.KeyPress)
        QApplication.sendEvent(watched, again)
        if event.type() == QEvent.Type.KeyPress:
            event.accept()
            return True
        event.setAccepted(again.isAccepted())
        if not again.isAccepted():
            _teach(watched, event, latin)
        return True


def _teach(watched: QObject, event: QKeyEvent, latin: int) -> None:
    """Gives what listens to the Latin key the Cyrillic one beside it. Not before such a key was pressed: where there
    are both layouts Qt tries both letters, and would find one shortcut twice."""
    window = watched.window() if isinstance(watched, QWidget) else None
    if window is None:
        return
    held = event.modifiers() & ~_KEYPAD
    meant = QKeySequence(QKeyCombination(held, Qt.Key(latin)))
    pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    for action in window.findChildren(QAction):
        if meant in (known := action.shortcuts()) and pressed not in known:
            action.setShortcuts([*known, pressed])
    for shortcut in window.findChildren(QShortcut):
        if meant in (known := shortcut.keys()) and pressed not in known:
            shortcut.setKeys([*known, pressed])
