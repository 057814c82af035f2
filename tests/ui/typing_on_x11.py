"""A window of its own process on a screen in memory, with the keyboard layout named: keys are pressed as a keyboard
does, by their numbers. Prints what came of it, a line each."""

import ctypes
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from roadmap_desktop.ui.latin_keys import watch_keys

# The keys of an X11 keyboard.
CONTROL, SHIFT, A, S, C, V, N, ONE, END = 37, 50, 38, 39, 54, 55, 57, 10, 115
_PRESSES = (
    (N, CONTROL),
    (N, CONTROL),
    (S, CONTROL, SHIFT),
    (ONE, CONTROL),
    (A, CONTROL),
    (C, CONTROL),
    (END,),
    (V, CONTROL),
)


def _keyboard(layout: str) -> Callable[..., None]:
    x11, xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    # Open until the end: when the last one leaves, the screen forgets its layout.
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    subprocess.run(["setxkbmap", layout], check=True)

    def press(key: int, *held: int) -> None:
        for one in (*held, key):
            xtest.XTestFakeKeyEvent(display, one, 1, 0)
        for one in (key, *held):
            xtest.XTestFakeKeyEvent(display, one, 0, 0)
        x11.XSync(display, 0)

    return press


def main(layout: str) -> None:
    """Presses the keys in a field and tells which actions ran and what stands in it."""
    press = _keyboard(layout)
    application = QApplication([])
    watch_keys(application)
    window, field = QMainWindow(), QLineEdit("школа")
    window.setCentralWidget(field)
    for shortcut in ("Ctrl+N", "Ctrl+Shift+S", "Ctrl+1", "Ctrl+C"):
        action = QAction(shortcut, window)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _on=False, shortcut=shortcut: print(shortcut))
        window.addAction(action)
    waiting = list(_PRESSES)

    def go_on() -> None:
        if not field.hasFocus():
            window.activateWindow()
            field.setFocus()
        elif waiting:
            press(*waiting.pop(0))
        else:
            print(field.text())
            application.quit()

    steps = QTimer(interval=30)
    steps.timeout.connect(go_on)
    window.show()
    steps.start()
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
