"""History, undo and redo."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import Change, ChangeSet, ChangeSetKind
from roadmap_desktop.storage.journal import reader
from roadmap_desktop.storage.merge_memory import remembered_merges
from roadmap_desktop.storage.reversal import apply_changes
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.undo_steps import Step, Steps, next_steps

# Records; undoing fewer takes less than a tenth of a second.
_LARGE = 200


class UndoState(NamedTuple):
    """The Russian labels of what undo and redo would do now; None where there is nothing to do."""

    undo: str | None
    redo: str | None


def undo_state(file: RoadmapFile) -> UndoState:
    """What undo and redo would do now, also right after opening."""
    with file.read() as connection:
        steps = _steps(file, connection)
    return UndoState(*(step.label if step else None for step in (steps.undo, steps.redo)))


def next_step_is_large(file: RoadmapFile, *, redo: bool) -> bool:
    """Whether undo (or redo) would touch so many records that it should not be waited for."""
    with file.read() as connection:
        steps = _steps(file, connection)
        step = steps.redo if redo else steps.undo
        if step is None:
            return False
        return (len(step.merge.rows) if step.merge else reader.change_count(connection, step.id)) > _LARGE


def undo(file: RoadmapFile) -> ChangeSet:
    """Reverses the newest edit that is not undone. Raises UserError when there is none."""
    return _step(file, ChangeSetKind.UNDO)


def redo(file: RoadmapFile) -> ChangeSet:
    """Does again what was undone last. Raises UserError when there is nothing."""
    return _step(file, ChangeSetKind.REDO)


def file_history(file: RoadmapFile, limit: int | None = None) -> list[ChangeSet]:
    """The file's change sets, newest first."""
    with file.read() as connection:
        return reader.file_history(connection, limit)


def record_history(file: RoadmapFile, record_ids: Iterable[str], limit: int | None = None) -> list[ChangeSet]:
    """The change sets that touched these records, newest first."""
    with file.read() as connection:
        return reader.record_history(connection, record_ids, limit)


def _step(file: RoadmapFile, kind: ChangeSetKind) -> ChangeSet:
    undoing = kind is ChangeSetKind.UNDO
    while True:
        with file.read() as connection:
            steps = _steps(file, connection)
            step = steps.undo if undoing else steps.redo
            if step is None:
                raise UserError("Отменять нечего." if undoing else "Повторять нечего.")
            changes = _changes(connection, step)
        label = f"{'Отменено' if undoing else 'Повторено'}: {step.label}"
        with refusing_what_cannot_be_applied(), file.edit(label, kind, step.id) as edit:
            apply_changes(edit, changes, backwards=undoing)
        # After a merge the other's later edit may have left nothing of it; then the one before is meant.
        if edit.change_set is not None and edit.change_set.changes:
            return edit.change_set


@contextmanager
def refusing_what_cannot_be_applied() -> Iterator[None]:
    """While changes of the journal are applied: a value that no field of ours can hold was written there by another
    program, and is told, not shown as a bug. Raises UserError."""
    try:
        yield
    except (LookupError, ValueError, TypeError, ArithmeticError, sqlite3.IntegrityError) as error:
        raise UserError(
            "Эту правку нельзя ни отменить, ни повторить: запись о ней в истории испорчена.",
            NOTHING_CHANGED,
            "Проверьте файл: «Файл → Проверить файл…».",
        ) from error


def _steps(file: RoadmapFile, connection: sqlite3.Connection) -> Steps:
    return next_steps(connection, remembered_merges(file.path))


def _changes(connection: sqlite3.Connection, step: Step) -> tuple[Change, ...]:
    if step.merge is None:
        return reader.change_set(connection, step.id).changes
    return tuple(change for row in step.merge.rows for change in reader.changes_of(*row[2:]))
