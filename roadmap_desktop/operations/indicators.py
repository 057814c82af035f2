"""A school's results by years, as lines of a chart."""

from typing import NamedTuple

from sqlalchemy import select

from roadmap_desktop.model.registers.schools import SchoolIndicator
from roadmap_desktop.model.russian import number_text
from roadmap_desktop.storage.roadmap_file import RoadmapFile


class Line(NamedTuple):
    """``points``: school year and share in per cent, by years."""

    name: str
    points: tuple[tuple[str, float], ...]

    @property
    def told(self) -> str:
        """The line in words, for who does not see it."""
        return f"{self.name}: {', '.join(f'{year} — {number_text(value)} %' for year, value in self.points)}"


def below_threshold(file: RoadmapFile, school_id: str) -> tuple[Line, ...]:
    """The share below the threshold, a line for each exam and subject. Raises KnownError."""
    chosen = select(
        SchoolIndicator.exam, SchoolIndicator.subject, SchoolIndicator.school_year, SchoolIndicator.below
    ).where(SchoolIndicator.school_id == school_id, SchoolIndicator.below.is_not(None))
    found: dict[str, dict[str, float]] = {}
    with file.read() as session:
        for exam, subject, year, below in session.execute(chosen):
            found.setdefault(f"{exam.value} {subject}".strip(), {})[year] = float(below or 0)
    return tuple(Line(name, tuple(sorted(points.items()))) for name, points in sorted(found.items()))
