"""«События для другого календаря» of the menu."""

from typing import TYPE_CHECKING

from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan.months import months_of
from roadmap_desktop.ui.commands import Handlers, RememberingCommands
from roadmap_desktop.ui.dialogs import open_dialog

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.calendar_export import CalendarContent


class CalendarExportCommands(RememberingCommands):
    """Reads what has a day in the background, then opens the dialog."""

    def handlers(self) -> Handlers:
        return {"export_calendar": self.export_calendar}

    def export_calendar(self) -> None:
        """Opens «События для другого календаря»."""
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
        open_dialog(dialog)


def _read(file: RoadmapFile) -> "CalendarContent":
    # Reading the modules alone would hold the window up.
    from roadmap_desktop.operations.printing.calendar_export import read_calendar

    return read_calendar(file)
