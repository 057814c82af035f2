"""Merges copies into a file, in one transaction of it; the copies are only read."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roadmap_desktop import clock
from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.change_set import Change, ChangeSet
from roadmap_desktop.storage.author import current_author
from roadmap_desktop.storage.connection import connect, read_transaction
from roadmap_desktop.storage.content_names import lacking_contents
from roadmap_desktop.storage.content_union import ContentsToTake
from roadmap_desktop.storage.continuity import Continuity
from roadmap_desktop.storage.copying import made_beside
from roadmap_desktop.storage.durable import remove
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.journal.state import same
from roadmap_desktop.storage.journal.writer import Heading, write_change_set
from roadmap_desktop.storage.known_files import known_file
from roadmap_desktop.storage.lock import refuse_where_held
from roadmap_desktop.storage.merge_checks import check_copy, check_result, check_union, refusing_nonsense
from roadmap_desktop.storage.placing import name_beside
from roadmap_desktop.storage.replacing import Target, replacing
from roadmap_desktop.storage.roadmap_file import check_made
from roadmap_desktop.storage.schema import (
    SCHEMA_VERSION,
    check_header,
    check_integrity,
    check_schema,
    refusing_what_is_spoiled,
)
from roadmap_desktop.storage.signature import Signature, signature
from roadmap_desktop.storage.unfinished import temporary_folder
from roadmap_desktop.storage.union import FileJournal, Union, Writing, write_records
from roadmap_desktop.storage.upgrade import Keep, copy_upgraded


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the change sets it brought, what became of the records, and the change set of the choices."""

    brought: frozenset[str]
    changes: tuple[Change, ...]
    chosen: ChangeSet | None
    contents: int = 0  # How many contents of attached files the copies gave.
    rewritten: int = 0  # How many change sets the copies tell otherwise; mine stayed.

    @property
    def net(self) -> tuple[Change, ...]:
        """What became of the records in the end: a change that the choices took back is none."""
        at_last: dict[tuple[str, str, str], Change] = {}
        for change in self.changes:
            key = (change.table, change.record_id, change.field)
            first = at_last.get(key)
            at_last[key] = change if first is None else first._replace(new=change.new)
        return tuple(change for change in at_last.values() if not same(change.old, change.new))


# The changes by which the user's choices differ from the union; it may raise, and nothing is written then.
Choose = Callable[[Sequence[Union]], Sequence[Change]]
# Copies that were judged beside a file, and what all of them looked like then.
_judged: dict[tuple[Path, ...], list[Signature]] = {}
Remember = Callable[[sqlite3.Connection, Merged], None]


@contextmanager
def readable(path: Path) -> Iterator[Path]:
    """A checked file of the present version to read from: the file itself, or, for one of an older version, a copy that
    was upgraded; the file stays as it is. Raises UserError."""
    with known_failures(path), ExitStack() as stack:
        opened = path
        if check_header(path).user_version != SCHEMA_VERSION:
            folder = stack.enter_context(temporary_folder())
            opened = folder / "upgraded.roadmap"
            copy_upgraded(path, opened)
        _check_pages(opened, path)
        yield opened


def _check_pages(opened: Path, path: Path) -> None:
    """Whether its tables hold what its journal says is asked later, of the records that it concerns. What was whole is
    not looked at again while nobody writes to it."""
    known = known_file(opened)
    if not known.is_whole:
        with (
            refusing_what_is_spoiled(path),
            closing(connect(opened)) as connection,
            read_transaction(connection),
        ):
            check_schema(connection, path)
            check_integrity(connection, path)
        known.is_whole = True


@contextmanager
def reading(path: Path) -> Iterator[FileJournal]:
    """The journal of a ``readable`` file, for reading one and the same state of it. Raises UserError."""
    with readable(path) as place, closing(connect(place)) as connection, read_transaction(connection):
        yield FileJournal.read(connection, path, known_file(place))


def unions_of(
    mine: FileJournal, theirs: Iterable[FileJournal], is_cancelled: Callable[[], bool] = lambda: False
) -> list[Union]:
    """The copies united with mine one after another. Raises UserError for a file whose tables do not hold what its
    journal says, and for a copy whose journal this program cannot have written; Cancelled."""
    found: list[Union] = []
    touched: set[Key] = set()
    paths = [mine.path]
    for journal in theirs:
        paths.append(journal.path)
        looks = [signature(path) for path in paths]
        with refusing_nonsense(journal.path):
            before = found[-1].journal() if found else mine
            is_judged = _judged.get(tuple(paths)) == looks
            if not is_judged:
                check_copy(before.contents, journal)
            union = Union(before, journal)
            touched |= union.touched | union.touched_by_rewriting
            if not is_judged:
                check_union(union, mine.connection, journal, touched)
            _check_agreement(journal, union.touched_by_theirs | union.touched_by_rewriting)
        if not found:
            _check_agreement(mine, union.touched_by_mine)
        found.append(union)
        _judged[tuple(paths)] = looks
        if is_cancelled():
            raise Cancelled
    return found


