"""Merges copies into a file, in one transaction of it; the copies are only read."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.change_set import Change, ChangeSet
from roadmap_desktop.storage.author import current_author
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.journal.writer import Heading, write_change_set
from roadmap_desktop.storage.schema import SCHEMA_VERSION, check_header, check_integrity, check_schema
from roadmap_desktop.storage.union import FileJournal, Union, write_records, write_union


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the change sets it brought, what became of the records, and the change set of the choices."""

    brought: frozenset[str]
    changes: tuple[Change, ...]
    chosen: ChangeSet | None


# The changes by which the user's choices differ from the union; it may raise, and nothing is written then.
Choose = Callable[[Sequence[Union]], Sequence[Change]]
Remember = Callable[[sqlite3.Connection, Merged], None]


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a checked file, for reading one and the same state of it. A file of an older version is read
    through an upgraded copy, and stays as it is. Raises KnownError."""
    with known_failures(path), ExitStack() as stack:
        place = path
        if check_header(path).user_version != SCHEMA_VERSION:
            from roadmap_desktop.storage.upgrade import copy_upgraded

            folder = stack.enter_context(tempfile.TemporaryDirectory())
            place = Path(folder) / "upgraded.roadmap"
            copy_upgraded(path, place)
        connection = stack.enter_context(closing(connect(place)))
        check_schema(connection, path)
        check_integrity(connection, path)
        connection.execute("BEGIN")
        yield connection


def read_journal(path: Path) -> FileJournal:
    """The journal of a file that is only read. Raises KnownError."""
    with reading(path) as connection:
        return FileJournal.read(connection)


def unions_of(
    mine: FileJournal, theirs: Iterable[FileJournal], is_cancelled: Callable[[], bool] = lambda: False
) -> list[Union]:
    """The copies united with mine one after another. Raises Cancelled."""
    found: list[Union] = []
    for journal in theirs:
        found.append(Union(found[-1].journal() if found else mine, journal))
        if is_cancelled():
            raise Cancelled
    return found


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

    Raises KnownError, Cancelled, or what ``choose`` raises; the file is then as it was.
    """
    with known_failures(path), closing(connect(path)) as connection:
        check_schema(connection, path)
        connection.execute("BEGIN IMMEDIATE")
        unions = unions_of(FileJournal.read(connection), theirs, is_cancelled)
        choices = choose(unions)
        brought = frozenset().union(*(union.brought for union in unions))
        if not brought:
            return Merged(brought, (), None)
        changes = [change for union in unions for change in write_union(connection, union)]
        chosen = _write_choices(connection, choices, label, now) if choices else None
        merged = Merged(brought, (*changes, *choices), chosen)
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
    return write_change_set(connection, heading, now or datetime.now(UTC), tuple(choices))


def beside(path: Path) -> Path:
    """A name next to the file for what is not finished yet."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")
