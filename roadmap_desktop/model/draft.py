"""An activity that is not in the plan yet: from a sample, a pasted table or a form."""

from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.activity import State


class ActivityDraft(NamedTuple):
    """The fields of an activity to be added; ``performers`` are names in their order."""

    name: str
    due_text: str = ""
    performers: tuple[str, ...] = ()
    expected_result: str = ""
    state: State = State.PLANNED
    actual_result: str = ""
    completed_on: date | None = None
    note: str = ""
    due_dates: str = ""
