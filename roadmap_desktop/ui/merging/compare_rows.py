"""Two files side by side as rows: record by record, what each has in a field and who wrote it there."""

from collections.abc import Iterable

from roadmap_desktop.model.merging import Comparison, Difference, DifferenceKind
from roadmap_desktop.model.search import folded, words
from roadmap_desktop.ui.merging.rows import NONE_THERE, Cell, Row, RowKind, by_record, signed, top, valued

_Notes = dict[tuple[str, str, str], str]


def compare_rows(told: Comparison) -> list[Row]:
    """Every difference, in the order of the plan."""
    notes = _notes(told.a), _notes(told.b)
    return list(by_record(told.differences, lambda one: _difference(one, notes)))


def with_words(records: Iterable[Row], text: str) -> Row:
    """Of these records those whose names hold every word of the text. Rows stand in one tree at a time: in the one
    made last."""
    wanted = words(text)
    root = top()
    root.add(row for row in records if _holds(row, wanted))
    return root


def _holds(row: Row, wanted: tuple[str, ...]) -> bool:
    name = folded(row.cells[0].text)
    return all(word in name for word in wanted)


def _notes(changes: Iterable[Difference]) -> _Notes:
    return {
        (one.record.table, one.record.id, one.field): signed(one.author, one.at)
        for one in changes
        if one.author or one.at
    }


def _difference(one: Difference, notes: tuple[_Notes, _Notes]) -> Row:
    key = (one.record.table, one.record.id, one.field)
    mine, theirs = (side.get(key, "") for side in notes)
    if one.kind is DifferenceKind.CHANGED:
        cells = (
            valued(one.record.table, one.field, one.old, mine),
            valued(one.record.table, one.field, one.new, theirs),
        )
    else:
        there, gone = ("есть", NONE_THERE)
        is_added = one.kind is DifferenceKind.ADDED
        cells = (Cell(gone if is_added else there, mine), Cell(there if is_added else gone, theirs))
    return Row(RowKind.FIELD, (Cell(one.label or "Вся запись"), *cells), one.record)
