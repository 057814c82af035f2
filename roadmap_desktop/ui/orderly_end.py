"""The window ends in order when it is asked to from outside: the computer is switched off, the session ends, the
display goes."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from roadmap_desktop import log

# What Qt says of X11 and of Wayland before it ends the process without anybody's being asked.
_DISPLAY_LOST = "connection broke"
_SERIOUS = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def close_when_asked(application: QApplication) -> None:
    """Has the signals of a shutdown and of a session's end close the windows, as Windows' messages do."""
    if sys.platform == "win32":
        return
    # Python looks for signals between two of its own steps, and while nobody does anything there are none.
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda: os.read(reading, 1))
    for asked in (signal.SIGTERM, signal.SIGHUP):
        # One that is ignored was meant to be, as by nohup. Not at once: a signal comes between any two steps of Python,
        # also while a window is being made, and before there is a loop to leave.
        if signal.getsignal(asked) is signal.SIG_DFL:
            signal.signal(asked, lambda *_: QTimer.singleShot(0, application.quit))


def log_what_qt_says(path: Path, ended: Callable[[], object]) -> None:
    """Writes into the log what Qt calls serious, and that the display was lost: then ``ended`` is called, for the
    process ends, and it is nobody's fault."""

    def told(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if sys.stderr is not None:
            print(text, file=sys.stderr)
        if _DISPLAY_LOST in text:
            log.write(path, f"{text} Every edit is saved.")
            ended()
        elif kind in _SERIOUS:
            log.write(path, text)

    qInstallMessageHandler(told)
