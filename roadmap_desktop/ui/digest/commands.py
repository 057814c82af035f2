"""«Свод по файлам» of the menu."""

from pathlib import Path

from roadmap_desktop.ui.commands import Handlers, RememberingCommands
from roadmap_desktop.ui.dialogs import open_dialog


class DigestCommands(RememberingCommands):
    """Opens the digest, also without a file."""

    def handlers(self) -> Handlers:
        return {"digest": self.show_digest}

    def show_digest(self) -> None:
        """Opens «Свод по файлам»."""
        from roadmap_desktop.ui.digest.dialog import DigestDialog

        path = self._document.path
        folder = path.parent if path is not None else Path.home()
        dialog = DigestDialog(self._document.today, self._settings, self._runner, folder, self._window)
        open_dialog(dialog)
