"""Run as a process of its own: a real window with errors planted in several of its pages, through which somebody clicks
twice. What was seen goes out as JSON. With ``at-start`` the window itself cannot be made."""

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from roadmap_desktop import app
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.calendar import canvas
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.table.cells import Cells

_STEP_MS = 20
_IDLE = 4
told: list[str] = []
shown: list[str] = []


def fail(where: str) -> None:
    """As the C code of Python fails: up to 3.11 what it raises is no whole exception yet."""
    int(where)


def plant() -> None:
    """Errors in a page's making, in what it does when it is shown, in its cells, its rows, its painting."""
    init, refresh, text = RegisterPage.__init__, RegisterPage._read, Cells.text

    def planted_init(page: Any, register: Any, *arguments: Any) -> None:
        init(page, register, *arguments)
        if register.id == "practices":
            fail("создание")

    def planted_refresh(page: Any) -> None:
        refresh(page)
        if page.register.id == "schools":
            fail("показ")
        if page.register.id == "courses":
            page.model.rows = None

    def planted_text(cells: Any, *arguments: Any) -> str:
        if cells.register.id == "teachers":
            fail("ячейка")
        return text(cells, *arguments)

    for place, name, planted in (
        (RegisterPage, "__init__", planted_init),
        (RegisterPage, "_read", planted_refresh),
        (Cells, "text", planted_text),
        (canvas.MonthPainter, "paint", lambda _painter: fail("рисование")),
    ):
        patch.object(place, name, planted).start()


def close_boxes() -> bool:
    """Closes what is told, with «Скопировать подробности» before."""
    found = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()
    ]
    for box in found:
        for button in box.findChildren(QPushButton):
            if "Скопировать" in button.text():
                button.click()
        told.append(QApplication.clipboard().text())
        box.reject()
    return bool(found)


def click_through(pages: list[str], idle: int = 0) -> None:
    """Clicks on one page after another, closing every box; a page is left when nothing more comes of it."""
    idle = 0 if close_boxes() else idle + 1
    if idle < _IDLE:
        QTimer.singleShot(_STEP_MS, lambda: click_through(pages, idle))
        return
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    if not pages:
        window.close()
        return
    QTimer.singleShot(_STEP_MS, lambda: click_through(pages[1:]))
    QTest.mouseClick(window._navigation._buttons[pages[0]], Qt.MouseButton.LeftButton)
    shown.append(window._pages.current_name)


def wait_for_a_box() -> None:
    """Where there is no window: closes the box that says why."""
    if not close_boxes():
        QTimer.singleShot(_STEP_MS, wait_for_a_box)


def main(path: Path, *, at_start: bool) -> None:
    """Starts the program as its command does."""
    new_application = theme.new_application

    def begin(*_look: object) -> QApplication:
        made = new_application()
        if at_start:
            patch.object(MainWindow, "_place_parts", lambda _window: fail("начало")).start()
            QTimer.singleShot(_STEP_MS, wait_for_a_box)
        else:
            plant()
            QTimer.singleShot(_STEP_MS, lambda: threading.Thread(target=fail, args=("поток",)).start())
            QTimer.singleShot(_STEP_MS, lambda: click_through([*PAGES, *PAGES]))
        return made

    theme.new_application = begin
    code = app._open_window(path, with_sample=False)
    print(json.dumps([code, told, shown]), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), at_start=sys.argv[2:] == ["at-start"])
