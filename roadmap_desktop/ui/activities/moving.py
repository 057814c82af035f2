"""Where moved rows go, said in the plan's own terms: before which activity, or to the end of which section."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from roadmap_desktop.model.rows import ActivityRow, Plan


class Target(NamedTuple):
    """Before the activity ``before``; None: at the end of the section ``section_id``."""

    before: str | None
    section_id: str | None


def one_up(plan: Plan, listed: Sequence[ActivityRow], moved: Collection[str]) -> Target | None:
    """The place above the row that is listed above the moved ones; None when they are at the top already."""
    place = next((place for place, row in enumerate(listed) if row.id in moved), 0)
    if place == 0:
        return None
    above = listed[place - 1]
    if above.section_id != listed[place].section_id:
        return after(plan, above, moved)
    return Target(above.id, above.section_id)


def one_down(plan: Plan, listed: Sequence[ActivityRow], moved: Collection[str]) -> Target | None:
    """The place below the row that is listed below the moved ones; None when they are at the bottom already."""
    last = next(
        (index for index in reversed(range(len(listed))) if listed[index].id in moved), len(listed) - 1
    )
    if last + 1 >= len(listed):
        return None
    below = listed[last + 1]
    if below.section_id != listed[last].section_id:
        return Target(below.id, below.section_id)
    return after(plan, below, moved)


def into_gap(plan: Plan, listed: Sequence[ActivityRow], moved: Collection[str], gap: int) -> Target | None:
    """The gap above the listed row with that number; None when nothing would change its place."""
    following = next((row for row in listed[gap:] if row.id not in moved), None)
    if following is not None:
        target = Target(following.id, following.section_id)
    else:
        last = next((row for row in reversed(listed) if row.id not in moved), None)
        if last is None:
            return None
        target = after(plan, last, moved)
    return None if _stays(plan, moved, target) else target


def after(plan: Plan, row: ActivityRow, moved: Collection[str]) -> Target:
    """The place right below an activity: a filter may hide what follows it in the plan."""
    rows = plan.activities
    place = next(place for place, candidate in enumerate(rows) if candidate.id == row.id)
    following = next((candidate for candidate in rows[place + 1 :] if candidate.id not in moved), None)
    if following is None or following.section_id != row.section_id:
        return Target(None, row.section_id)
    return Target(following.id, row.section_id)


def _stays(plan: Plan, moved: Collection[str], target: Target) -> bool:
    """Whether the moved rows stand together at that very place already."""
    rows = plan.activities
    places = [index for index, row in enumerate(rows) if row.id in moved]
    if (
        not places
        or places[-1] - places[0] + 1 != len(places)
        or rows[places[0]].section_id != target.section_id
    ):
        return not places
    following = rows[places[-1] + 1] if places[-1] + 1 < len(rows) else None
    if target.before is None:
        return following is None or following.section_id != target.section_id
    return following is not None and following.id == target.before
