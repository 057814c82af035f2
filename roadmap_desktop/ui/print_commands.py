"""What is printed, from wherever it is asked for: all of it through the one dialog."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.wish import Wish
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings


class PrintCommands(QObject):
    """Opens «Печать» over ``window``, or over the dialog that asked for it."""

    def __init__(
        self, document: RoadmapDocument, settings: Settings, runner: Runner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._settings, self._runner = document, settings, runner
        self._window = window
        document.printing.connect(self.show)

    def report(self, report_id: str, page: QWidget) -> None:
        """Opens the dialog on a report; on the month that is looked at where the report is of a month."""
        from roadmap_desktop.operations.printing import ParameterKind, find_report

        looked_at: date | None = getattr(page, "month", None)
        months = [each.name for each in find_report(report_id).parameters if each.kind is ParameterKind.MONTH]
        choices = {name: month_of(looked_at) for name in months} if looked_at is not None else {}
        self.show(Wish(report_id, choices))

    def any(self, page: QWidget) -> None:
        """Opens the dialog on the list, with what is on the screen and the documents of its register first."""
        shown = getattr(page, "shown_report", None)
        register = getattr(page, "register", None)
        self.show(
            Wish(shown=(shown(),) if shown is not None else (), register=register.id if register else "")
        )

    def view(self, page: QWidget) -> None:
        """Opens the dialog on what the page shows as it stands; on the list where that is no table."""
        shown = getattr(page, "shown_report", None)
        if shown is None:
            self.any(page)
            return
        report = shown()
        self.show(Wish(report.id, shown=(report,)))

    def show(self, wish: Wish, over: QWidget | None = None) -> None:
        """Opens the dialog."""
        from roadmap_desktop.ui.printing.desk import Desk
        from roadmap_desktop.ui.printing.dialog import PrintDialog

        if self._document.plan is None:
            return
        desk = Desk(self._document.today(), self._settings, self._runner, self._document)
        dialog = PrintDialog(desk, wish, over or self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