def _check_agreement(journal: FileJournal, keys: set[Key]) -> None:
    """Whether a file's tables hold what its journal says of these records; as ``_check_pages``, once."""
    known = known_file(journal.path)
    if not keys <= known.agreeing:
        journal.check(keys)
        known.agreeing |= keys


def merge_into(
    path: Path,
    theirs: Sequence[FileJournal],
    choose: Choose,
    label: str,
    *,
    remember: Remember = lambda _connection, _merged: None,
    now: datetime | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Merged:
    """Unites the file with those journals, and writes what was chosen as one edit with that label, all in one
    transaction. ``remember`` is called before it is committed. Where nothing is new, nothing is written.

    Raises UserError, Cancelled, or what ``choose`` raises; the file is then as it was.
    """
    continuity = Continuity(path)
    with known_failures(path), closing(continuity.connect(connect)) as connection:
        check_schema(connection, path)
        connection.execute("BEGIN IMMEDIATE")
        continuity.check_place()
        unions = unions_of(FileJournal.read(connection, path, known_file(path)), theirs, is_cancelled)
        choices = choose(unions)
        rewritten = sum(len(union.rewritten) for union in unions)
        contents = ContentsToTake(connection, [journal.connection for journal in theirs])
        if not contents and not any(union.brought for union in unions):
            return Merged(frozenset(), (), None, rewritten=rewritten)
        lacked = lacking_contents(connection)
        with refusing_nonsense(theirs[-1].path):
            writing = Writing(connection, unions)
            writing.write()
        chosen = _write_choices(connection, choices, label, now) if choices else None
        merged = Merged(
            writing.brought, (*writing.changes, *choices), chosen, contents.take(is_cancelled), rewritten
        )
        check_result(
            connection, writing.touched | {(choice.table, choice.record_id) for choice in choices}, lacked
        )
        if writing.brought:
            remember(connection, merged)
        if is_cancelled():
            raise Cancelled
        connection.execute("COMMIT")
    return merged


def _write_choices(
    connection: sqlite3.Connection, choices: Sequence[Change], label: str, now: datetime | None
) -> ChangeSet:
    write_records(connection, choices)
    heading = Heading(label, current_author())
    return write_change_set(connection, heading, now or clock.now(), tuple(choices))


@contextmanager
def new_copy(source: Path, target: Path) -> Iterator[Path]:
    """A copy of a file, still beside the name it is to have; it gets that name, checked, when the block ends well.

    Raises UserError, also for a name that is taken; nothing is left behind then.
    """
    with made_beside(target) as beside:
        with readable(source) as place:
            _write_copy(place, beside)
        yield beside


def give_back(result: Path, path: Path, signature: Signature, keep: Keep | None) -> bool:
    """Replaces a copy by the result of merging it, unless they are equal already; answers whether it did. Raises
    UserError when a window edits the copy, it changed since it had that signature, or cannot be written; it is then as
    it was."""
    path = path.resolve()
    beside = name_beside(path)
    refuse_where_held(path)
    with known_failures(path):
        is_present = check_header(path).user_version == SCHEMA_VERSION
        if is_present:
            with reading(path) as theirs, reading(result) as ours:
                if not (_has_more(ours, theirs) or Union(theirs, ours).rewritten):
                    return False
        try:
            _write_copy(result, beside)
            check_made(beside)
            if keep is not None:
                keep(path)
            with replacing(path) as target:
                if _has_changed(target, beside) if is_present else file_signature(path) != signature:
                    raise UserError(
                        f"Файл «{path.name}» изменился, пока его объединяли, и не заменён: он такой, каким его "
                        "оставили.",
                        "В вашем файле объединение записано.",
                        "Объедините их ещё раз.",
                    )
                target.put(beside)
        finally:
            remove(beside)
    return True


def _has_more(one: FileJournal, other: FileJournal) -> bool:
    """Whether the one holds anything that the other does not."""
    return bool(Union(other, one).brought or ContentsToTake(other.connection, [one.connection]))


def _has_changed(target: Target, made: Path) -> bool:
    """Whether the file holds anything that the merged one does not: it was written to after it was merged."""
    if target.connection is None:
        return True
    with reading(made) as ours:
        return _has_more(FileJournal.read(target.connection, target.path), ours)


def _write_copy(source: Path, target: Path) -> None:
    with closing(connect(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def is_present_version(path: Path) -> bool:
    """Whether the file needs no upgrade. Raises UserError for what is no roadmap file."""
    with known_failures(path):
        return check_header(path).user_version == SCHEMA_VERSION


def file_signature(path: Path) -> Signature:
    """By which it is seen later whether the file was written meanwhile. Raises UserError."""
    with known_failures(path):
        return signature(path)
