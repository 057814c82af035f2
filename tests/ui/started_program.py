"""The program as a process of its own, on the file named. It prints what the strip of the last end says, then does as
told: «look» closes the window; «tell» tells of it and closes it; «edit» changes an activity and stays; «fall» does so,
and an error of a library tears it down."""

import ctypes
import json
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontInfo, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox

from roadmap_desktop import app
from roadmap_desktop.operations.plan.activities import set_field
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.last_end_strip import LastEndStrip
from roadmap_desktop.ui.main_window import MainWindow

has_looked = False
if sys.platform != "win32":
    # Whoever runs the tests may ignore it, as nohup does.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def look(*parts: object) -> None:
    global has_looked
    tell_last_end(*parts)
    has_looked = True


def go_on(timer: QTimer, wanted: str) -> None:
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    if not has_looked or not windows or windows[0].document.plan is None:
        return
    timer.stop()
    (window,) = windows
    # What a layout was given is shown by an event of its own.
    QApplication.processEvents()
    for strip in window.findChildren(LastEndStrip):
        print(strip.words.text(), strip.isVisible(), flush=True)
    if wanted != "look":
        edit(window)
    if wanted == "tell":
        print(json.dumps(told_of(window)), flush=True)
    elif wanted in ("edit", "fall"):
        print("ready", flush=True)
    if wanted == "fall":
        ctypes.string_at(0)
    if wanted in ("look", "tell"):
        QApplication.closeAllWindows()


def edit(window: MainWindow) -> None:
    plan = window.document.plan
    assert plan is not None
    window.document.execute(lambda file: set_field(file, plan, [plan.activities[0].id], "note", "записано"))


def told_of(window: MainWindow) -> dict[str, object]:
    plan = window.document.plan
    assert plan is not None
    return {
        "title": window.windowTitle(),
        "note": plan.activities[0].note,
        "font": QFontInfo(window.font()).family(),
        "unwritten": unwritten(window),
        "points": window.font().pointSizeF(),
        "size": [window.width(), window.height()],
        "boxes": [box.text() for box in window.findChildren(QMessageBox)],
    }


def unwritten(window: MainWindow) -> str:
    """The signs on buttons and labels that no font of the window has: a box stands for each of them."""
    texts = [widget.text() for kind in (QAbstractButton, QLabel) for widget in window.findChildren(kind)]
    return "".join(
        sign for sign in sorted(set("".join(texts))) if sign.isprintable() and not has_glyph(window, sign)
    )


def has_glyph(window: MainWindow, sign: str) -> bool:
    layout = QTextLayout(sign, window.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def new_application(*look_of: theme.Look) -> QApplication:
    application = made(*look_of)
    timer = QTimer(application, interval=20)
    timer.timeout.connect(lambda: go_on(timer, sys.argv[2]))
    timer.start()
    return application


made, theme.new_application = theme.new_application, new_application
tell_last_end, app._tell_last_end = app._tell_last_end, look
sys.exit(app._open_window(Path(sys.argv[1]), with_sample=False))
