"""By what the rows of the plan stand beneath captions besides what they are filtered by: its sections."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.plan_parts import NO_SECTION
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.ui.table.grouping import Grouping

SECTIONS = "section_id"
OUTSIDE = ""  # the key of the caption above what stands in no section


def by_sections(listing: Callable[[], Listing]) -> Grouping:
    """The sections as they stand in the plan, those without activities among them; where it has none, no captions."""

    def names() -> dict[str, str]:
        plan = listing()
        return {section.id: section.name for section in plan.sections} if isinstance(plan, Plan) else {}

    def keys_of(rows: Iterable[ActivityRow]) -> list[str]:
        named = names()
        return [id_ if (id_ := row.section_id) in named else OUTSIDE for row in rows]

    def titles(keys: Sequence[str]) -> Mapping[str, str]:
        named = names()
        # Outside sections rows stand first, as in the plan.
        return {OUTSIDE: NO_SECTION if named else ""} | named if OUTSIDE in keys else named

    return Grouping(SECTIONS, "Раздел", keys_of, titles, is_own=True, shows_empty=True)
