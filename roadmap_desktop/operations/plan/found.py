"""A source and what was understood of it, as plain rows to be shown beside one another."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from roadmap_desktop.errors import UserError
from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.source_document import SourceDocument, Table
from roadmap_desktop.exchange.plan_reading.reading import CellPlace, PlanReading
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.imported import HIDDEN, Found, FoundRow, Grid, Place, Span
from roadmap_desktop.operations.plan.sources import Source, understand

_NOTE = ""
# Of the time that a document takes, about that much is spent with its format.
_OF_READING = 0.5
_LABELS = {
    "number": "№",
    "name": "Мероприятие",
    "due_text": "Срок",
    "performers": "Исполнители",
    "expected_result": "Результат",
    "state": "Состояние",
    "note": "Примечание",
    "section": "Раздел",
}
CHOICES: Final[Mapping[str, str]] = {
    **_LABELS,
    "start": "Начало срока",
    "end": "Окончание срока",
    _NOTE: "В примечание",
    HIDDEN: "Не брать",
}
"""What a column of a document may hold, in the order in which it is offered."""

_ALL_LABELS: Final[Mapping[str, str]] = {**CHOICES, "mark": "Срок (х)"}
# What is shown of every reading; other fields where a row says something of them.
_ALWAYS = ("name", "due_text")


class Looked(NamedTuple):
    """A source, how it is shown, and what was understood; where nothing was, ``refusal`` says so."""

    source: Source
    shown: "Shown"
    reading: PlanReading | None
    found: Found
    refusal: str = ""


def look_into(open_it: Callable[[Allowance], Source], allowance: Allowance) -> Looked:
    """Opens a source and looks at it; what either may take is one allowance, and its progress one."""
    allowance.begin_stage(0, _OF_READING)
    source = open_it(allowance)
    allowance.begin_stage(_OF_READING, 1)
    return look(source, allowance=allowance)


def look(
    source: Source,
    columns: Mapping[int, str] | None = None,
    shown: "Shown | None" = None,
    allowance: Allowance | None = None,
) -> Looked:
    """What is understood of a source when its columns hold what ``columns`` says. A table in which no plan is found can
    still be told what its columns hold. Raises UserError where there is not even one, Cancelled."""
    shown = shown or Shown(source.document)
    try:
        reading = understand(source, columns, allowance)
    except UserError as error:
        if not source.document.tables:
            raise
        told = {column: (columns or {}).get(column, "") for column in range(shown.grid.width)}
        return Looked(source, shown, None, nothing_found(told), error.hint)
    return Looked(source, shown, reading, shown.found(reading))


def nothing_found(fields: Mapping[int, str]) -> Found:
    """A document in which there is nothing as long as its columns hold these."""
    return Found(fields, _ALL_LABELS, tuple(CHOICES), (), ())


class Shown:
    """A document as it is shown, made once; what is found in it changes with what its columns are said to hold."""

    def __init__(self, document: SourceDocument) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._spans: list[Span] = []
        self._merged: dict[Place, Place] = {}
        self._firsts: dict[int, int] = {}
        width = max((table.width for table in document.tables), default=1)
        for index, block in enumerate(document.blocks):
            self._firsts[index] = len(self._rows)
            if isinstance(block, Table):
                self._add_table(block, width)
            elif block.text.strip():
                self._add_wide(block.text, width)
        self.grid = Grid(width, tuple(self._rows), tuple(self._spans), self._merged)

    def found(self, reading: PlanReading) -> Found:
        """What was understood, with where it stands in the grid."""
        said = [
            name
            for name in _LABELS
            if name in _ALWAYS or any(getattr(row, name) not in ("", State.PLANNED) for row in reading.rows)
        ]
        rows = tuple(
            FoundRow(
                tuple(value_text(getattr(row, name)) for name in said),
                tuple(tuple(map(self._place, row.places.get(name, ()))) for name in said),
            )
            for row in reading.rows
        )
        fields = next(iter(reading.columns.values()), ())
        return Found(
            dict(enumerate(fields)),
            _ALL_LABELS,
            tuple(CHOICES),
            tuple(_LABELS[name] for name in said),
            rows,
            reading.left_out,
            reading.unread,
            said.index("name"),
            said.index("due_text"),
        )

    def _place(self, cell: CellPlace) -> Place:
        cell_place = self._firsts[cell.block] + cell.row, cell.column
        return self.grid.first(cell_place)

    def _add_wide(self, text: str, width: int) -> None:
        if width > 1:
            self._span(Span(len(self._rows), 0, 1, width))
        self._rows.append((text.replace("\v", "\n"), *[""] * (width - 1)))

    def _add_table(self, table: Table, width: int) -> None:
        first = len(self._rows)
        for index, row in enumerate(table.rows):
            texts = [""] * width
            for column, cell in enumerate(row):
                if (cell.row, cell.column) != (index, column):
                    continue
                texts[column] = cell.text.replace("\v", "\n")
                if cell.rows > 1 or cell.columns > 1:
                    rows = min(cell.rows, len(table.rows) - index)
                    self._span(Span(first + index, column, rows, min(cell.columns, width - column)))
            self._rows.append(tuple(texts))

    def _span(self, span: Span) -> None:
        self._spans.append(span)
        for row in range(span.row, span.row + span.rows):
            for column in range(span.column, span.column + span.columns):
                self._merged[row, column] = span.row, span.column
