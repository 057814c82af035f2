"""«Взять из документа» of the menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from roadmap_desktop.operations.file.files import SUFFIX
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner


class ImportCommands(Commands):
    """Takes a plan from a document into the open file, or into a new one, which ``open_path`` opens."""

    def __init__(
        self,
        document: RoadmapDocument,
        runner: Runner,
        open_path: Callable[[Path], object],
        folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(document, window)
        self._runner, self._open_path, self._folder = runner, open_path, folder

    def handlers(self) -> Handlers:
        return {"import": self.start}

    def takes(self, path: Path) -> bool:
        """Whether that is a document of another program, by its name."""
        from roadmap_desktop.operations.plan.sources import SUFFIXES

        return path.suffix.casefold() in SUFFIXES and path.suffix.casefold() != SUFFIX

    def start(self, path: Path | None = None) -> None:
        """Opens «Взять из документа», on that one if it is given."""
        from roadmap_desktop.ui.importing.wizard import ImportWizard

        self._document.leaving.emit()
        folder = self._document.path.parent if self._document.path is not None else self._folder
        wizard = ImportWizard(self._document, folder, self._runner, self._window)
        wizard.created.connect(self._show)
        wizard.told.connect(self.told)
        open_dialog(wizard)
        if path is not None:
            wizard.read_file(path)

    def _show(self, path: Path, told: str) -> None:
        self._open_path(path)
        if self._document.path == path:
            self.told.emit(told)
