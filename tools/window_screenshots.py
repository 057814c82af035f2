"""Drives the window from screenshot to screenshot."""

from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QRadioButton, QWidget

from register_screenshots import take_registers
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.file.full_sample import fill_district
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.importing.wizard import ImportWizard
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.listing import NEW
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.registers.own_dialogs import open_record
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from screenshot_files import ScreenshotFiles
from tests.ui.importing.ugly_documents import merged_cells

_COLOURS = 256
_DIALOGS = (
    ("print_month", "print"),
    ("properties", "properties"),
    ("sections", "sections"),
    ("revisions", "revisions"),
    ("backups", "backups"),
    ("new", "new"),
    ("export_calendar", "export-calendar"),
)


class WindowScreenshots:
    """One window; every method ends with a file in ``out``."""

    def __init__(
        self, files: ScreenshotFiles, folder: Path, out: Path, today: date, size: tuple[int, int]
    ) -> None:
        self._application = theme.new_application()
        self._out, self._folder = out, folder
        self._files = files
        self._document = RoadmapDocument(today=lambda: today)
        self._settings = Settings(folder / "settings.ini")
        self._window = MainWindow(self._document, self._settings, InlineRunner(), folder, folder / "log")
        self._window.resize(*size)
        self._window.show()
        QTest.qWaitForWindowExposed(self._window)

    def take_all(self) -> None:
        """Every page and dialog, one after another."""
        self._window.open_at_start(None)
        self._save("start", self._window)
        self._window.open_at_start(self._files.path)
        self._take_pages()
        for action, name in _DIALOGS:
            self._action(action).trigger()
            self._save_dialog(name)
        self._take_importing()
        self._take_copying()
        self._take_digest()
        self._take_registers()
        self._window.show_page("table")
        self._window.files.check_path(self._files.damaged)
        self._save_dialog("check")
        self._window.files.open_path(self._files.held)
        self._save("read-only", self._window)
        take_registers(self._window, self._folder, self._save)
        self._window.close()

    def _take_pages(self) -> None:
        plan = self._document.plan
        assert plan is not None
        third = plan.activities[2].id
        self._window.selection.choose([third])
        self._save("table", self._window)
        bar = self._window.details.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._save("attachments", self._window)
        bar.setValue(0)
        self._window.table.edit_field(third, "due_text")
        self._save("editing", self._window)
        self._window.table.editing.commit()
        self._window.selection.choose([])
        for page, name in (("calendar", "calendar"), ("history", "history"), ("overview", "summary")):
            self._window.show_page(page)
            self._save(name, self._window)
        self._window.show_page("table")

    def _take_importing(self) -> None:
        """What was found in a document, and where it goes."""
        self._window.importing.start(merged_cells(self._folder))
        wizard = self._dialog()
        assert isinstance(wizard, ImportWizard)
        self._save("import", wizard)
        wizard.forward.click()
        self._save_dialog("import-target")

    def _take_copying(self) -> None:
        self._action("save_copy").trigger()
        copying = self._dialog()
        copying.findChildren(QRadioButton)[1].click()
        copying.findChildren(QCheckBox)[0].click()
        self._save_dialog("save_copy")
        self._window.copies.merge_with([self._files.copy])
        self._save_dialog("merge")
        self._window.copies.compare_with(self._files.copy, "Файл с флешки")
        self._save_dialog("compare")

    def _take_digest(self) -> None:
        self._settings.remember("digest/files", "\n".join(map(str, sorted(self._files.schools.iterdir()))))
        self._action("digest").trigger()
        self._save_dialog("digest")

    def _take_registers(self) -> None:
        """The page of schools, and the dialog of one."""
        with open_roadmap(self._files.path) as file:
            fill_district(file, read_plan(file).info.period)
        self._document.open(self._files.path)
        self._window.show_page("schools")
        page = self._window.centralWidget().findChild(RegisterPage)
        assert page is not None
        self._save("schools", self._window)
        page.open_record(page.model.rows[1].id)
        self._save_dialog("school")
        page.open_record(page.model.rows[1].id)
        dialog = self._application.activeModalWidget()
        assert isinstance(dialog, RecordDialog)
        dialog.tabs.setCurrentIndex(1)
        self._save_dialog("school-results")
        self._take_month_plan()

    def _take_month_plan(self) -> None:
        """The plan of October, with a task beside it, and the task's own window."""
        self._window.show_page("month_plan")
        page = self._window.centralWidget().findChild(MonthPlanPage)
        assert page is not None
        task = next(line for line in page.model.records() if line.register == "tasks" and line is not NEW)
        page.view.choose([task.id])
        self._save("month-plan", self._window)
        open_record(self._document, BY_ID["tasks"], task.id, self._window)
        self._save_dialog("task")
        self._take_printing()

    def _take_printing(self) -> None:
        """The list of reports, a document of one record, and many at once."""
        self._action("print_any").trigger()
        self._save_dialog("reports")
        self._document.printing.emit(PrintRequest("passport"), None)
        self._save_dialog("print-passport")
        self._action("print_month").trigger()
        printing = self._dialog()
        next(each for each in printing.findChildren(QPushButton) if each.text().startswith("Сразу")).click()
        self._save_dialog("print-many")
        printing.reject()

    def _action(self, name: str) -> QAction:
        action = self._window.findChild(QAction, name)
        assert action is not None, name
        return action

    def _dialog(self) -> QDialog:
        QTest.qWait(300)
        dialog = self._application.activeModalWidget()
        assert isinstance(dialog, QDialog)
        return dialog

    def _save_dialog(self, name: str) -> None:
        dialog = self._dialog()
        self._save(name, dialog)
        dialog.reject()
        QTest.qWait(50)

    def _save(self, name: str, widget: QWidget) -> None:
        QTest.qWait(250)
        path = self._out / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(path))
        with Image.open(path) as whole:
            # Windows have few colours.
            small = whole.convert("RGB").quantize(
                _COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            )
        small.save(path, optimize=True)
        print(path)
