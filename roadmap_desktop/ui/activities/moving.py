"""Where moved rows go, said in the plan's own terms: before which activity, or to the end of which section.

Rows are listed beneath the captions of their sections, or all together; what is folded away is not listed."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.ui.table.captions import Caption

Listed = Sequence[ActivityRow | Caption]


class Target(NamedTuple):
    """Before the activity ``before``; None: at the end of the section ``section_id``."""

    before: str | None
    section_id: str | None


def one_up(plan: Plan, listed: Listed, moved: Collection[str]) -> Target | None:
    """The place above the row that is listed above the moved ones, over the caption between them to the end of the
    section above; None when they are at the top already."""
    index = next((index for index, row in enumerate(listed) if row.id in moved), 0)
    above = listed[index - 1] if index else None
    is_first = isinstance(above, Caption)
    if is_first:
        above = listed[index - 2] if index > 1 else None
    if above is None:
        return None
    if isinstance(above, Caption):
        return Target(None, above.key or None)
    row = listed[index]
    if is_first or (not isinstance(row, Caption) and above.section_id != row.section_id):
        return after(plan, above, moved)
    return Target(above.id, above.section_id)


def one_down(plan: Plan, listed: Listed, moved: Collection[str]) -> Target | None:
    """The place below the row that is listed below the moved ones, or below the caption that is; None when they are at
    the bottom already."""
    last = next(
        (index for index in reversed(range(len(listed))) if listed[index].id in moved), len(listed) - 1
    )
    if last + 1 >= len(listed):
        return None
    below, row = listed[last + 1], listed[last]
    if isinstance(below, Caption):
        return _beginning(plan, below, moved)
    if not isinstance(row, Caption) and below.section_id != row.section_id:
        return Target(below.id, below.section_id)
    return after(plan, below, moved)


def into_gap(plan: Plan, listed: Listed, moved: Collection[str], gap: int) -> Target | None:
    """The gap above the listed row with that number, above a caption the end of the section above it; None when nothing
    would change its place."""
    following = next((row for row in listed[gap:] if row.id not in moved), None)
    if following is not None and not isinstance(following, Caption):
        target = Target(following.id, following.section_id)
    else:
        above = next((row for row in reversed(listed[:gap]) if row.id not in moved), None)
        if above is None:
            return None
        if not isinstance(above, Caption):
            target = after(plan, above, moved)
        else:
            target = Target(None, above.key or None) if above.is_folded else _beginning(plan, above, moved)
    return None if _stays(plan, moved, target) else target


def after(plan: Plan, row: ActivityRow, moved: Collection[str]) -> Target:
    """The place right below an activity: a filter may hide what follows it in the plan."""
    rows = plan.activities
    index = next(index for index, candidate in enumerate(rows) if candidate.id == row.id)
    following = next((candidate for candidate in rows[index + 1 :] if candidate.id not in moved), None)
    if following is None or following.section_id != row.section_id:
        return Target(None, row.section_id)
    return Target(following.id, row.section_id)


def _beginning(plan: Plan, caption: Caption, moved: Collection[str]) -> Target:
    """The place right below the caption of a section."""
    section = caption.key or None
    first = next((row for row in plan.activities if row.section_id == section and row.id not in moved), None)
    return Target(first.id if first else None, section)


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
