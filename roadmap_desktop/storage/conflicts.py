"""Fields that both sides changed, differently, since they parted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from roadmap_desktop.model.change_set import Value
from roadmap_desktop.model.records import record_class
from roadmap_desktop.storage.journal.contents import Contents, Headline
from roadmap_desktop.storage.journal.state import Candidate, FieldState, same
from roadmap_desktop.storage.journal.times import is_ahead, parse_at
from roadmap_desktop.storage.union import Union


class Unsettled(Exception):
    """A conflict was met in which nobody chose."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field with what it was before, and what each side made of it."""

    table: str
    record_id: str
    field: str
    past: Value
    mine: Candidate
    theirs: Candidate


def find_conflicts(union: Union) -> Iterator[FieldConflict]:
    """The conflicts of a union. Keys of order are none: the newest place counts, nobody is asked."""
    for table, record_id in sorted(union.touched_by_mine & union.touched_by_theirs):
        if not union.state.exists((table, record_id)):
            continue
        changes = union.state.changes((table, record_id))
        for field in record_class(table).fields:
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
        yield FieldConflict(table, record_id, field, mine.past, mine, theirs)


def newest_of(contents: Contents, candidates: Iterable[Candidate], now: datetime) -> Candidate:
    """The value that was set last, by the clocks of those who set them; one that is dated ahead of ``now`` is never
    newer than another that is not. What stands in the union as long as nobody chooses goes by order, which a wrong
    clock may have pushed."""

    def newness(candidate: Candidate) -> tuple[bool, datetime, str]:
        headline = contents.headlines[candidate.change_set_id]
        return not is_dated_ahead(contents, headline, now), headline.made_at, headline.id

    return max(candidates, key=newness)


def is_dated_ahead(contents: Contents, headline: Headline, now: datetime) -> bool:
    """Whether the clock with which a change set was made was fast: it is dated in the future, and not because it had
    to stand behind another that is."""
    if is_ahead(headline.made_at, now):
        return True
    known = [contents.headlines[id_] for id_ in headline.after.split() if id_ in contents.headlines]
    return is_ahead(parse_at(headline.at), now) and not any(is_ahead(parse_at(one.at), now) for one in known)


def _newest_of(state: FieldState, change_sets: set[str]) -> Candidate | None:
    return next((one for one in state.candidates if one.change_set_id in change_sets), None)
