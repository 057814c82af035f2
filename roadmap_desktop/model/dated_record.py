"""A record of a register as it stands on days."""

from typing import NamedTuple

from roadmap_desktop.model.period import Period


class DatedRecord(NamedTuple):
    """A record and one of its periods within the days asked for. ``hours`` are those of work; ``whose`` tells it from
    others of its day: the school, the teacher."""

    register: str
    id: str
    title: str
    caption: str
    period: Period
    hours: str = ""
    whose: str = ""

    @property
    def words(self) -> str:
        """«9:30 Посещение уроков — СОШ № 5»."""
        said = f"{self.title} — {self.whose}" if self.whose else self.title
        return f"{self.hours.partition('–')[0]} {said}".lstrip()
