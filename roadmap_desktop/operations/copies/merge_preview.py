"""A merge told before anything is written: what each side changed, conflicts, what stays in spite of a deletion."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.merging import (
    Ahead,
    Conflict,
    ConflictKey,
    MergePreview,
    Prefer,
    RecordName,
    Revived,
    SameName,
)
from roadmap_desktop.model.records import record_class
from roadmap_desktop.operations.copies.differences import changes_of_side
from roadmap_desktop.operations.registers.record_words import RecordWords, is_link, is_part, name_field
from roadmap_desktop.storage.conflicts import FieldConflict, find_conflicts, is_dated_ahead, newest_of
from roadmap_desktop.storage.content_union import ContentsToTake
from roadmap_desktop.storage.journal.contents import Contents, Headline
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.journal.times import parse_at
from roadmap_desktop.storage.union import Union


class PreviewBuilder:
    """Tells what unions mean; the files stay open meanwhile."""

    def __init__(
        self, connections: Sequence[sqlite3.Connection], unions: Sequence[Union], now: datetime
    ) -> None:
        """``now`` is what the clock of who reads it says."""
        self._now = now
        self._unions = unions
        self._connections = connections
        self._whole = unions[-1].whole
        self._words = RecordWords(connections, self._whole)

    def preview(self) -> MergePreview:
        """Everything that is to be known before the merge."""
        mine = self._unions[0].mine.headlines.keys()
        own = {id_ for union in self._unions for id_ in union.own if id_ not in union.theirs.headlines}
        conflicts = [
            self._conflict(index, conflict)
            for index, union in enumerate(self._unions)
            for conflict in find_conflicts(union)
        ]
        conflicts.sort(key=lambda conflict: (conflict.key.file, *_place(conflict.record), conflict.label))
        fuller = self._are_fuller()
        return MergePreview(
            identical=not fuller and self._are_identical(),
            common_past=True,
            mine=changes_of_side(self._whole, own & mine, self._words),
            theirs=changes_of_side(self._whole, self._whole.headlines.keys() - mine, self._words),
            conflicts=tuple(conflicts),
            revived=tuple(revived for union in self._unions for revived in self._revived(union)),
            same_names=tuple(self._same_names()),
            rewritten=sum(len(union.rewritten) for union in self._unions),
            ahead=dated_ahead(self._whole, self._whole.headlines.keys() - mine, self._now),
            fuller=fuller,
        )

    def _are_identical(self) -> bool:
        if not all(union.is_empty for union in self._unions):
            return False
        mine, *theirs = self._connections
        return not any(ContentsToTake(copy, [mine]) for copy in theirs)

    def _are_fuller(self) -> bool:
        mine, *theirs = self._connections
        return bool(ContentsToTake(mine, theirs)) or any(
            not union.brought.isdisjoint(union.mine.headlines) for union in self._unions
        )

    def _conflict(self, index: int, conflict: FieldConflict) -> Conflict:
        key, field = (conflict.table, conflict.record_id), conflict.field
        mine, theirs = (self._headline(one.change_set_id) for one in (conflict.mine, conflict.theirs))
        newest = newest_of(self._whole, (conflict.mine, conflict.theirs), self._now)
        past, ours, other = (
            self._words.value(conflict.table, field, value)
            for value in (conflict.past, conflict.mine.value, conflict.theirs.value)
        )
        return Conflict(
            ConflictKey(index, *key, field),
            self._words.name(key),
            field_of(record_class(conflict.table), field).label,
            past,
            ours,
            other,
            newest=Prefer.MINE if newest is conflict.mine else Prefer.THEIRS,
            mine_author=mine.author,
            mine_at=mine.made_at,
            theirs_author=theirs.author,
            theirs_at=theirs.made_at,
        )

    def _headline(self, id_: str) -> Headline:
        return self._whole.headlines[id_]

    def _revived(self, union: Union) -> Iterator[Revived]:
        deleted = union.whole.ever_deleted
        for key in union.state.keys:
            if key not in deleted or is_link(key[0]) or not union.state.exists(key):
                continue
            deletion = self._standing_deletion(union, key)
            if deletion is not None:
                yield Revived(
                    self._words.name(key), deletion.id in union.own, deletion.author, deletion.made_at
                )

    def _standing_deletion(self, union: Union, key: Key) -> Headline | None:
        """The newest deletion that only one side knows and that nobody took back."""
        knows = union.whole.ancestry.knows
        rows = union.state.rows_of(key)
        back = [row.change_set_id for row in rows if row.is_created]
        for row in reversed(rows):
            one_sided = row.change_set_id in union.own or row.change_set_id in union.brought
            if row.is_deleted and one_sided and not any(knows(id_, row.change_set_id) for id_ in back):
                return union.whole.headlines[row.change_set_id]
        return None

    def _same_names(self) -> Iterator[SameName]:
        """Records with one name that both sides made."""
        mine = self._unions[0].mine.headlines.keys()
        made: dict[tuple[str, str], list[tuple[Key, bool]]] = {}
        for union in self._unions:
            for id_ in (union.own | union.brought) & union.whole.headlines.keys():
                for row in union.whole.rows_of(id_):
                    key = row.key
                    can_be_joined = name_field(row.table) is not None and not is_part(row.table)
                    if row.is_created and can_be_joined and union.state.exists(key):
                        name = one_line(self._words.name(key).name.casefold().replace("ё", "е"))
                        made.setdefault((key[0], name), []).append((key, id_ in mine))
        for alike in made.values():
            keys = sorted({key for key, _ in alike})
            if len(keys) > 1 and len({by_mine for _, by_mine in alike}) > 1:
                yield SameName(tuple(self._words.name(key) for key in keys))


def dated_ahead(contents: Contents, ids: Iterable[str], now: datetime) -> Ahead | None:
    """Which of these change sets a fast clock has dated in the future; None for none."""
    found = [headline for id_ in ids if is_dated_ahead(contents, headline := contents.headlines[id_], now)]
    return Ahead(len(found), max(parse_at(headline.at).year for headline in found)) if found else None


def _place(record: RecordName) -> tuple[str, tuple[int, ...], str, str]:
    number = tuple(int(part) for part in (record.number or "").split(".") if part.isdigit())
    return record.table, number, record.name, record.id
