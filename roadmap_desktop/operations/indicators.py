"""A school's results by years, as charts."""

from sqlalchemy import select

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.registers.schools import SchoolIndicator
from roadmap_desktop.model.school_charts import Result, below_charts
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def results_charts(file: RoadmapFile, school_id: str) -> tuple[Chart, ...]:
    """The share below the threshold, as the school's passport has it. Raises UserError."""
    columns = (
        SchoolIndicator.school_year,
        SchoolIndicator.exam,
        SchoolIndicator.subject,
        SchoolIndicator.below,
    )
    with file.read() as session:
        rows = session.execute(select(*columns).where(SchoolIndicator.school_id == school_id)).all()
    return below_charts(Result(*row) for row in rows)
