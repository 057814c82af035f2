"""Drives the window from picture to picture."""

import os
import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from photographed import fill_registers, write
from roadmap_desktop.operations import backups
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.merging.compare_dialog import Side
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings


class Photographer:
    """One window on one file; every method ends with a picture in ``out``."""

    def __init__(self, path: Path, folder: Path, out: Path, today: date, size: tuple[int, int]) -> None:
        self._application = theme.new_application()
        self._out = out
        self._document = RoadmapDocument(today=lambda: today)
        settings = Settings(folder / "settings.ini")
        self._window = MainWindow(self._document, settings, InlineRunner(), folder, folder / "log")
        self._window.resize(*size)
        self._window.show()
        QTest.qWaitForWindowExposed(self._window)
        self._path = path
        self._today = today

    def take_all(self) -> None:
        """Every page and dialog, one after another."""
        self._window.open_at_start(None)
        self._shoot("start", self._window)
        self._window.open_at_start(self._path)
        plan = self._document.plan
        assert plan is not None
        third = plan.activities[2].id
        self._window.selection.choose([third])
        self._shoot("table", self._window)
        self._window.table.edit_field(third, "due_text")
        self._shoot("editing", self._window)
        self._window.table.commit_pending()
        self._window.selection.choose([])
        self._window.show_page("calendar")
        self._shoot("calendar", self._window)
        self._window.show_page("history")
        self._shoot("history", self._window)
        self._window.show_page("table")
        for action, name in (
            ("print_month", "print"),
            ("properties", "properties"),
            ("sections", "sections"),
            ("revisions", "revisions"),
            ("new", "new"),
        ):
            self._action(action).trigger()
            self._shoot_dialog(name)
        self._take_copies(third)
        self._take_registers()
        self._window.close()

    def _take_copies(self, activity_id: str) -> None:
        """Merging with a conflict, comparing, backups, saving a copy."""
        copy = self._path.with_name("Копия Веры.roadmap")
        shutil.copy(self._path, copy)
        os.environ["LOGNAME"] = "вера"
        write(copy, activity_id, "Справки собраны в трёх школах")
        os.environ["LOGNAME"] = "методист"
        write(self._path, activity_id, "Справки собраны в восьми школах из двенадцати")
        for days in (3, 2, 1):
            noon = datetime.combine(self._today, time(9, 1)) - timedelta(days=days)
            backups.back_up(self._path, backups.Reason.MERGE, now=noon)
            write(
                self._path, activity_id, f"Справки собраны в восьми школах из двенадцати, осталось {days + 1}"
            )
        self._document.open(self._path)
        self._window.copies.merge_with([copy])
        self._shoot_dialog("merge")
        self._window.copies.compare_with(Side(copy, "Файл «Копия Веры»"))
        self._shoot_dialog("compare")
        for action in ("backups", "save_copy"):
            self._action(action).trigger()
            self._shoot_dialog(action)

    def _take_registers(self) -> None:
        """The page of schools, and the dialog of one."""
        fill_registers(self._path)
        self._document.open(self._path)
        self._window.show_page("schools")
        page = self._window.centralWidget().findChild(RegisterPage)
        assert page is not None
        self._shoot("schools", self._window)
        page.open_record(page.table.listing.rows[1].id)
        self._shoot_dialog("school")
        page.open_record(page.table.listing.rows[1].id)
        self._application.activeModalWidget().tabs.setCurrentIndex(1)
        self._shoot_dialog("school-results")

    def _action(self, name: str) -> QAction:
        action = self._window.findChild(QAction, name)
        assert action is not None, name
        return action

    def _shoot_dialog(self, name: str) -> None:
        QTest.qWait(300)
        dialog = self._application.activeModalWidget()
        assert isinstance(dialog, QDialog), name
        self._shoot(name, dialog)
        dialog.reject()
        QTest.qWait(50)

    def _shoot(self, name: str, widget: QWidget) -> None:
        QTest.qWait(250)
        picture = self._out / f"{name}.png"
        widget.grab().save(str(picture))
        print(picture)
