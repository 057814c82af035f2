"""What is printed, from wherever it is asked for: all of it through the one dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.ui.actions import PRINTED
from roadmap_desktop.ui.commands import Handlers, RememberingCommands
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings


class PrintCommands(RememberingCommands):
    """Opens «Печать» over ``window``, or over the dialog that asked for it, on what suits the page looked at."""

    def __init__(
        self,
        document: RoadmapDocument,
        settings: Settings,
        runner: Runner,
        page: Callable[[], Page],
        window: QWidget,
    ) -> None:
        super().__init__(document, settings, runner, window)
        self._page = page
        document.printing.connect(self.show)

    def handlers(self) -> Handlers:
        reports = {id_: lambda report=report: self.report(report) for id_, report in PRINTED.items()}
        return {"print_any": self.any, "print_view": self.view, **reports}

    def report(self, report_id: str) -> None:
        """Opens the dialog on a report; on the month that is looked at where the report is of a month."""
        from roadmap_desktop.operations.printing.printing import ParameterKind, find_report

        month = self._page().month
        months = [each.name for each in find_report(report_id).parameters if each.kind is ParameterKind.MONTH]
        self.show(
            PrintRequest(report_id, {name: month_of(month) for name in months} if month is not None else {})
        )

    def any(self) -> None:
        """Opens the dialog on the list, with what is on the screen and the documents of its register first."""
        shown = self._page().shown_report()
        self.show(PrintRequest(shown=() if shown is None else (shown,), register=self._page().register_id))

    def view(self) -> None:
        """Opens the dialog on what the page shows as it stands; on the list where that is no table."""
        shown = self._page().shown_report()
        if shown is None:
            self.any()
        else:
            self.show(PrintRequest(shown.id, shown=(shown,)))

    def show(self, request: PrintRequest, over: QWidget | None = None) -> None:
        """Opens the dialog."""
        from roadmap_desktop.ui.printing.dialog import PrintDialog

        if self._document.plan is None:
            return
        context = PrintContext(self._document.today(), self._settings, self._runner, self._document)
        dialog = PrintDialog(context, request, over or self._window)
        open_dialog(dialog)
