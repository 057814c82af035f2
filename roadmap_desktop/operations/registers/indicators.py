"""A school's results by years, as charts."""

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.registers.schools import SchoolIndicator
from roadmap_desktop.model.school_charts import Result, below_charts
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select


def results_charts(file: RoadmapFile, school_id: str) -> tuple[Chart, ...]:
    """The share below the threshold, as the school's passport has it. Raises UserError."""
    with file.read() as connection:
        rows = select(connection, SchoolIndicator, Result._fields, {"school_id": school_id})
    return below_charts(Result(*row) for row in rows)
