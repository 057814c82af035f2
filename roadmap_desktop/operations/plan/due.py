"""Dates and their wording: whichever is changed, the other follows, in one step of undo."""

from collections.abc import Sequence
from typing import Any

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.due import read_due, rewrite_due
from roadmap_desktop.model.due_dates import format_dates
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.plan.activities import set_fields
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def set_dates(file: RoadmapFile, plan: Plan, activity_id: str, periods: Sequence[Period]) -> ChangeSet | None:
    """Gives an activity its dates. The wording follows them; words that name no date stay as they are printed, and the
    dates are kept beside them."""
    wording = plan.by_id[activity_id].due_text
    return set_fields(file, plan, [activity_id], dated_values(wording, periods, plan.info.period))


def dated_values(due_text: str, periods: Sequence[Period], plan: Period) -> dict[str, Any]:
    """The fields of an activity with this wording once it is given these dates."""
    reading = read_due(due_text, plan)
    if due_text.strip() and not reading.periods:
        return {"due_text": due_text, "due_dates": format_dates(periods)}
    return {"due_text": rewrite_due(due_text, reading, periods, plan), "due_dates": ""}
