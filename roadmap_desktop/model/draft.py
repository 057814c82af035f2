"""An activity that is not in the plan yet: from a sample, a pasted table or a form."""

from dataclasses import dataclass
from datetime import date

from roadmap_desktop.model.activity import State


@dataclass(frozen=True, slots=True)
class ActivityDraft:
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
