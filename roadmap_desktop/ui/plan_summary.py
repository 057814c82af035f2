"""What the window says of the plan as a whole: the numbers of the navigation, and the status line."""

from PySide6.QtCore import QObject, QTimer

from roadmap_desktop.operations.registers.record_counts import count_records
from roadmap_desktop.ui import summary
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.navigation import REGISTER_ENTRIES, Navigation
from roadmap_desktop.ui.pages import Pages
from roadmap_desktop.ui.status_bar import StatusLine

_AFTER_PAINTING = 50  # Milliseconds.


class PlanSummary(QObject):
    """Says it anew whenever the file or the page is another."""

    def __init__(
        self, document: RoadmapDocument, pages: Pages, navigation: Navigation, status: StatusLine
    ) -> None:
        super().__init__(pages)
        self._document, self._pages, self._navigation, self._status = document, pages, navigation, status
        # Records are counted as soon as what is asked to be painted is painted.
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_PAINTING)
        self._timer.timeout.connect(self._count_records)
        document.changed.connect(self.refresh)
        document.replaced.connect(self.refresh)
        pages.page_shown.connect(self.refresh)
        pages.status_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _change: object = None) -> None:
        """Says it anew: another day may have begun, too."""
        plan, today = self._document.plan, self._document.today()
        if plan is None:
            self._status.show_texts("", "", "")
            return
        overdue = summary.overdue_count(plan, today)
        self._navigation.set_count("table", str(len(plan.activities)))
        self._navigation.set_count("overview", f"{overdue} просрочено" if overdue else "", alarming=True)
        self._timer.start()
        self._status.show_texts(
            summary.saved_text(self._document.saved_at),
            self._pages.current.status_text or summary.plan_summary(plan, today),
            summary.period_text(plan),
        )

    def _count_records(self) -> None:
        tables = tuple(entry.table for entry in REGISTER_ENTRIES)
        nothing: dict[str, int] = {}
        found = self._document.query(lambda file: count_records(file, tables), nothing)
        for entry in REGISTER_ENTRIES:
            self._navigation.set_count(entry.page, str(found.get(entry.table) or ""))
