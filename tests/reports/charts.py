"""The charts that a document has."""

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.reports.blocks import Document


def charts_of(document: Document) -> tuple[Chart, ...]:
    """In their order."""
    return tuple(block for block in document.blocks if isinstance(block, Chart))
