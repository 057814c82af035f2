"""One of two files made separately: its records, what they are called there, and who wrote in it last."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property
from typing import Any

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.activity import Performer
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import NOTHING, Value
from roadmap_desktop.model.merging import Difference, DifferenceKind, RecordName
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Key, owner_key
from roadmap_desktop.operations.copies.content_joining import Clash
from roadmap_desktop.operations.copies.content_order import field_it_stands_in
from roadmap_desktop.operations.copies.differences import told
from roadmap_desktop.operations.registers.record_words import RecordWords
from roadmap_desktop.storage.content_names import content_fields
from roadmap_desktop.storage.content_union import ContentsToTake
from roadmap_desktop.storage.expected import Records
from roadmap_desktop.storage.journal.row import NO_VALUES
from roadmap_desktop.storage.revisions import Approvals
from roadmap_desktop.storage.union import FileJournal, all_records

_FILES = Attachment.__tablename__


class Side:
    """The file must stay open and as it is."""

    def __init__(self, journal: FileJournal, is_cancelled: Callable[[], bool]) -> None:
        """Raises UserError for a file whose tables do not hold what its journal says, Cancelled."""
        journal.check()
        self.connection = journal.connection
        self.records = all_records(journal.connection)
        self._journal = journal.contents
        known = {(table, id_): row for table, rows in self.records.items() for id_, row in rows.items()}
        self._words = RecordWords((journal.connection,), journal.contents, known)
        if is_cancelled():
            raise Cancelled

    def name(self, key: Key) -> RecordName:
        """What a record is called."""
        return self._words.name(key)

    def value(self, clash: Clash, value: Any) -> Value:
        """A value of this file in words."""
        if clash.listed:
            return ", ".join(filter(None, (self.name((clash.listed, one)).name for one in value)))
        return self._words.value(clash.key.table, clash.key.field, value)

    def told(self, keys: Iterable[Key]) -> tuple[Difference, ...]:
        """Records as such that only this file has. Who performs an activity and what is attached to a record is told
        with that, and where both files have that, as its field."""
        own = {key: self.records[key[0]][key[1]] for key in keys}
        performing = {link["performer_id"] for link in self.records["activity_performer"].values()}
        attached = [
            self._attached(str(row["owner"]), row) for (table, _), row in own.items() if table == _FILES
        ]
        came_of: dict[Key, dict[str, tuple[Value, Value]]] = {
            key: {name: (NOTHING, value) for name, value in row.items()}
            for key, row in own.items()
            if key[0] != _FILES and (key[0] != Performer.__tablename__ or key[1] not in performing)
        }
        records = (difference for _, difference in told(came_of, self._words))
        return (*records, *(one for one in attached if (one.record.table, one.record.id) not in own))

    def _attached(self, owner: str, row: dict[str, Value]) -> Difference:
        record = self.name(owner_key(owner))
        return Difference(
            DifferenceKind.CHANGED, record, "attachments", Attachment.caption, None, row["name"]
        )

    def as_approved(self, revision_id: str) -> Records:
        """All records as a revision fixes them."""
        # Not by a private copy: SQLite makes none of a file while an edit of it is under way.
        made = {table: dict(rows) for table, rows in self.records.items()}
        for change in Approvals(self.connection).changes_back(revision_id):
            rows = made[change.table]
            if change.new is NOTHING:
                rows.pop(change.record_id, None)
            else:
                rows[change.record_id] = {**rows.get(change.record_id, {}), change.field: change.new}
        return {table: dict(sorted(rows.items())) for table, rows in made.items()}

    def with_bytes(self, wanted: ContentsToTake, keys: Iterable[Key]) -> tuple[Difference, ...]:
        """Those of these records of which this file has the attached bytes that the other has lost."""
        return tuple(
            Difference(
                DifferenceKind.CHANGED,
                self.name(key),
                field,
                field_of(record_class(key[0]), field).label,
                None,
                "есть",
            )
            for key in keys
            if (field := content_fields().get(key[0]))
            and self.records[key[0]][key[1]][field] in wanted.hashes
        )

    def signed(self, clash: Clash, record_id: str) -> tuple[str, datetime]:
        """Who wrote last what stands here in that record, and when."""
        table, field = clash.key.table, clash.key.field
        places = ((table, record_id, field), (table, "", field), (table, record_id, ""))
        written = (self._last.get(place, "") for place in places)
        headline = self._journal.headlines[max(written, key=lambda id_: self._journal.places.get(id_, -1))]
        return headline.author, headline.made_at

    @cached_property
    def _last(self) -> dict[tuple[str, str, str], str]:
        """The change set that last wrote a field, or with an empty field a record; what is done to an entry of a
        list is done to the field that the list is."""
        found: dict[tuple[str, str, str], str] = {}
        places = self._journal.places
        for row in sorted(self._journal.found_rows(None), key=lambda row: places[row.change_set_id]):
            table, id_, name = row.subject
            found[row.subject] = row.change_set_id
            last = "" if name else row.new or row.old
            values = self.records[table].get(id_) or json.loads(last or NO_VALUES)
            if (listing := field_it_stands_in(table, name, values)) is not None:
                found[listing] = row.change_set_id
        return found
