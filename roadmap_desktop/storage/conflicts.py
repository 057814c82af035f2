"""Fields that both sides changed, differently, since they parted."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap_desktop.model.base import record_class
from roadmap_desktop.model.change_set import Value
from roadmap_desktop.model.field import fields_of
from roadmap_desktop.storage.journal.state import Candidate, FieldState, same
from roadmap_desktop.storage.union import Union


class Unsettled(Exception):
    """A conflict was met in which nobody chose."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """``newest`` is the value that stands in the union as long as nobody chooses."""

    table: str
    record_id: str
    field: str
    past: Value
    mine: Candidate
    theirs: Candidate
    newest: Value


def find_conflicts(union: Union) -> Iterator[FieldConflict]:
    """The conflicts of a union. Keys of order are none: the newest place counts, nobody is asked."""
    for table, record_id in sorted(union.touched_by_mine & union.touched_by_theirs):
        if not union.state.exists((table, record_id)):
            continue
        changes = union.state.changes((table, record_id))
        for field in fields_of(record_class(table)):
            if field.hidden or len(changes.get(field.name, ())) < 2:
                continue
            state = union.state.field((table, record_id), field.name)
            if state is not None and len(state.candidates) > 1:
                yield from _conflict(union, table, record_id, field.name, state)


def _conflict(
    union: Union, table: str, record_id: str, field: str, state: FieldState
) -> Iterator[FieldConflict]:
    mine = _newest_of(state, union.own - union.brought)
    theirs = _newest_of(state, union.brought - union.own)
    if mine is not None and theirs is not None and not same(mine.value, theirs.value):
        yield FieldConflict(table, record_id, field, mine.past, mine, theirs, state.value)


def _newest_of(state: FieldState, change_sets: set[str]) -> Candidate | None:
    return next((one for one in state.candidates if one.change_set_id in change_sets), None)
