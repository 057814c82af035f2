"""Which change set undo and redo would answer next, read backwards from the journal's end: it is kept nowhere else, so
it survives closing the file, and only the tail of the journal is looked at."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from roadmap_desktop.model.change_set import ChangeSetKind
from roadmap_desktop.storage.merge_memory import RememberedMerge, forget_missing

# A copy of a part of the plan has headings of which it holds no change: there is nothing to undo in them.
_HEADINGS = f"""
    SELECT id, at, label, kind, target FROM change_set
    WHERE kind <> '{ChangeSetKind.EDIT.value}' OR EXISTS (SELECT 1 FROM change WHERE change_set_id = change_set.id)
    ORDER BY at DESC, id DESC
"""


class Step(NamedTuple):
    """A change set, or a merge, that undo or redo would answer."""

    id: str
    label: str
    merge: RememberedMerge | None = None


class Steps(NamedTuple):
    """What undo and redo would do now; None where there is nothing to do."""

    undo: Step | None
    redo: Step | None


def next_steps(connection: sqlite3.Connection, merges: Sequence[RememberedMerge] = ()) -> Steps:
    """What undo and redo would do. An edit is undone when the newest undo or redo that answers it is an undo: after a
    merge those of two people stand among each other. A merge that is remembered is one step."""
    if merges:
        named = json.dumps([id_ for merge in merges for id_ in (merge.point[1], *merge.brought[:1])])
        found = connection.execute(
            "SELECT id FROM change_set WHERE id IN (SELECT value FROM json_each(?))", (named,)
        )
        merges = forget_missing(merges, {id_ for (id_,) in found})
    headings = connection.execute(_HEADINGS)
    walk = _Walk(merges)
    undo = walk.to_the_first_not_undone(_Heading(*row) for row in headings)
    headings.close()
    return Steps(undo, walk.redo(connection))


class _Heading(NamedTuple):
    id: str
    at: str
    label: str
    kind: str
    target: str | None


class _Walk:
    """From the newest change set back to the first edit that is not undone."""

    def __init__(self, merges: Sequence[RememberedMerge]) -> None:
        self._merges = {merge.id: merge for merge in merges}
        self._waiting = sorted(merges, key=lambda merge: merge.point)
        self._answers: dict[str | None, str] = {}
        self._gone: set[str] = set()
        self._edited_since = False
        self._redo: str | None = None

    def to_the_first_not_undone(self, headings: Iterable[_Heading]) -> Step | None:
        for heading in headings:
            while self._waiting and self._waiting[-1].point >= (heading.at, heading.id):
                merge = self._waiting.pop()
                # One that changed no record, both having done the same, has nothing to undo.
                if merge.rows and not self._is_undone(merge.id):
                    return Step(merge.id, merge.label, merge)
                self._gone.update(merge.brought)
            if heading.kind == ChangeSetKind.CREATION:
                break
            if heading.id in self._gone:
                # It came with a merge that is undone.
                continue
            if heading.kind != ChangeSetKind.EDIT:
                self._note_answer(heading)
            elif not self._is_undone(heading.id):
                return Step(heading.id, heading.label)
        return None

    def redo(self, connection: sqlite3.Connection) -> Step | None:
        """The step undone last and not redone, among those undone since the newest edit."""
        if self._redo is None:
            return None
        if self._redo in self._merges:
            merge = self._merges[self._redo]
            return Step(merge.id, merge.label, merge)
        found = connection.execute("SELECT label FROM change_set WHERE id = ?", (self._redo,)).fetchone()
        return None if found is None else Step(self._redo, found[0])

    def _note_answer(self, heading: _Heading) -> None:
        if heading.target in self._answers:
            return
        self._answers[heading.target] = heading.kind
        if heading.kind == ChangeSetKind.UNDO and not self._edited_since and self._redo is None:
            self._redo = heading.target

    def _is_undone(self, id_: str) -> bool:
        self._edited_since = True
        return self._answers.get(id_) == ChangeSetKind.UNDO
