"""Files: create, open, recent, copy, close. Dialogs answer by signal; refusals come as sentences."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.operations import files
from roadmap_desktop.storage.roadmap_file import SUFFIX
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings

FILE_FILTER = "Дорожные карты (*.roadmap);;Все файлы (*)"


class FileCommands(QObject):
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
        super().__init__(window)
        self._document = document
        self._settings = settings
        self._runner = runner
        self._folder = documents_folder
        self._window = window

    def new(self) -> None:
        """Asks what to create, then where."""
        from roadmap_desktop.ui.new_dialog import NewDialog

        dialog = NewDialog(self._document.today(), self._window)
        dialog.chosen.connect(self._choose_place)
        dialog.open()

    def open(self) -> None:
        """Asks which file to open."""
        dialog = self._dialog("Открыть дорожную карту", QFileDialog.AcceptMode.AcceptOpen, self.open_path)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def open_path(self, path: Path) -> None:
        """Opens that file; a refusal is shown and the present file stays."""

        def refused(sentence: str) -> None:
            if not path.exists():
                self._settings.forget_file(path)
            messages.refuse(self._window, sentence)
            self.refused.emit()

        self._document.open_and_tell(path, lambda: self._settings.remember_file(path), refused)

    def open_sample(self) -> None:
        """Opens the user's own copy of the sample, made at the first call."""
        try:
            path = files.own_sample(self._folder)
        except KnownError as error:
            messages.refuse(self._window, str(error))
            self.refused.emit()
            return
        self.open_path(path)

    def save_copy(self) -> None:
        """Asks where to put a copy of the open file."""
        path = self._document.path
        if path is None:
            return
        dialog = self._dialog("Сохранить копию", QFileDialog.AcceptMode.AcceptSave, self._copy_to)
        dialog.selectFile(f"{path.stem} — копия {self._document.today():%d.%m.%Y}{SUFFIX}")
        dialog.open()

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

    def _choose_place(self, period: Period, with_sample: bool) -> None:
        def create(path: Path) -> None:
            self.create(path, period, with_sample=with_sample)

        dialog = self._dialog("Где хранить новую дорожную карту", QFileDialog.AcceptMode.AcceptSave, create)
        dialog.selectFile(f"Дорожная карта {school_year_label(period)}{SUFFIX}")
        dialog.open()

    def create(self, path: Path, period: Period, *, with_sample: bool) -> None:
        """Creates a file there and opens it; a refusal is shown."""
        try:
            if with_sample:
                files.create_from_sample(path, period)
            else:
                files.create_empty(path, period)
        except KnownError as error:
            messages.refuse(self._window, str(error))
            return
        self.open_path(path)

    def _copy_to(self, target: Path) -> None:
        source = self._document.path
        if source is None:
            return
        self._runner.run(
            lambda _is_cancelled: files.save_copy(source, target),
            lambda _result: messages.inform(
                self._window,
                "Копия сохранена",
                f"Копия сохранена и проверена:\n{target}\n\nЕё можно отдать коллеге.",
            ),
            self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        messages.refuse(self._window, str(error))

    def _dialog(
        self, title: str, mode: QFileDialog.AcceptMode, chosen: Callable[[Path], None]
    ) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._start_folder()), FILE_FILTER)
        dialog.setAcceptMode(mode)
        # The program itself refuses to write over a roadmap, in words; a second question would only confuse.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        return dialog

    def _start_folder(self) -> Path:
        path = self._document.path
        return path.parent if path is not None else self._folder
