"""What this PC remembers of merges, so that one is undone in one step.

A merge writes nothing of its own into the journal, else two people who merge the same copies would not get the same
file. So what it did to the records is kept beside the program's other data, for the place where the file stands.
"""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from roadmap_desktop.folders import merges_folder
from roadmap_desktop.model.change_set import ChangeSet, ChangeSetKind
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.storage.durable import put_over
from roadmap_desktop.storage.journal.newest import newest_change_set
from roadmap_desktop.storage.journal.row import JournalRow
from roadmap_desktop.storage.journal.times import parse_at
from roadmap_desktop.storage.journal.writer import rows_of
from roadmap_desktop.storage.placing import name_beside

if TYPE_CHECKING:
    from roadmap_desktop.storage.merging import Merged

_MOST = 10


class RememberedMerge(NamedTuple):
    """``point``: time and key of the newest change set right after the merge; ``brought``: the change sets that came
    with it; ``rows``: what it changed, as rows of the journal."""

    id: str
    label: str
    point: tuple[str, str]
    brought: tuple[str, ...]
    rows: tuple[JournalRow, ...]


def remembered_merges(path: Path) -> list[RememberedMerge]:
    """The merges made into the file at that place, oldest first; none where nothing readable is remembered."""
    place = _place(path)
    # Nearly no file was ever merged: those cost one look.
    if not place.is_file():
        return []
    with suppress(OSError, ValueError, TypeError, KeyError):
        kept = json.loads(place.read_text(encoding="utf-8"))
        if kept["path"] == str(path.absolute()):
            return [_merge(**merge) for merge in kept["merges"]]
    return []


def remember_merge(path: Path, merge: RememberedMerge) -> None:
    """Adds a merge to those remembered. Where it cannot be written, its edits are undone one by one instead."""
    merges = [
        {"id": one.id, "label": one.label, "point": one.point, "brought": one.brought, "rows": one.rows}
        for one in [*remembered_merges(path), merge][-_MOST:]
    ]
    place = _place(path)
    fresh = name_beside(place)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"path": str(path.absolute()), "merges": merges}, ensure_ascii=False)
        fresh.write_text(text, encoding="utf-8")
        put_over(fresh, place)


def remember_union(path: Path, connection: sqlite3.Connection, merged: "Merged", label: str) -> None:
    """Remembers what a merge did, while its transaction is still open. Raises sqlite3.Error."""
    newest = newest_change_set(connection)
    assert newest is not None
    made = ChangeSet(new_id(), parse_at(newest.at), "", label, ChangeSetKind.EDIT, None, merged.net)
    # The choices are a part of the merge: undone with it, not after it.
    gone = (*merged.brought, *([merged.chosen.id] if merged.chosen else []))
    remember_merge(path, RememberedMerge(made.id, label, (newest.at, newest.id), gone, tuple(rows_of(made))))


def _merge(**values: Any) -> RememberedMerge:
    rows = tuple(map(JournalRow._make, values.pop("rows")))
    return RememberedMerge(
        values["id"], values["label"], tuple(values["point"]), tuple(values["brought"]), rows
    )


def _place(path: Path) -> Path:
    return merges_folder() / f"{crc32(os.fsencode(path.absolute())):08x}.json"


def forget_missing(merges: Sequence[RememberedMerge], present: set[str]) -> list[RememberedMerge]:
    """Those merges whose change sets stand in the file: it may have been replaced by an older copy meanwhile."""
    return [merge for merge in merges if {merge.point[1], *merge.brought[:1]} <= present]
