"""The state of records as a function of the journal alone: the same whichever file the change sets were read from, and
in whatever order files were united."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from roadmap_desktop.model.change_set import NOTHING, Value
from roadmap_desktop.model.references import references_of
from roadmap_desktop.storage.journal.contents import Contents
from roadmap_desktop.storage.journal.row import NO_VALUES, JournalRow, Key

Knows = Callable[[str, str], bool]


class FieldChange(NamedTuple):
    """What one change set made of a field."""

    change_set_id: str
    old: Value
    new: Value


class Candidate(NamedTuple):
    """A value that no later change set knew of. ``past`` is what the field was before those who set it went their own
    way."""

    change_set_id: str
    past: Value
    value: Value


class FieldState(NamedTuple):
    """The value of a field, and everything that it could be, newest first: more than one where several people changed
    it without knowing of each other."""

    value: Value
    candidates: tuple[Candidate, ...]


class State:
    """Which of some records exist, and their fields.

    A record exists while anything was done to it that no deletion of it knew. One that survives a deletion keeps what
    that deletion took along because it cannot be without it; and a record that an existing one points at, or could,
    exists as well.
    """

    def __init__(self, contents: Contents, keys: Iterable[Key] | None = None) -> None:
        """``keys``: the records to look at; None: all."""
        self._contents = contents
        self._knows = contents.ancestry.knows
        self._rows = contents.of_records(keys)
        self._keys = dict.fromkeys(self._rows)
        self._alive: dict[Key, bool] = {}
        self._changes: dict[Key, dict[str, list[FieldChange]]] = {}
        self.revived: set[Key] = set()
        self._keep_parts()
        self._keep_referred()

    @property
    def keys(self) -> list[Key]:
        """The records that were looked at, and those that came back because of them."""
        return [*self._keys, *sorted(self.revived - self._keys.keys())]

    def exists(self, key: Key) -> bool:
        """Whether the record is there; one that no change set speaks of is."""
        found = self._alive.get(key)
        if found is None:
            found = self._alive[key] = self._is_wanted(key, frozenset())
        return found

    def changes(self, key: Key) -> dict[str, list[FieldChange]]:
        """Everything that was done to each field of a record, oldest first."""
        found = self._changes.get(key)
        if found is None:
            found = self._changes[key] = changes_by_field(self.rows_of(key))
        return found

    def field(self, key: Key, name: str) -> FieldState | None:
        """The state of a field of a record that exists; None when the journal gives it no value."""
        changes = self.changes(key).get(name)
        return field_state(changes, self._knows) if changes else None

    def record(self, key: Key) -> dict[str, Value] | None:
        """The values of a record, or None when it does not exist."""
        if not self.exists(key):
            return None
        values: dict[str, Value] = {}
        for name, changes in self.changes(key).items():
            if len(changes) == 1 and changes[0].new is not NOTHING:
                values[name] = changes[0].new
            elif (state := field_state(changes, self._knows)) is not None:
                values[name] = state.value
        return values

    def rows_of(self, key: Key) -> list[JournalRow]:
        """The rows of a record, oldest first."""
        if key not in self._rows:
            self._rows |= self._contents.of_records([key])
        return self._rows[key]

    def _is_wanted(self, key: Key, void: frozenset[str]) -> bool:
        """Whether something was done to the record that no deletion of it knew, but for those that are void."""
        if key not in self._contents.ever_deleted:
            return True
        deletions = self._deletions(key) - void
        return any(
            not self._is_known(row.change_set_id, deletions)
            for row in self.rows_of(key)
            if not row.is_deleted
        )

    def _deletions(self, key: Key) -> set[str]:
        return {row.change_set_id for row in self.rows_of(key) if row.is_deleted}

    def _is_known(self, change_set_id: str, deletions: Iterable[str]) -> bool:
        return any(self._knows(deletion, change_set_id) for deletion in deletions)

    def _keep_parts(self) -> None:
        """Brings back what cannot be without a record that survived the deletion of both."""
        deleted = [key for key in self._keys if key in self._contents.ever_deleted]
        owners = [owner for key in deleted for owner in self._owners(key)]
        survivors = [
            (key, deletion)
            for key in dict.fromkeys([*deleted, *owners])
            if key in self._contents.ever_deleted and self.exists(key)
            for deletion in self._survived(key)
        ]
        void: dict[Key, set[str]] = {}
        for key, deletion in survivors:
            for part in _parts(key, self._contents.rows_of(deletion)):
                if deletion in void.setdefault(part, set()):
                    continue
                void[part].add(deletion)
                if not self.exists(part) and self._is_wanted(part, frozenset(void[part])):
                    self._revive(part)
                if self.exists(part):
                    survivors.append((part, deletion))

    def _owners(self, key: Key) -> Iterator[Key]:
        """Those without which the record could not be when it was deleted, and theirs."""
        needed = [reference for reference in references_of(key[0]) if reference.needed]
        for row in self.rows_of(key) if needed else ():
            if row.is_deleted:
                values = json.loads(row.old or NO_VALUES)
                for reference in needed:
                    owner = reference.target(values.get(reference.field))
                    if owner is not None:
                        yield owner
                        yield from self._owners(owner)

    def _survived(self, key: Key) -> list[str]:
        deletions = self._deletions(key)
        unknown = [
            row.change_set_id
            for row in self.rows_of(key)
            if not row.is_deleted and not self._is_known(row.change_set_id, deletions)
        ]
        return sorted(
            deletion for deletion in deletions if any(not self._knows(id_, deletion) for id_ in unknown)
        )

    def _keep_referred(self) -> None:
        if not self._contents.ever_deleted:
            return
        waiting = [key for key in self.keys if references_of(key[0]) and self.exists(key)]
        while waiting:
            for referred in self._referred(waiting.pop()):
                if referred in self._contents.ever_deleted and not self.exists(referred):
                    self._revive(referred)
                    waiting.append(referred)

    def _referred(self, key: Key) -> Iterator[Key]:
        """The records that any value at which the references of this one could stand points at."""
        for reference in references_of(key[0]):
            changes = self.changes(key).get(reference.field, [])
            if len(changes) == 1:
                values = [changes[0].new]
            else:
                state = field_state(changes, self._knows) if changes else None
                values = [candidate.value for candidate in state.candidates] if state else []
            yield from (target for value in values if (target := reference.target(value)) is not None)

    def _revive(self, key: Key) -> None:
        self._alive[key] = True
        self.revived.add(key)


def field_state(changes: list[FieldChange], knows: Knows) -> FieldState | None:
    """The state of a field of an existing record after these changes, oldest first; None when none gives it a value."""
    newest: list[FieldChange] = []
    for change in reversed(changes):
        if not any(knows(later.change_set_id, change.change_set_id) for later in newest):
            newest.append(change)
    standing = [change for change in newest if change.new is not NOTHING]
    if not standing:
        # Deleted wherever it was known: the record is there in spite of that, as it was before.
        living = [change for change in changes if change.new is not NOTHING]
        return field_state(living, knows) if living else None
    if len(standing) == 1:
        return FieldState(standing[0].new, (Candidate(standing[0].change_set_id, NOTHING, standing[0].new),))
    candidates = [_candidate(change, newest, changes, knows) for change in standing]
    # What someone changed and took back is no change: the other's value counts, whoever was later.
    effective = [one for one in candidates if not same(one.past, one.value)] or candidates
    return FieldState(effective[0].value, tuple(effective))


def _candidate(
    change: FieldChange, newest: list[FieldChange], changes: list[FieldChange], knows: Knows
) -> Candidate:
    others = [other.change_set_id for other in newest if other is not change]
    first = next(
        step
        for step in changes
        if knows(change.change_set_id, step.change_set_id)
        and not any(knows(other, step.change_set_id) for other in others)
    )
    return Candidate(change.change_set_id, first.old, change.new)


def same(one: Value, other: Value) -> bool:
    """Whether two values are one, as the journal sees it: 1 is not true."""
    return one is other or (type(one) is type(other) and one == other)


def changes_by_field(rows: list[JournalRow]) -> dict[str, list[FieldChange]]:
    """The rows of one record as changes of its fields, in their order."""
    found: dict[str, list[FieldChange]] = {}
    for change_set_id, _, _, _, field, old, new in rows:
        if field:
            change = FieldChange(change_set_id, json.loads(old or "null"), json.loads(new or "null"))
            found.setdefault(field, []).append(change)
        elif old is None or new is None:
            values: dict[str, Any] = json.loads(new or old or NO_VALUES)
            for name, value in values.items():
                ends = (NOTHING, value) if old is None else (value, NOTHING)
                found.setdefault(name, []).append(FieldChange(change_set_id, *ends))
    return found


def _parts(key: Key, rows: Iterable[JournalRow]) -> Iterator[Key]:
    """Those that a change set deletes because they cannot be without the record."""
    for row in rows:
        needed = [one for one in references_of(row.table) if one.needed] if row.is_deleted else []
        values = json.loads(row.old or NO_VALUES) if needed else {}
        if any(reference.target(values.get(reference.field)) == key for reference in needed):
            yield row.key
