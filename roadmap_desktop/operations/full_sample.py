"""The second sample: an invented district with every register filled, made from a fixed seed. No person or school in it
is real: names are put together of words like «Образцова», schools have numbers alone."""

from pathlib import Path

from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.district import activities, schools, teachers, work
from roadmap_desktop.operations.district.made import District
from roadmap_desktop.operations.files import create_from_sample, open_roadmap
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_BODY = "Отдел образования администрации Образцового района"

# What is pointed at comes first.
_PARTS = (
    activities.fill_activities,
    schools.fill_schools,
    schools.fill_partners,
    teachers.fill_teachers,
    teachers.fill_plans,
    teachers.fill_communities,
    work.fill_help,
    work.fill_practices,
    work.fill_courses,
    work.fill_meetings,
    work.fill_lessons,
    work.fill_documents,
    work.fill_progress,
)


def create_full_sample(path: Path, period: Period | None = None) -> None:
    """Makes a file from the sample, moved to the school year of ``period``, with the invented district in it. The same
    every time but for the keys of records and the times of the history. Raises KnownError when it cannot."""
    create_from_sample(path, period)
    with open_roadmap(path) as file:
        fill_district(file, period or school_year("2020"))


def fill_district(file: RoadmapFile, period: Period) -> None:
    """Fills every register of a plan, as one edit. Raises KnownError."""
    with file.edit("Заполнен «Образцовый район»") as edit:
        edit.find(Roadmap)[0].approving_body = _BODY
        district = District(edit, period)
        for fill in _PARTS:
            fill(district)
