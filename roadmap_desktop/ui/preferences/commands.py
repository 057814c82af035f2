"""«Настройки…», and the question of the first start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.who import is_known
from roadmap_desktop.ui import messages, theme
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from roadmap_desktop.ui.preferences.dialog import SettingsDialog


class SettingsCommands(Commands):
    """Opens the settings over the window. ``look_changed``: the colours are others; ``first_asked``: the question
    of the first start was answered, or put off."""

    look_changed = Signal()
    first_asked = Signal()

    def __init__(self, document: RoadmapDocument, settings: Settings, window: QWidget) -> None:
        super().__init__(document, window)
        self._settings = settings

    def handlers(self) -> Handlers:
        return {"settings": self.edit}

    def edit(self) -> None:
        """Opens «Настройки»."""
        dialog = self._made(is_first=False)
        dialog.look_changed.connect(self._wear)
        dialog.calendar_changed.connect(self._read_again)
        open_dialog(dialog)

    def ask_who_works(self) -> None:
        """Asks at the first start who works with the program, and never again."""
        # A slow computer comes to it after she has closed the window: a dialog over nothing would keep it running.
        if self._window.isVisible() and not is_known():
            dialog = self._made(is_first=True)
            dialog.finished.connect(lambda _result: self.first_asked.emit())
            open_dialog(dialog)

    def _made(self, *, is_first: bool) -> "SettingsDialog":
        from roadmap_desktop.ui.preferences.dialog import SettingsDialog

        return SettingsDialog(self._settings, self._window, is_first=is_first)

    def _wear(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.wear(application, self._settings.look.theme)
        self.look_changed.emit()

    def _read_again(self) -> None:
        """The dues of the open plan are others now."""
        if self._document.path is not None:
            try:
                self._document.open(self._document.path)
            except UserError as error:
                messages.refuse(self._window, str(error))
