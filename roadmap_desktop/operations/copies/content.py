"""Files without a common past, made separately: compared and joined by what stands in them, in every table."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from roadmap_desktop import clock
from roadmap_desktop.model.merging import (
    Choices,
    Comparison,
    Conflict,
    Difference,
    DifferenceKind,
    MergePreview,
    MergeResult,
    Prefer,
    RecordName,
)
from roadmap_desktop.model.references import Key
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.operations.copies.content_joining import Clash, Joining
from roadmap_desktop.operations.copies.content_side import Side
from roadmap_desktop.operations.copies.differences import sort_key
from roadmap_desktop.operations.copies.similar_names import similar
from roadmap_desktop.storage.attachments import Content, put
from roadmap_desktop.storage.conflicts import Unsettled
from roadmap_desktop.storage.content_names import attached_contents
from roadmap_desktop.storage.content_union import ContentsToTake
from roadmap_desktop.storage.journal.times import is_ahead
from roadmap_desktop.storage.merging import reading
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.union import FileJournal, write_records

IsCancelled = Callable[[], bool]
_REVISION = Revision.__tablename__


def preview(mine: Path, theirs: Path, is_cancelled: IsCancelled = lambda: False) -> MergePreview:
    """What each file has that the other has not, and what both have otherwise. Raises UserError, Cancelled."""
    with reading(mine) as one, reading(theirs) as other:
        return _Content(one, other, is_cancelled).preview()


def compare(one: Path, other: Path, is_cancelled: IsCancelled = lambda: False) -> Comparison:
    """The same as differences between the first file and the second. Raises UserError, Cancelled."""
    told = preview(one, other, is_cancelled)
    removed = (
        replace(difference, kind=DifferenceKind.REMOVED)
        if difference.kind is DifferenceKind.ADDED
        else replace(difference, old=difference.new, new=difference.old)
        for difference in told.mine
    )
    changed = (
        Difference(
            DifferenceKind.CHANGED, clash.record, clash.key.field, clash.label, clash.mine, clash.theirs
        )
        for clash in told.conflicts
    )
    left = (Difference(DifferenceKind.ADDED, record, "", "", None, None) for record in told.left)
    differences = (*changed, *removed, *told.theirs, *left)
    return Comparison(told.identical, False, differences, told.mine, told.theirs)


def merge(
    path: Path,
    theirs: Path,
    choices: Choices,
    prefer: Prefer | None,
    label: str,
    before: Callable[[], None],
    *,
    now: datetime | None = None,
    is_cancelled: IsCancelled = lambda: False,
) -> MergeResult:
    """Adds to a file what the other has more, and sets the fields where its values are chosen, as one edit; ``before``
    is called when nothing is written yet. Raises UserError, Cancelled; the file is then as it was. Conflicts must be
    settled: raises Unsettled otherwise."""
    clock = None if now is None else lambda: now
    with (
        reading(theirs) as source,
        RoadmapFile(path, now=clock, is_cancelled=is_cancelled) as file,
        file.edit(label) as edit,
    ):
        content = _Content(FileJournal.read(edit.connection, path), source, is_cancelled)
        taken = list(content.taken(choices, prefer))
        left, changes = content.left, content.joining.changes(taken)
        before()
        write_records(edit.connection, changes)
        edit.session.collector.record(changes)
        contents = content.take_contents(is_cancelled)
        if contents and not changes:
            # Bytes that mine had lost are no change of a record.
            edit.commit()
    records = len({change[:2] for change in edit.change_set.changes}) if edit.change_set else 0
    return MergeResult(bool(records or contents), records, len(taken), left=left)


class _Content:
    """Two open files, one of them mine."""

    def __init__(self, mine: FileJournal, theirs: FileJournal, is_cancelled: IsCancelled) -> None:
        """Raises UserError for a file whose tables do not hold what its journal says, Cancelled."""
        self._mine, self._theirs = Side(mine, is_cancelled), Side(theirs, is_cancelled)
        self.joining = Joining(self._mine.records, self._theirs.records)
        self._contents = ContentsToTake(mine.connection, [theirs.connection], attached_contents)
        self._lost_there = ContentsToTake(theirs.connection, [mine.connection], attached_contents)

    def preview(self) -> MergePreview:
        """Everything that is to be known before the merge."""
        joining = self.joining
        own = self._mine.told([*joining.only_mine, *self._revisions[0]])
        own += self._mine.with_bytes(self._lost_there, joining.both)
        added = self._theirs.told(map(joining.origin, joining.only_theirs))
        added += self._theirs.with_bytes(self._contents, map(joining.origin, joining.both))
        conflicts = tuple(
            sorted(map(self._conflict, joining.clashes), key=lambda conflict: sort_key(conflict.record))
        )
        return MergePreview(
            not (own or added or conflicts or self.left),
            False,
            own,
            added,
            conflicts,
            same_names=tuple(
                similar(
                    map(self._mine.name, joining.only_mine),
                    map(self._theirs.name, map(joining.origin, joining.only_theirs)),
                )
            ),
            left=self.left,
        )

    def taken(self, choices: Choices, prefer: Prefer | None) -> Iterator[Clash]:
        """Those of the clashes in which theirs is taken. Raises Unsettled."""
        for clash in self.joining.clashes:
            pick = choices.get(clash.key, prefer)
            if pick is None:
                raise Unsettled
            if (self._conflict(clash).newest if pick is Prefer.NEWEST else pick) is Prefer.THEIRS:
                yield clash

    def take_contents(self, is_cancelled: IsCancelled) -> int:
        """Takes over what files hold that were attached; what the other has lost is noted as lost. Raises Cancelled."""
        number = self._contents.take(is_cancelled)
        named = attached_contents(self._mine.connection) & attached_contents(self._theirs.connection)
        for sha256 in sorted(named):
            put(self._mine.connection, Content(sha256, 0, False, None))
        return number

    @cached_property
    def left(self) -> tuple[RecordName, ...]:
        """The revisions that do not come along: what they fix stands in a history that does not."""
        return tuple(map(self._theirs.name, self._revisions[1]))

    @cached_property
    def _revisions(self) -> tuple[list[Key], list[Key]]:
        """The revisions of mine and of theirs that the other file has not: one of the same name, order and day in which
        the plan stands otherwise is another one."""
        mine, theirs = (side.records[_REVISION] for side in (self._mine, self._theirs))
        own, other = list(mine), []
        for id_, row in theirs.items():
            same = next((one for one in own if mine[one] == row and self._fixes_the_same(one, id_)), None)
            if same is None:
                other.append((_REVISION, id_))
            else:
                own.remove(same)
        return [(_REVISION, id_) for id_ in own], other

    def _fixes_the_same(self, own: str, other: str) -> bool:
        return not Joining(self._mine.as_approved(own), self._theirs.as_approved(other)).differs

    def _conflict(self, clash: Clash) -> Conflict:
        table, record_id = clash.key[1:3]
        mine = self._mine.signed(clash, record_id)
        theirs = self._theirs.signed(clash, self.joining.origin((table, record_id))[1])
        return Conflict(
            clash.key,
            self._mine.name((table, record_id)),
            clash.label,
            None,
            self._mine.value(clash, clash.mine),
            self._theirs.value(clash, clash.theirs),
            Prefer.THEIRS if _recency(theirs[1]) > _recency(mine[1]) else Prefer.MINE,
            *mine,
            *theirs,
        )


def _recency(at: datetime) -> tuple[bool, datetime]:
    """By which the newer of two is found: a time that no clock can have shown yet is never it."""
    return not is_ahead(at, clock.now()), at
