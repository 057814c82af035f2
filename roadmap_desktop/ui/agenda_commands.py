"""«Сегодня и эта неделя»: opened when it is asked for, and when a file is opened, if that is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.settings import AGENDA_ON_OPENING, Settings


class AgendaCommands(Commands):
    """``plan_wanted`` asks for the page of the month's plan."""

    plan_wanted = Signal()

    def __init__(self, document: RoadmapDocument, settings: Settings, window: QWidget) -> None:
        super().__init__(document, window)
        self._settings = settings
        document.replaced.connect(self._on_replaced)

    def handlers(self) -> Handlers:
        return {"agenda": self.show}

    def show(self) -> None:
        """Opens the agenda."""
        from roadmap_desktop.ui.month_plan.agenda import AgendaDialog

        if self._document.plan is not None:
            dialog = AgendaDialog(self._document, self._settings, self._window)
            dialog.plan_wanted.connect(self.plan_wanted)
            open_dialog(dialog)

    def _on_replaced(self) -> None:
        if self._settings.flag(AGENDA_ON_OPENING, False):
            self.show()
