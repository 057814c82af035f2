"""What links can point at, for editors."""

from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers import record_listing
from roadmap_desktop.ui.document import RoadmapDocument


def link_choices(document: RoadmapDocument, register: Register, field: str) -> list[tuple[str, str]]:
    """The records that a link can point at: key and name."""
    nothing: list[tuple[str, str]] = []
    return document.query(lambda file: record_listing.choices_of(file, register, field), nothing)
