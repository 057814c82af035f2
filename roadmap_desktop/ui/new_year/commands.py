"""«Новый учебный год из этой карты» of the menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner


class NewYearCommands(Commands):
    """Makes next year's file of the open one; ``open_path`` opens it."""

    def __init__(
        self, document: RoadmapDocument, runner: Runner, open_path: Callable[[Path], object], window: QWidget
    ) -> None:
        super().__init__(document, window)
        self._runner, self._open_path = runner, open_path

    def handlers(self) -> Handlers:
        return {"new_year": self.start_new_year}

    def start_new_year(self) -> None:
        """Opens «Новый учебный год»."""
        from roadmap_desktop.operations.new_year.drafting import years_ahead
        from roadmap_desktop.ui.new_year.dialog import NewYearDialog

        self._document.leaving.emit()
        plan, path = self._document.plan, self._document.path
        if plan is None or path is None:
            return
        try:
            years = years_ahead(plan.info.period)
        except UserError as error:
            messages.refuse(self._window, str(error))
            return
        dialog = NewYearDialog(years, self._document.location, path.parent, self._runner, self._window)
        dialog.created.connect(self._show)
        open_dialog(dialog)

    def _show(self, path: Path, told: str) -> None:
        self._open_path(path)
        if self._document.path == path:
            messages.inform(self._window, "Новый учебный год", told)
