"""What a revision fixes: the records as they were when it was approved, worked out from the journal.

A revision knows what the change set that made it knew. So two people's revisions both survive a merge, each with its
own past, and nothing has to be kept twice.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.change_set import Change
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.storage.journal.contents import FileContents, Headline
from roadmap_desktop.storage.journal.past import PastContents, PastState
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.union import record_changes, write_records

_REVISION = Revision.__tablename__
_ACTIVITY = Activity.__tablename__
_REVIVED = "SELECT table_name, record_id FROM revived"


class Approvals:
    """What stood in a file at its revisions. The connection must stay within one transaction meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Raises sqlite3.Error, as every method does."""
        self._connection = connection
        self._pasts: dict[str, PastContents] = {}
        self._revived: set[Key] = set(connection.execute(_REVIVED).fetchall())
        self.contents = FileContents(connection)

    def headline(self, revision_id: str) -> Headline:
        """The change set that made a revision; what brought it back after a deletion is another. Raises KeyError."""
        key = (_REVISION, revision_id)
        for row in self.contents.of_records([key])[key]:
            if row.is_created and not row.is_deleted:
                return self.contents.headlines[row.change_set_id]
        raise KeyError(revision_id)

    def past(self, revision_id: str) -> PastContents:
        """The journal as the revision knew it. Raises KeyError."""
        found = self._pasts.get(revision_id)
        if found is None:
            found = self._pasts[revision_id] = PastContents(self.contents, self.headline(revision_id).id)
        return found

    def touched(self, change_sets: Iterable[str]) -> set[Key]:
        """The records of the plan to which these change sets did something; revisions are no part of the plan."""
        change_sets = list(change_sets)
        self.contents.read_together(change_sets)
        found = {row.key for id_ in change_sets for row in self.contents.rows_of(id_)}
        # Between a merge and the next edit the journal says nothing of what came back.
        return {key for key in found | self._revived if key[0] != _REVISION}

    def changes_back(self, revision_id: str) -> list[Change]:
        """What must be done to the records of the plan for them to be as the revision has them. Raises KeyError."""
        past, keys = self.past(revision_id), sorted(self._touched_since(revision_id))
        return list(record_changes(self._connection, PastState(past, keys), keys))

    @contextmanager
    def as_approved(self, revision_id: str) -> Iterator[sqlite3.Connection]:
        """A private copy of the file, in memory, whose plan is as the revision has it. Raises KeyError."""
        with closing(sqlite3.connect("", isolation_level=None)) as private:
            self._connection.backup(private)
            private.execute("BEGIN")
            write_records(private, self.changes_back(revision_id))
            yield private

    def activity_count(self, revision_id: str) -> int:
        """How many activities the plan had then. Raises KeyError."""
        keys = {key for key in self._touched_since(revision_id) if key[0] == _ACTIVITY}
        then = PastState(self.past(revision_id), sorted(keys))
        return len(self._activities - keys) + sum(then.exists(key) for key in keys)

    def _touched_since(self, revision_id: str) -> set[Key]:
        return self.touched(self.contents.headlines.keys() - self.past(revision_id).headlines.keys())

    @cached_property
    def _activities(self) -> set[Key]:
        return {(_ACTIVITY, id_) for (id_,) in self._connection.execute(f"SELECT id FROM {_ACTIVITY}")}
