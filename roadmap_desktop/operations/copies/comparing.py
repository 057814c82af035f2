"""Comparing two files without merging them."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from roadmap_desktop import clock
from roadmap_desktop.model.merging import Comparison
from roadmap_desktop.storage.merging import reading, unions_of


def compare(
    a: Path, b: Path, is_cancelled: Callable[[], bool] = lambda: False, now: datetime | None = None
) -> Comparison:
    """How two files differ now, and what each side changed since they parted. Files without a common past are compared
    by content. Both are only read, from any thread. Raises UserError for a file that cannot be read, Cancelled."""
    from roadmap_desktop.operations.copies import content
    from roadmap_desktop.operations.copies.differences import changes_of_side, differences_of
    from roadmap_desktop.operations.copies.merge_preview import dated_ahead
    from roadmap_desktop.operations.registers.record_words import RecordWords

    with ExitStack() as stack:
        one, other = (stack.enter_context(reading(path)) for path in (a, b))
        first, second = one.connection, other.connection
        (union,) = unions_of(one, [other], is_cancelled)
        if union.has_common_past:
            words = RecordWords((first, second), union.whole)
            keys = sorted(union.touched | union.touched_by_rewriting)
            differences = differences_of(keys, first, second, words)
            return Comparison(
                not (differences or union.rewritten),
                True,
                differences,
                changes_of_side(union.whole, union.own - other.contents.headlines.keys(), words),
                changes_of_side(union.whole, union.brought - one.contents.headlines.keys(), words),
                len(union.rewritten),
                dated_ahead(union.whole, union.brought | union.own, now or clock.now()),
            )
    return content.compare(a, b, is_cancelled)
