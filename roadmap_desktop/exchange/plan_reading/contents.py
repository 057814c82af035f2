"""What the columns of a table without a heading hold, by what is written in them."""

from collections.abc import Sequence
from dataclasses import replace

from roadmap_desktop.exchange.documents.source_document import Table
from roadmap_desktop.exchange.plan_reading.cell_words import line_of
from roadmap_desktop.exchange.plan_reading.heading_words import DUE, NAME, NUMBER, PERFORMERS, RESULT, STATE
from roadmap_desktop.exchange.plan_reading.headings import Heading
from roadmap_desktop.exchange.plan_reading.performer_words import starts_performer
from roadmap_desktop.exchange.plan_reading.row_words import NUMBER_WORDS, reads_as_due
from roadmap_desktop.exchange.plan_reading.state_words import state_of
from roadmap_desktop.model.activity import State

_LOOKED_AT = 60
_MOST = 0.5
_SHORTEST_NAME = 12


def heading_by_contents(table: Table) -> Heading | None:
    """The columns of a table without heading rows; None where it cannot be a plan: nothing in it is a due."""
    columns = [_texts(table, column) for column in range(table.width)]
    rest = [column for column, texts in enumerate(columns) if texts and column not in table.hidden_columns]
    fields = [""] * table.width
    due = _best(rest, [_share(texts, reads_as_due) for texts in columns])
    if due is None or len(rest) < 2:
        return None
    fields[due] = DUE
    rest.remove(due)
    if rest and rest[0] < due and _share(columns[rest[0]], NUMBER_WORDS.fullmatch) >= _MOST:
        fields[rest.pop(0)] = NUMBER
    performers = _best(
        rest, [_share(texts, starts_performer) for texts in columns], after=rest[0] if rest else 0
    )
    if performers is not None:
        fields[performers] = PERFORMERS
        rest.remove(performers)
    name = next((column for column in rest if _length(columns[column]) >= _SHORTEST_NAME), None)
    if name is None:
        return None
    fields[name] = NAME
    for column in (one for one in rest if one != name):
        if STATE not in fields and _share(columns[column], _is_state) >= _MOST:
            fields[column] = STATE
        elif RESULT not in fields and _length(columns[column]) >= _SHORTEST_NAME / 2:
            fields[column] = RESULT
    return Heading(tuple(fields), ("",) * table.width)


def with_untitled_numbers(heading: Heading, table: Table) -> Heading:
    """The heading, its first column known for numbers where only they tell so."""
    if NUMBER in heading.fields or heading.fields[:1] != ("",) or heading.titles[0]:
        return heading
    if _share(_texts(table, 0, heading.last + 1), NUMBER_WORDS.fullmatch) < _MOST:
        return heading
    return replace(heading, fields=(NUMBER, *heading.fields[1:]))


def _texts(table: Table, column: int, start: int = 0) -> list[str]:
    cells = dict.fromkeys(row[column] for row in table.rows[start : start + _LOOKED_AT])
    return [line_of(cell.text) for cell in cells if not cell.is_empty and cell.columns == 1]


def _best(columns: Sequence[int], shares: Sequence[float], after: int = -1) -> int | None:
    """The column with the greatest share, if it is most of it."""
    best = max((one for one in columns if one > after), key=lambda one: shares[one], default=None)
    return best if best is not None and shares[best] >= _MOST else None


def _share(texts: Sequence[str], fits: object) -> float:
    return sum(bool(fits(text)) for text in texts) / len(texts) if texts and callable(fits) else 0.0


def _length(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / len(texts) if texts else 0.0


def _is_state(text: str) -> bool:
    state, more = state_of(text)
    return state is not State.PLANNED or not more
