"""An activity that is not in the plan yet: from a sample, a pasted table or a form."""

from typing import TYPE_CHECKING

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.plain_rows import draft_type

if TYPE_CHECKING:
    from roadmap_desktop.model.plain_rows import NamedRow

    class _Draft(NamedRow, Activity):
        pass

else:
    # Its place is where it is added.
    _Draft = draft_type(Activity, without=("section_id", "position"))


class ActivityDraft(_Draft):
    """The fields of an activity to be added, with what a new one holds; ``performers`` are names in their order."""
