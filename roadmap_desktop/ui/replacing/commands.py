"""«Найти и заменить» of the menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page


class ReplaceCommands(Commands):
    """Opens the dialog over what the page lists."""

    def __init__(self, document: RoadmapDocument, page: Callable[[], Page], window: QWidget) -> None:
        super().__init__(document, window)
        self._page = page

    def handlers(self) -> Handlers:
        return {"replace": self.replace}

    def replace(self) -> None:
        """Opens «Найти и заменить»."""
        from roadmap_desktop.ui.replacing.dialog import ReplaceDialog

        if self._document.plan is None:
            return
        dialog = ReplaceDialog(self._document, self._page().shown_records(), self._window)
        dialog.told.connect(self.told)
        open_dialog(dialog)
