"""How quickly the page «План месяца» opens, turns and shows an edit, with a large plan and much work."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from register_bench import DistrictWindow
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.registers.meetings import Meeting
from roadmap_desktop.model.registers.tasks import Task
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from stopwatch import seconds

_ACTIVITIES, _WORKS = 10_000, 3_000
_WORDINGS = (
    "сентябрь – октябрь",
    "октябрь 2020 года",
    "до 15 октября",
    "в течение учебного года",
    "6 октября",
    "ежемесячно",
    "ноябрь",
    "март 2021 года",
    "по отдельному плану",
    "каждый вторник",
)


def large_month(path: Path) -> None:
    """Makes a file with as many activities, and as much work spread over the school year."""
    files.create_from_sample(path)
    with files.open_roadmap(path) as file:
        drafts = [
            ActivityDraft(name=f"Мероприятие {number}", due_text=_WORDINGS[number % len(_WORDINGS)])
            for number in range(_ACTIVITIES - 23)
        ]
        activities.add_activities(file, drafts)
        with file.edit("Работа года") as edit:
            first = date(2020, 9, 1)
            for number in range(_WORKS // 2):
                day = first + timedelta(days=number % 273)
                edit.add(Task(name=f"Дело {number}", starts_on=day, time="9:30–13:00", place="СОШ № 1"))
                edit.add(Meeting(name=f"Совещание {number}", held_on=day, time="10:00"))


class MonthWindow(DistrictWindow):
    """The window open on that file."""

    def opened(self) -> list[float]:
        """Seconds until the page stands painted, come back to from the table after an edit elsewhere."""
        self._page()
        found = []
        for number in range(8):
            self._window.show_page("table")
            self._mark_activity(number)
            self._settle()
            found.append(self._seconds(lambda: self._window.show_page("month_plan")))
        # The first edit loads SQLAlchemy, unless somebody has looked at the window for a moment.
        return found[1:]

    def turned(self) -> list[float]:
        """Seconds until the next month stands painted."""
        page = self._page()
        return [self._seconds(page.header.later.click) for _ in range(7)]

    def edited(self) -> list[float]:
        """Seconds until a state set by the space bar stands painted."""
        page = self._page()
        page.header.today.click()
        self._settle()
        works = [row for row in page.model.records() if row.register == "tasks" and row.period][:10]
        found = []
        for row in works:
            page.view.choose([row.id])
            self._settle()
            found.append(self._seconds(page.view.toggling.emit))
        # The first edit loads SQLAlchemy, unless somebody has looked at the window for a moment.
        return found[1:]

    def _mark_activity(self, number: int) -> None:
        plan = self._document.plan
        assert plan is not None
        ids = [plan.activities[30 + number].id]
        self._document.execute(lambda file: activities.set_field(file, plan, ids, "state", State.IN_WORK))

    def _page(self) -> MonthPlanPage:
        self._window.show_page("month_plan")
        self._settle()
        page = self._window._pages.current
        assert isinstance(page, MonthPlanPage)
        return page

    def _seconds(self, work: Callable[[], object]) -> float:
        """Until what changed is painted: what is measured and prepared for later does not count."""
        return seconds(work, self._paint)

    def _paint(self) -> None:
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
            QCoreApplication.sendPostedEvents(None, kind.value)
