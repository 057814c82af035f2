"""A school's results by years, as a chart."""

from sqlalchemy import select

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.indicator_charts import IndicatorRow, indicator_chart
from roadmap_desktop.model.registers.schools import SchoolIndicator
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def results_chart(file: RoadmapFile, school_id: str) -> Chart | None:
    """The share below the threshold, a line for each exam and subject. Raises KnownError."""
    columns = (
        SchoolIndicator.exam,
        SchoolIndicator.subject,
        SchoolIndicator.school_year,
        SchoolIndicator.below,
    )
    with file.read() as session:
        rows = session.execute(select(*columns).where(SchoolIndicator.school_id == school_id)).all()
    return indicator_chart(IndicatorRow(*row) for row in rows)
