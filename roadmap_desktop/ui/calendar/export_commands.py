"""«Экспорт в календарь» of the menu."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan.months import months_of
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.calendar_export import CalendarContent


class CalendarExportCommands(Commands):
    """Reads what has a day in the background, then opens the dialog."""

    def __init__(
        self, document: RoadmapDocument, settings: Settings, runner: Runner, window: QWidget
    ) -> None:
        super().__init__(document, window)
        self._settings, self._runner = settings, runner

    def handlers(self) -> Handlers:
        return {"export_calendar": self.export_calendar}

    def export_calendar(self) -> None:
        """Opens «Экспорт в календарь»."""
        self._document.leaving.emit()
        if self._document.plan is not None:
            self._document.query_in_background("Календарь готовится…", _read, self._show)

    def _show(self, content: "CalendarContent") -> None:
        from roadmap_desktop.ui.calendar.export_dialog import CalendarExportDialog

        plan, path = self._document.plan, self._document.path
        if plan is None or path is None:
            return
        dialog = CalendarExportDialog(
            content, months_of(plan), path.parent, self._settings, self._runner, self._window
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _read(file: RoadmapFile) -> "CalendarContent":
    # Reading the modules alone would hold the window up.
    from roadmap_desktop.operations.printing.calendar_export import read_calendar

    return read_calendar(file)
