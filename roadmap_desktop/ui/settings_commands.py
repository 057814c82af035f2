"""«Настройки…», and the question of the first start."""

from roadmap_desktop.operations.file.who import is_known
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog


class SettingsCommands(Commands):
    """Opens the settings over the window."""

    def handlers(self) -> Handlers:
        return {"settings": self.edit}

    def edit(self) -> None:
        """Opens «Настройки»."""
        self._open(is_first=False)

    def ask_who_works(self) -> None:
        """Asks at the first start who works with the program, and never again."""
        # A slow computer comes to it after she has closed the window: a dialog over nothing would keep it running.
        if self._window.isVisible() and not is_known():
            self._open(is_first=True)

    def _open(self, *, is_first: bool) -> None:
        from roadmap_desktop.ui.settings_dialog import SettingsDialog

        open_dialog(SettingsDialog(self._window, is_first=is_first))
