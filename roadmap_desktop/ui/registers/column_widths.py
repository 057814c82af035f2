"""How wide the columns of a register's table are: by what stands in them, within the room there is."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_desktop.model.field import FieldKind

# A column of such texts gives way where room is scarce and takes what is left of it.
_YIELDING = (FieldKind.TEXT, FieldKind.LINK, FieldKind.LINE, FieldKind.WORDS, FieldKind.DUE)
_MOST = {
    FieldKind.TEXT: 460,
    FieldKind.LINK: 260,
    FieldKind.LINE: 230,
    FieldKind.WORDS: 220,
    FieldKind.DUE: 190,
}
_ELSE = 230
# Below this the text itself becomes a column of syllables.
_LEAST = {
    FieldKind.TEXT: 124,
    FieldKind.LINK: 100,
    FieldKind.LINE: 84,
    FieldKind.WORDS: 96,
    FieldKind.DUE: 100,
}


class Column(NamedTuple):
    """``least``: its heading and its longest word; ``wanted``: its longest text in one line; in pixels."""

    kind: FieldKind
    least: int
    wanted: int


def column_widths(columns: Sequence[Column], room: int) -> list[int]:
    """The widths, which fill the room where they can: what is left over goes to the texts, and what is missing is taken
    from them; where even that is not enough they are together wider than the room."""
    widths = [max(one.least, min(one.wanted, _MOST.get(one.kind, _ELSE))) for one in columns]
    yielding = [place for place, one in enumerate(columns) if one.kind in _YIELDING]
    spare = room - sum(widths)
    if spare < 0:
        # A heading is broken sooner than a text.
        steady = [place for place in range(len(columns)) if place not in yielding]
        missing = _shrink(widths, columns, steady, -spare)
        _shrink(widths, columns, range(len(columns)), missing)
    elif yielding:
        _grow(widths, columns, yielding, spare)
    elif widths:
        widths[-1] += spare
    return widths


def _shrink(widths: list[int], columns: Sequence[Column], places: Sequence[int], missing: int) -> int:
    """The widest give first, those equally wide alike, down to their least; answers what is missing still."""
    while missing > 0:
        able = [place for place in places if widths[place] > _floor(columns[place])]
        if not able:
            return missing
        most = max(widths[place] for place in able)
        widest = [place for place in able if widths[place] == most]
        level = max(
            [widths[place] for place in able if widths[place] < most]
            + [_floor(columns[place]) for place in widest]
        )
        step = max(1, min(missing // len(widest), most - level))
        for place in widest[:missing]:
            widths[place] -= step
            missing -= step
    return missing


def _grow(widths: list[int], columns: Sequence[Column], places: Sequence[int], spare: int) -> None:
    """Those whose text has no room yet first, then the widest."""
    for place in sorted(places, key=lambda place: columns[place].wanted - widths[place]):
        more = max(0, min(spare, columns[place].wanted - widths[place]))
        widths[place] += more
        spare -= more
    texts = [place for place in places if columns[place].kind is FieldKind.TEXT] or list(places)
    widths[max(texts, key=lambda place: widths[place])] += spare


def _floor(column: Column) -> int:
    return max(column.least, min(_LEAST.get(column.kind, 0), column.wanted))
