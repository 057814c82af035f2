"""«Свод по файлам» of the menu."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings


class DigestCommands(Commands):
    """Opens the digest, also without a file."""

    def __init__(
        self, document: RoadmapDocument, settings: Settings, runner: Runner, window: QWidget
    ) -> None:
        super().__init__(document, window)
        self._settings, self._runner = settings, runner

    def handlers(self) -> Handlers:
        return {"digest": self.show_digest}

    def show_digest(self) -> None:
        """Opens «Свод по файлам»."""
        from roadmap_desktop.ui.digest.dialog import DigestDialog

        path = self._document.path
        folder = path.parent if path is not None else Path.home()
        dialog = DigestDialog(self._document.today, self._settings, self._runner, folder, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
