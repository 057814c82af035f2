"""How far the journal and the tables of a damaged file can be believed."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from roadmap_desktop.model.change_set import LOST_LABEL, OTHER_PART
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.readable_rows import UNREADABLE

# Of an index, which is made anew; or of a value, which is looked at apart.
_OF_AN_INDEX = ("missing from index", "entries in index", "entry in index")
_OF_A_VALUE = ("NULL value in",)
# Where in time a change set stands: its time and its key.
Position = tuple[str, str]
_EVER = ("~", "~")


@dataclass(slots=True)
class Evidence:
    """``whole_tables`` were read to their end, and what they do not hold they never held. ``damaged_until``: the newest
    change set of which something is lost, None where nothing is; ``lost_edits`` counts those that are known.
    ``deleted``: records whose deletion is their journal's last word."""

    whole_tables: frozenset[str]
    damaged_until: Position | None = None
    lost_edits: int = 0
    deleted: set[Key] = field(default_factory=set)
    _last: dict[tuple[str, str, str], Position] = field(default_factory=dict)
    _tables_of: dict[str, set[str]] = field(default_factory=dict)

    def is_certain(self, table: str, record_id: str, name: str = "") -> bool:
        """Whether the journal's last word about the record, or that field of it, is its last one indeed."""
        if self.damaged_until is None:
            return True
        last = max(self._last.get((table, record_id, part), ("", "")) for part in ("", name))
        return last > self.damaged_until

    def is_of_another_table(self, table: str, record_id: str) -> bool:
        """Whether the journal knows the key, but of another table: a page that got into the wrong place."""
        return table not in self._tables_of.get(record_id, {table})


@dataclass(slots=True)
class Lost:
    """What reading a journal has shown to be lost: ``changes``, the change sets with one that cannot be read; ``upon``,
    by change set, what it was written upon and is not there."""

    changes: set[str] = field(default_factory=set)
    upon: dict[str, set[str]] = field(default_factory=dict)


def evidence_of(
    connection: sqlite3.Connection,
    whole_tables: Iterable[str],
    *,
    is_journal_whole: bool = True,
    are_headings_whole: bool = True,
    may_have_gaps: bool = False,
    lost: Lost | None = None,
) -> Evidence:
    """Weighs the journal of a file. Where it ``may_have_gaps``, what else is lost shows by the numbers of the changes;
    otherwise a gap is what a copy of a part, or one without personal data, has left out. Raises sqlite3.Error."""
    evidence, lost = Evidence(frozenset(whole_tables)), lost or Lost()
    _note_last_words(connection, evidence)
    headings = {
        id_: (at, label) for id_, at, label in connection.execute("SELECT id, at, label FROM change_set")
    }
    without_heading = {id_ for id_, (_, label) in headings.items() if label == LOST_LABEL}
    broken = lost.changes & headings.keys()
    if may_have_gaps:
        broken |= _incomplete(connection, headings)
    positions = [(headings[id_][0], id_) for id_ in broken]
    # What a change set was written upon is older than it, and nothing more is known of it.
    positions += [(headings[id_][0], "") for id_, missing in lost.upon.items() if missing]
    evidence.lost_edits = len((broken | without_heading).union(*lost.upon.values()))
    if not is_journal_whole and not (are_headings_whole and positions):
        positions.append(_EVER)
    evidence.damaged_until = max(positions, default=None)
    return evidence


def is_whole(connection: sqlite3.Connection, table: str, *, with_indexes: bool = False) -> bool:
    """Whether every page of a table can be read, in its place; and whether its indexes know the same rows: a page as it
    was once does not show otherwise."""
    try:
        lines = [line for (line,) in connection.execute(f"PRAGMA integrity_check({table})") if line != "ok"]
        harmless = _OF_A_VALUE if with_indexes else (*_OF_A_VALUE, *_OF_AN_INDEX)
        return all(any(words in line for words in harmless) for line in lines)
    except UNREADABLE:
        return False


def _note_last_words(connection: sqlite3.Connection, evidence: Evidence) -> None:
    rows = connection.execute(
        "SELECT c.table_name, c.record_id, c.field, c.new IS NULL, s.at, s.id FROM change c"
        " JOIN change_set s ON s.id = c.change_set_id ORDER BY s.at, s.id, c.ordinal"
    )
    for table, record_id, name, is_gone, at, id_ in rows:
        evidence._last[table, record_id, name] = (at, id_)
        evidence._tables_of.setdefault(record_id, set()).add(table)
        if not name:
            (evidence.deleted.add if is_gone else evidence.deleted.discard)((table, record_id))


def _incomplete(connection: sqlite3.Connection, headings: Mapping[str, tuple[str, str]]) -> set[str]:
    """Change sets that lack changes. What is lost lies side by side in the file, so that the one before, in the order
    of keys, may have lost its last ones."""
    rows = connection.execute("SELECT change_set_id, ordinal FROM change ORDER BY change_set_id, ordinal")
    numbers = {id_: [row[1] for row in of_set] for id_, of_set in groupby(rows, itemgetter(0))}
    found, before = set[str](), ""
    for id_ in sorted(headings):
        has = numbers.get(id_, [])
        if not has and headings[id_][1] == OTHER_PART:
            continue
        if has != list(range(len(has))) or not has:
            found.add(id_)
        if (not has or has[0]) and before:
            found.add(before)
        before = id_
    return found
