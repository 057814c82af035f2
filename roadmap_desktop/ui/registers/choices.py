"""What links can point at, for editors."""

from collections.abc import Mapping
from typing import Any

from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers import record_listing
from roadmap_desktop.ui.document import RoadmapDocument


def link_choices(
    document: RoadmapDocument, register: Register, field: str, values: Mapping[str, Any]
) -> list[tuple[str, str]]:
    """The records that a link of a record with these values can point at: key and name."""
    nothing: list[tuple[str, str]] = []
    return document.query(lambda file: record_listing.choices_of(file, register, field, values), nothing)
