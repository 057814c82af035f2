"""«Выполнили 8 из 12»: schools that have done an activity, without the classes of the registers, as the table asks."""

import json
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.model.school_list import PARTNERS
from roadmap_desktop.storage.roadmap_file import RoadmapFile

# The schools in the list of a school year; all of them where that list is empty, as the page «По школам» takes them.
_SCHOOLS = """
    SELECT id FROM school WHERE id IN (SELECT school_id FROM school_membership WHERE school_year = :year)
    OR kind NOT IN (SELECT value FROM json_each(:partners))
    AND NOT EXISTS (SELECT 1 FROM school_membership WHERE school_year = :year)
"""
_COUNTS = f"""
    WITH shown AS ({_SCHOOLS})
    SELECT activity_id, sum(state = :done), (SELECT count(*) FROM shown)
    FROM school_progress WHERE school_id IN shown GROUP BY activity_id
"""


class Progress(NamedTuple):
    """«8 из 12»."""

    done: int
    of: int

    def __str__(self) -> str:
        return f"{self.done} из {self.of}"


def progress_by_schools(file: RoadmapFile, period: Period) -> dict[str, Progress]:
    """The activities of which any school has done something, by their keys. Raises UserError."""
    values = {
        "year": school_year_label(period),
        "done": State.DONE.value,
        "partners": json.dumps(PARTNERS, ensure_ascii=False),
    }
    with file.read() as connection:
        rows = connection.execute(_COUNTS, values).fetchall()
    return {activity_id: Progress(done, of) for activity_id, done, of in rows}
