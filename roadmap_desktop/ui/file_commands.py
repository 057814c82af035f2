"""Files: create, open, recent, copy, close. Dialogs answer by signal; refusals come as sentences."""

from collections.abc import Callable
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.file.files import SUFFIX
from roadmap_desktop.operations.file.opening import is_there
from roadmap_desktop.operations.file.who import Methodist, who_works
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.commands import Handlers, RememberingCommands
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.waiting import Progress, show_waiting

if TYPE_CHECKING:
    from roadmap_desktop.operations.copies.copies import CopyReport, CopyRequest
    from roadmap_desktop.ui.new_dialog import NewPlan

# Lines of one list in a box, and letters of a line: it must not grow beyond the screen, and its button with it. The
# dialog before it has shown them all.
_MOST_TOLD, _LONGEST_TOLD = 4, 44
FILE_FILTER = "Дорожные карты (*.roadmap);;Все файлы (*)"


class FileCommands(RememberingCommands):
    """What the «Файл» menu does with files."""

    refused = Signal()  # a file was not opened; why has been told

    def __init__(
        self,
        document: RoadmapDocument,
        settings: Settings,
        runner: Runner,
        documents_folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(document, settings, runner, window)
        self._folder = documents_folder

    def handlers(self) -> Handlers:
        return {
            "new": self.new,
            "open": self.open,
            "save_copy": self.save_copy,
            "check": self.check,
            "close": self.close,
        }

    def new(self) -> None:
        """Asks what to create, then where."""
        from roadmap_desktop.ui.new_dialog import NewDialog

        dialog = NewDialog(self._document.today(), self._window)
        dialog.chosen.connect(self._choose_place)
        open_dialog(dialog)

    def open(self) -> None:
        """Asks which file to open."""
        dialog = self._dialog(
            "Открыть дорожную карту", QtWidgets.QFileDialog.AcceptMode.AcceptOpen, self.open_path
        )
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def open_path(self, path: Path) -> None:
        """Opens that file; a refusal is shown and the present file stays."""

        def refused(sentence: str) -> None:
            if not is_there(path):
                self._settings.forget_file(path)
            messages.refuse(self._window, sentence)
            self.refused.emit()

        self._document.open_and_tell(path, lambda: self._settings.remember_file(path), refused)

    def open_sample(self) -> None:
        """Opens the user's own copy of the sample, made at the first call."""
        try:
            path = files.own_sample(self._folder)
        except UserError as error:
            messages.refuse(self._window, str(error))
            self.refused.emit()
            return
        self.open_path(path)

    def save_copy(self) -> None:
        """Asks what a copy of the open file is to hold, then where to put it."""
        from roadmap_desktop.ui.copy_dialog import CopyDialog

        plan = self._document.plan
        if plan is None:
            return
        copying = CopyDialog(plan, self._document, self._runner, self._window)
        copying.chosen.connect(self._choose_copy_place)
        copying.record_wanted.connect(self.record_wanted)
        open_dialog(copying)

    def check(self) -> None:
        """Checks the open file, or asks which one."""
        if self._document.path is not None:
            self.check_path(self._document.path)
            return
        dialog = self._dialog(
            "Какой файл проверить", QtWidgets.QFileDialog.AcceptMode.AcceptOpen, self.check_path
        )
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def check_path(self, path: Path) -> None:
        """Opens «Проверить файл» on that file; an open one is closed while it is repaired."""
        from roadmap_desktop.operations.file import backups
        from roadmap_desktop.ui.check_dialog import CheckDialog

        dialog = CheckDialog(path, self._runner, backups.newest_good, self._window)
        if path == self._document.path:
            dialog.repairing.connect(lambda _path: self.close())
            dialog.repaired.connect(self.open_path)
        open_dialog(dialog)

    def close(self) -> None:
        """Closes the file and shows the start page."""
        self._document.close()

    def fill_recent(self, menu: QMenu) -> None:
        """Fills the menu «Недавние»."""
        menu.clear()
        for path in self._settings.recent_files():
            action = QAction(str(path).replace("&", "&&"), menu)
            action.triggered.connect(lambda _checked=False, path=path: self.open_path(path))
            menu.addAction(action)
        menu.setEnabled(not menu.isEmpty())

    def _choose_place(self, new: "NewPlan") -> None:
        def create(path: Path) -> None:
            self.create(path, new.period, with_sample=new.with_sample, whose=new.whose)

        dialog = self._dialog(
            "Где хранить новую дорожную карту", QtWidgets.QFileDialog.AcceptMode.AcceptSave, create
        )
        dialog.selectFile(f"Дорожная карта {school_year_label(new.period)}{SUFFIX}")
        dialog.open()

    def create(
        self, path: Path, period: Period, *, with_sample: bool, whose: Methodist | None = None
    ) -> None:
        """Creates a file there and opens it; a refusal is shown. It is of the user's own department unless told
        otherwise."""
        whose = who_works() if whose is None else whose
        try:
            if with_sample:
                files.create_from_sample(path, period, whose)
            else:
                files.create_empty(path, period, whose)
        except UserError as error:
            messages.refuse(self._window, str(error))
            return
        self.open_path(path)

    def _choose_copy_place(self, request: "CopyRequest") -> None:
        path = self._document.path
        if path is None:
            return
        dialog = self._dialog(
            "Сохранить копию",
            QtWidgets.QFileDialog.AcceptMode.AcceptSave,
            lambda target: self.copy_to(target, request),
        )
        dialog.selectFile(f"{path.stem} — копия {self._document.today():%d.%m.%Y}{SUFFIX}")
        dialog.open()

    def copy_to(self, target: Path, request: "CopyRequest") -> None:
        """Saves the copy in the background; tells of it, or of the refusal."""
        from roadmap_desktop.operations.copies import copies

        place, plan = self._document.location(), self._document.plan
        if plan is None:
            return
        progress = Progress(self)

        def work(is_cancelled: Callable[[], bool]) -> "CopyReport":
            with place as path:
                return copies.save_copy(path, target, plan, request, progress.percent.emit, is_cancelled)

        task = self._runner.run(
            work,
            lambda report: messages.inform(self._window, "Копия сохранена", _copied(target, request, report)),
            self._refuse,
        )
        if not task.is_over:
            show_waiting(self._window, "Копия сохраняется…", task, progress)

    def save_elsewhere(self, go_on_at: Callable[[Path], object]) -> None:
        """Asks where to write what is on the screen of a file that is gone, and goes on there."""
        path = self._document.path
        if path is None:
            return

        def write(target: Path) -> None:
            try:
                go_on_at(target)
            except UserError as error:
                messages.refuse(self._window, str(error))
            else:
                self._settings.remember_file(target)

        dialog = self._dialog("Сохранить в другое место", QtWidgets.QFileDialog.AcceptMode.AcceptSave, write)
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(path.name)
        dialog.open()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            raise error
        messages.refuse(self._window, str(error))

    def _dialog(
        self, title: str, mode: "QtWidgets.QFileDialog.AcceptMode", chosen: Callable[[Path], None]
    ) -> "QtWidgets.QFileDialog":
        dialog = QtWidgets.QFileDialog(self._window, title, str(self._start_folder()), FILE_FILTER)
        dialog.setAcceptMode(mode)
        # The program itself refuses to write over a roadmap, in words; a second question would only confuse.
        dialog.setOption(QtWidgets.QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        is_new = mode is QtWidgets.QFileDialog.AcceptMode.AcceptSave
        dialog.fileSelected.connect(lambda name: chosen(_with_suffix(name) if is_new else Path(name)))
        return dialog

    def _start_folder(self) -> Path:
        path = self._document.path
        return path.parent if path is not None else self._folder


def _with_suffix(name: str) -> Path:
    """Qt takes the end of «План на 01.09» for a suffix, and leaves out ours."""
    path = Path(name)
    return path if path.suffix.lower() == SUFFIX else Path(f"{path}{SUFFIX}")


def _copied(target: Path, request: "CopyRequest", report: "CopyReport") -> str:
    """What is said when the copy is there: where it is, what was left out of it, and whether it can be handed on."""
    parts = [f"Копия сохранена и проверена:\n{target}"]
    stays, perhaps = ([remark.line for remark in remarks] for remarks in (report.stays, report.perhaps))
    for title, lines in (
        ("В копии нет:", report.removed),
        ("Осталось в текстах:", stays),
        ("Проверьте, не имена ли это:", perhaps),
    ):
        if lines:
            more = [f"• и ещё {len(lines) - _MOST_TOLD}, они были перечислены в окне «Сохранить копию»"]
            told = [f"• {shorten(line, _LONGEST_TOLD, placeholder='…')}" for line in lines[:_MOST_TOLD]]
            parts.append("\n".join((title, *told, *(more if len(lines) > _MOST_TOLD else []))))
    return "\n\n".join([*parts, _whom_for(request, report)])


def _whom_for(request: "CopyRequest", report: "CopyReport") -> str:
    if not request.without_personal:
        return "В копии есть персональные данные. Для других сохраните копию «Без персональных данных»."
    if report.stays or report.perhaps:
        return "Прежде чем отдать копию, исправьте эти тексты в своём файле и сохраните копию снова."
    return "Её можно отдать коллеге."
