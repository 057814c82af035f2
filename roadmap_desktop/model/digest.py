"""Many roadmaps side by side: how far each file is, and how far each activity is in every file."""

from dataclasses import astuple, dataclass
from datetime import date
from operator import add
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.execution import Outcome, outcome_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.shares import share
from roadmap_desktop.model.standing import Standing, is_undated


@dataclass(frozen=True, slots=True)
class Progress:
    """How many activities stand in which way, each in one of them, so that they add up; ``undated`` are among them."""

    done: int = 0
    in_work: int = 0
    overdue: int = 0
    planned: int = 0
    moved: int = 0
    cancelled: int = 0
    undated: int = 0

    @property
    def activities(self) -> int:
        """All of them."""
        return self.done + self.in_work + self.overdue + self.others

    @property
    def others(self) -> int:
        """What is neither done nor under way nor late: planned, moved, cancelled."""
        return self.planned + self.moved + self.cancelled

    @property
    def share(self) -> int | None:
        """Per cent done of what was not cancelled, see ``shares.share``; None where nothing is to be done."""
        return share(self.done, self.activities - self.cancelled)

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(*map(add, astuple(self), astuple(other)))


_COUNTED_AS = {
    Outcome.DONE: "done",
    Outcome.IN_WORK: "in_work",
    Outcome.OVERDUE: "overdue",
    Outcome.PLANNED: "planned",
    Outcome.MOVED: "moved",
    Outcome.CANCELLED: "cancelled",
}


def progress_of(row: ActivityRow, today: date) -> Progress:
    """One activity as a count of its own."""
    return Progress(**{_COUNTED_AS[outcome_of(row, today)]: 1}, undated=int(is_undated(row)))


class Mark(NamedTuple):
    """How an activity stands in one file."""

    standing: Standing
    completed_on: date | None

    @property
    def text(self) -> str:
        """«выполнено 05.10.2020», «просрочено 6 дн.», «в работе»."""
        if self.standing.state is State.DONE and self.completed_on is not None:
            return f"{State.DONE.value} {self.completed_on:%d.%m.%Y}"
        return self.standing.word


class Entry(NamedTuple):
    """An activity as it was read from one file."""

    id: str
    name: str
    mark: Mark
    progress: Progress


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of the digest. ``caption`` tells it from the others; with a ``refusal``, the sentence why it could not be
    read, there is nothing else."""

    path: Path
    caption: str
    refusal: str = ""
    title: str = ""
    head: str = ""
    period: Period | None = None
    progress: Progress = Progress()
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity in every file that was read, in their order; None where a file has none such."""

    name: str
    marks: tuple[Mark | None, ...]
    progress: Progress


@dataclass(frozen=True, slots=True)
class Digest:
    """The whole comparison as it stood on the day ``today``."""

    today: date
    files: tuple[FileLine, ...]
    activities: tuple[ActivityLine, ...]

    @property
    def read(self) -> tuple[FileLine, ...]:
        """The files that could be read: the columns of ``activities``."""
        return tuple(line for line in self.files if not line.refusal)

    @property
    def total(self) -> Progress:
        """All files together."""
        return sum((line.progress for line in self.files), Progress())
