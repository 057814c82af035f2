"""How wide the columns of a register's table are: by what stands in them, within the room there is."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetrics

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.table.delegate import PAD
from roadmap_desktop.ui.table.header import HEADING_FONT_RATIO
from roadmap_desktop.ui.table.model import TableModel

# Columns are measured by as many rows, and as many letters of each.
_MEASURED_ROWS, _MEASURED_TEXT = 60, 160
# Beside a text, and around the word in the pill of a state.
_BESIDE, _PILL = 10, 22
_ARROW = 14
# Values that are not broken over lines.
_WHOLE = (
    FieldKind.DATE,
    FieldKind.HOURS,
    FieldKind.CHOICE,
    FieldKind.YEAR,
    FieldKind.NUMBER,
    FieldKind.DECIMAL,
    FieldKind.SHARE,
)

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


class MeasuredWidths:
    """The widths of a table's columns by what stands in them, but for those that the user made wider or narrower."""

    def __init__(self, model: TableModel, font: QFont) -> None:
        self._model, self._metrics = model, QFontMetrics(font)
        bold = theme.sized(HEADING_FONT_RATIO)
        bold.setBold(True)
        self._heading = QFontMetrics(bold)
        self._known: dict[str, Column] = {}
        self._listing = model.listing

    def __call__(self, columns: Sequence[Field], own: Mapping[str, int], room: int) -> list[int]:
        # By all records, not by those that a search leaves: it must not change the widths.
        if self._listing is not self._model.listing:
            self._listing = self._model.listing
            self._known.clear()
        for field in columns:
            if field.name not in self._known:
                self._known[field.name] = self._measured(field)
        widths = column_widths([self._known[field.name] for field in columns], room)
        return [own.get(field.name, width) for field, width in zip(columns, widths, strict=True)]

    def _measured(self, field: Field) -> Column:
        model, advance = self._model, self._metrics.horizontalAdvance
        texts = [model.cells.text(row, field)[:_MEASURED_TEXT] for row in model.listing.rows[:_MEASURED_ROWS]]
        pad = 2 * PAD + (_PILL if field.name in model.cells.states else _BESIDE)
        longest = max(map(advance, texts), default=0)
        word = max(map(advance, {piece for text in texts for piece in text.split()}), default=0)
        heading = model.cells.heading(field)
        # The arrow of sorting stands beside the label.
        around = 2 * PAD + _BESIDE + _ARROW
        head = max(map(self._heading.horizontalAdvance, heading.split())) + around
        least = longest if field.kind in _WHOLE else min(word, 200)
        whole = self._heading.horizontalAdvance(heading) + around
        return Column(field.kind, max(head, least + pad), max(longest + pad, whole))


def column_widths(columns: Sequence[Column], room: int) -> list[int]:
    """The widths, which fill the room where they can: what is left over goes to the texts, and what is missing is taken
    from them; where even that is not enough they are together wider than the room."""
    widths = [max(one.least, min(one.wanted, _MOST.get(one.kind, _ELSE))) for one in columns]
    yielding = [index for index, one in enumerate(columns) if one.kind in _YIELDING]
    spare = room - sum(widths)
    if spare < 0:
        # A heading is broken sooner than a text.
        steady = [index for index in range(len(columns)) if index not in yielding]
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
        able = [column for column in places if widths[column] > _floor(columns[column])]
        if not able:
            return missing
        most = max(widths[column] for column in able)
        widest = [column for column in able if widths[column] == most]
        level = max(
            [widths[column] for column in able if widths[column] < most]
            + [_floor(columns[column]) for column in widest]
        )
        step = max(1, min(missing // len(widest), most - level))
        for column in widest[:missing]:
            widths[column] -= step
            missing -= step
    return missing


def _grow(widths: list[int], columns: Sequence[Column], places: Sequence[int], spare: int) -> None:
    """Those whose text has no room yet first, then the widest."""
    for column in sorted(places, key=lambda column: columns[column].wanted - widths[column]):
        more = max(0, min(spare, columns[column].wanted - widths[column]))
        widths[column] += more
        spare -= more
    texts = [column for column in places if columns[column].kind is FieldKind.TEXT] or list(places)
    widths[max(texts, key=lambda column: widths[column])] += spare


def _floor(column: Column) -> int:
    return max(column.least, min(_LEAST.get(column.kind, 0), column.wanted))
