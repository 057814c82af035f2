"""Where a row goes among the others: fractional keys for a place in a section."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.ordering import keys_between
from roadmap_desktop.storage.rows import select

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


def positions_at(
    edit: "Edit",
    section_id: str | None,
    *,
    count: int,
    after: str | None = None,
    before: str | None = None,
    without: Collection[str] = (),
) -> list[str]:
    """``count`` ascending order keys for the place after or before a given activity of the section (neither: at its
    end), as if the activities ``without`` were not there.

    Two copies of a file can give two rows one key; rows that share a key at that very place are spread anew.
    """
    rows = select(
        edit.connection, Activity, ("id", "position"), {"section_id": section_id}, order=("position", "id")
    )
    others = [(id_, position) for id_, position in rows if id_ not in without]
    ids = [id_ for id_, _ in others]
    index = ids.index(before) if before in ids else ids.index(after) + 1 if after in ids else len(ids)
    low = others[index - 1][1] if index > 0 else None
    tied = [id_ for id_, position in others[index:] if position == low]
    high = others[index + len(tied)][1] if index + len(tied) < len(others) else None
    keys = keys_between(low, high, count + len(tied))
    for id_, key in zip(tied, keys[count:], strict=True):
        tied_row = edit.get(Activity, id_)
        if tied_row is not None:
            tied_row.position = key
    return keys[:count]
