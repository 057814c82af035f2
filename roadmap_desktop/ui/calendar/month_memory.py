"""Which month a plan opens on."""

from datetime import date

from roadmap_desktop.model.rows import RoadmapInfo
from roadmap_desktop.ui.calendar.month import month_of
from roadmap_desktop.ui.settings import Settings


class MonthMemory:
    """Remembers the month last looked at for each roadmap, by its key: a file may be moved or renamed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def first_month(self, info: RoadmapInfo, today: date) -> date:
        """Today's month while the plan runs; before and after it the month last looked at, else the plan's first."""
        if info.period_start <= today <= info.period_end:
            return month_of(today)
        try:
            return month_of(date.fromisoformat(self._settings.text(_key(info))))
        except ValueError:
            return month_of(info.period_start)

    def remember(self, info: RoadmapInfo, month: date) -> None:
        """Remembers the month now looked at."""
        self._settings.remember(_key(info), month.isoformat())


def _key(info: RoadmapInfo) -> str:
    return f"calendar/{info.id}"
