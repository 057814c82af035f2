"""Repairs a damaged file: from its own journal, else from a backup, else from what can be read of it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.storage.check import IsCancelled, Progress, find_faults
from roadmap_desktop.storage.connection import connect, write_transaction
from roadmap_desktop.storage.content_faults import lost_names, mend_contents
from roadmap_desktop.storage.differences import lenient_text, record_tables
from roadmap_desktop.storage.durable import copy_bytes, remove, sync_file
from roadmap_desktop.storage.evidence import Lost, evidence_of, is_whole
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.journal_repair import repair_journal
from roadmap_desktop.storage.lock import refuse_where_held
from roadmap_desktop.storage.placing import name_beside
from roadmap_desktop.storage.reconciling import Doubtful, reconcile
from roadmap_desktop.storage.replacing import Target, replacing
from roadmap_desktop.storage.salvage import Salvaged, readable_edits, salvage
from roadmap_desktop.storage.tables import CHANGE

NewestGood = Callable[[], Path | None]


class Way(StrEnum):
    """How a file was repaired."""

    JOURNAL = "journal"
    BACKUP = "backup"
    SALVAGE = "salvage"


@dataclass(frozen=True, slots=True)
class Repair:
    """``kept`` is the damaged original; ``backup`` the file that took its place, where one did; ``lost``: the names of
    attached files whose contents are lost; ``doubts``: what had to be decided without knowing for certain;
    ``lost_edits``: how many edits are known to have lost their details or, with a backup, to be missing;
    ``is_certain``: the whole history was there, so that nothing else is lost."""

    way: Way
    kept: Path
    backup: Path | None = None
    lost: tuple[str, ...] = ()
    doubts: tuple[Doubtful, ...] = ()
    lost_edits: int = 0
    is_certain: bool = True


def repair_file(
    path: Path,
    newest_good: NewestGood,
    now: datetime,
    progress: Progress = lambda _step: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Repair:
    """Puts a sound file in the place of a damaged one, which is kept beside under another name.

    Raises UserError when a window edits the file, nothing helps or the disk refuses, Cancelled when told to
    stop; the file is then as it was.
    """
    path = path.resolve()
    refuse_where_held(path)
    beside = name_beside(path)
    with known_failures(path), replacing(path) as target:
        try:
            way, backup, made = _make_sound(path, beside, cache(newest_good), progress, is_cancelled)
            lost = lost_names(beside)
            if is_cancelled():
                raise Cancelled
            kept = _exchange(target, beside, now)
            return Repair(way, kept, backup, lost, made.doubts, made.lost_edits, made.is_journal_whole)
        finally:
            remove(beside)


def _make_sound(
    path: Path, beside: Path, newest_good: NewestGood, progress: Progress, is_cancelled: IsCancelled
) -> tuple[Way, Path | None, Salvaged]:
    progress("Исправляется по истории")
    made = _repaired(path, beside, newest_good, is_cancelled)
    if made is not None:
        return Way.JOURNAL, None, made
    remove(beside)
    progress("Проверяется последняя резервная копия")
    backup = newest_good()
    missing = len(_edits_missing_in(backup, path)) if backup is not None else 0
    if backup is not None and not missing and _taken(backup, beside, is_cancelled):
        return Way.BACKUP, backup, Salvaged((), 0, is_journal_whole=True)
    remove(beside)
    progress("Спасается то, что читается")
    salvaged = salvage(path, beside)
    if salvaged is not None and find_faults(beside, is_cancelled=is_cancelled):
        salvaged = None
    # A whole journal knows more than a backup of yesterday, a damaged one less.
    if backup is not None and not (salvaged is not None and salvaged.is_journal_whole):
        remove(beside)
        if _taken(backup, beside, is_cancelled):
            return Way.BACKUP, backup, Salvaged((), missing, is_journal_whole=True)
    if salvaged is not None:
        return Way.SALVAGE, None, salvaged
    raise UserError(
        f"Файл «{path.name}» повреждён так, что прочитать из него ничего нельзя.",
        "Он оставлен как есть.",
        "Откройте копию, которую вы отдавали коллегам.",
    )


def _edits_missing_in(backup: Path, path: Path) -> set[str]:
    """The edits that can be read in a damaged file and are not in its backup."""
    try:
        with closing(connect(backup)) as connection:
            known = {id_ for (id_,) in connection.execute("SELECT id FROM change_set")}
    except sqlite3.Error:
        return set()
    return readable_edits(path) - known


def _repaired(
    path: Path, beside: Path, newest_good: NewestGood, is_cancelled: IsCancelled
) -> Salvaged | None:
    copy_bytes(path, beside)
    try:
        with closing(connect(beside)) as connection:
            may_have_gaps = not is_whole(connection, CHANGE.name, with_indexes=True)
            connection.execute("REINDEX")
            with write_transaction(connection, beside):
                made = _mend(connection, may_have_gaps)
        mend_contents(beside, newest_good, is_cancelled)
        return None if find_faults(beside, is_cancelled=is_cancelled) else made
    except (sqlite3.Error, UserError, ValueError, LookupError):
        return None


def _mend(connection: sqlite3.Connection, may_have_gaps: bool) -> Salvaged:
    connection.text_factory = lenient_text
    lost = Lost(repair_journal(connection))
    evidence = evidence_of(connection, record_tables(), may_have_gaps=may_have_gaps, lost=lost)
    return Salvaged(
        reconcile(connection, evidence), evidence.lost_edits, is_journal_whole=evidence.damaged_until is None
    )


def _taken(backup: Path, beside: Path, is_cancelled: IsCancelled) -> bool:
    try:
        copy_bytes(backup, beside)
        return not find_faults(beside, is_cancelled=is_cancelled)
    except (OSError, UserError):
        return False


def _exchange(target: Target, beside: Path, now: datetime) -> Path:
    """Keeps the damaged file under its new name, then puts the sound one in its place."""
    path = target.path
    # A disk that refuses the sound one must be known before the damaged one is copied.
    sync_file(beside)
    kept = _free_name(path, now)
    copy_bytes(path, kept)
    # What is left of an interrupted edit belongs to the damaged file; SQLite would play it into the sound one.
    torn = path.with_name(path.name + "-journal")
    if torn.exists():
        torn.replace(kept.with_name(kept.name + "-journal"))
    target.put(beside)
    return kept


def _free_name(path: Path, now: datetime) -> Path:
    """«План (повреждён 2026-11-23 14-20).roadmap», with a number where that is taken."""
    stem = f"{path.stem} (повреждён {now:%Y-%m-%d %H-%M}"
    name, number = path.with_name(f"{stem}){path.suffix}"), 2
    while name.exists():
        name, number = path.with_name(f"{stem}, {number}){path.suffix}"), number + 1
    return name
