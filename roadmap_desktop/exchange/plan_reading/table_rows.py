"""The rows of a plan's tables as activities, one table after another."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK, Cell, Table
from roadmap_desktop.exchange.plan_reading.cell_words import line_of, name_of, paragraphs_of, without_footnote
from roadmap_desktop.exchange.plan_reading.due_marks import joined_ends, marked, month_named, of_month
from roadmap_desktop.exchange.plan_reading.heading_words import (
    DUE,
    END,
    MARK,
    NAME,
    NOTE,
    NUMBER,
    PERFORMERS,
    RESULT,
    SECTION,
    START,
    STATE,
)
from roadmap_desktop.exchange.plan_reading.headings import Heading, counts_columns, plain_title, repeats
from roadmap_desktop.exchange.plan_reading.labelled_lines import taken_apart
from roadmap_desktop.exchange.plan_reading.performer_words import performers_of
from roadmap_desktop.exchange.plan_reading.reading import CellPlace, PlanRow
from roadmap_desktop.exchange.plan_reading.row_kinds import RowKind, filled_cells, kind_of, section_title
from roadmap_desktop.exchange.plan_reading.row_words import NUMBER_WORDS, reads_as_due
from roadmap_desktop.exchange.plan_reading.state_words import state_of
from roadmap_desktop.model.russian import shortened

_DITTO = re.compile(r"[-–—]?\s*(//|\"|〃|”)\s*[-–—]?|то же( самое)?", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)(?:(?<=\.\d)\s+|[.)]\s*)(?=[^\W\d_]|[«\"(])")
_GOES_ON = re.compile(r"[а-яё(«,;–—-]")
_MONTH = re.compile(r"\b((этого|текущего|данного) )?месяца\b", re.IGNORECASE)
_FIRST_ROWS = 60
# What stands between the pieces of an activity that has several rows of its own.
# What a name says of itself where there is no column for it.
_IN_NAME = {DUE, PERFORMERS, RESULT}
_BETWEEN = {DUE: ", ", PERFORMERS: ";\n"}


@dataclass
class _Open:
    """An activity whose row may still go on: by field its cells, and the column of each."""

    block: int
    section: str
    month: str
    titles: tuple[str, ...]
    marks: dict[int, str]
    cells: dict[int, list[Cell]] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    blocks: dict[int, list[int]] = field(default_factory=dict)
    is_parted: bool = False  # its name is merged over rows of their own

    def take(self, block: int, row: Sequence[Cell], *, is_parted: bool = False) -> None:
        """Adds a row's cells, those it shares with the row above not again."""
        self.is_parted = self.is_parted or is_parted
        for column, cell in enumerate(row):
            # A cell merged across counts once, but the name is taken wherever its column is.
            is_own = cell.column == column or self.fields[column] == NAME
            if is_own and not cell.is_empty and cell not in self.cells.get(column, ()):
                self.cells.setdefault(column, []).append(cell)
                self.blocks.setdefault(column, []).append(block)

    def text(self, column: int | None) -> str:
        """What stands in a column, its pieces joined."""
        if column is None:
            return ""
        pieces = [cell.text.strip() for cell in self.cells.get(column, ())]
        if self.is_parted:
            return _BETWEEN.get(self.fields[column], "\n").join(pieces)
        joined = ""
        for piece in pieces:
            # A row broken by the page's end goes on within the sentence.
            goes_on = piece[:1].islower() or joined.endswith("-")
            joined += ("" if not joined else SOFT_BREAK if goes_on else "\n") + piece
        return joined


class TableRows:
    """Takes a document's tables in their order and gives their activities; ``month`` is that of the whole plan."""

    def __init__(self, *, is_wrapped: bool, allowance: Allowance, month: str = "") -> None:
        self.rows: list[PlanRow] = []
        self.left_out: list[str] = []
        self._is_wrapped, self._allowance = is_wrapped, allowance
        self._section = ""
        self._plan_month = self._month = month
        self._is_used = True
        self._open: _Open | None = None

    def start_section(self, title: str) -> None:
        """The rows that follow belong to a section."""
        self._close()
        self._leave_unused()
        self._section, self._month = title, self._plan_month
        self._is_used = False

    def take_table(self, block: int, table: Table, heading: Heading, shares: tuple[float, float]) -> None:
        """Adds the activities of a table; ``shares`` of the whole are done before and after. Raises as the allowance
        does."""
        data = []
        for index, row in enumerate(table.rows[heading.last + 1 :], heading.last + 1):
            self._allowance.step()
            if not counts_columns(row) and not repeats(heading, table, index):
                data.append(row)
        is_numbered = self._numbered(heading, data)
        full = sum(len(filled_cells(row)) > 1 for row in data)
        # Where nearly all rows say more than a name, one that does not is a title.
        has_titles = heading.place(NUMBER) is None and full > 1 and full * 5 >= len(data) * 3
        for place, row in enumerate(data):
            self._allowance.step(shares[0] + (shares[1] - shares[0]) * place / len(data))
            following = data[place + 1] if place + 1 < len(data) else None
            kind = kind_of(heading, row, following, is_numbered=is_numbered, has_titles=has_titles)
            # A row that goes on over the page is none of its own.
            if kind in (RowKind.ACTIVITY, RowKind.SECTION) and self._goes_on(
                heading, row, is_first=place == 0, is_numbered=is_numbered
            ):
                assert self._open is not None, "only an open row goes on"
                self._open.take(block, row, is_parted=self._shares_name(heading, row))
                continue
            self._take_row(block, heading, kind, row)

    def finish(self) -> None:
        """The document has ended."""
        self._close()
        self._leave_unused()

    def _leave_unused(self) -> None:
        """A title that no row stood below is told, not lost."""
        if self._section and not self._is_used:
            self.left_out.append(f"Строка «{shortened(self._section, 100)}».")

    def _take_row(self, block: int, heading: Heading, kind: RowKind, row: Sequence[Cell]) -> None:
        words = " ".join(line_of(cell.text) for cell in filled_cells(row))
        if kind is RowKind.SECTION:
            self.start_section(section_title(row))
        elif kind is RowKind.MONTH:
            self._close()
            self._month = month_named(words)
        elif kind is RowKind.LEFT_OUT:
            self._close()
            self.left_out.append(f"Строка «{shortened(words, 100)}».")
        elif kind is RowKind.ACTIVITY:
            self._close()
            self._open = _Open(
                block, self._section, self._month, heading.titles, heading.marks, fields=heading.fields
            )
            self._open.take(block, row)

    def _shares_name(self, heading: Heading, row: Sequence[Cell]) -> bool:
        """Whether a row's name is merged with that of the row before it."""
        column = heading.place(NAME)
        return (
            column is not None and self._open is not None and row[column] in self._open.cells.get(column, ())
        )

    def _goes_on(self, heading: Heading, row: Sequence[Cell], *, is_first: bool, is_numbered: bool) -> bool:
        """Whether a row is the rest of the one before it."""
        open_row = self._open
        name_place, number_place = heading.place(NAME), heading.place(NUMBER)
        if open_row is None or name_place is None or open_row.fields != heading.fields:
            return False
        name, own = row[name_place], open_row.cells
        if self._shares_name(heading, row):
            number = row[number_place] if number_place is not None else None
            return number is None or number.is_empty or number in own.get(number_place or 0, ())
        if number_place is not None and not row[number_place].is_empty:
            return False
        if name.is_empty:
            return any(not cell.is_empty for cell in row)
        if name.columns > 2:
            return False
        if number_place is not None and is_numbered:
            is_counted = self._is_wrapped and self.rows != [] and all(one.number for one in self.rows)
            is_rest = is_first and (is_counted or self._breaks_off(open_row, heading, row))
            return _GOES_ON.match(name.text.strip()) is not None or is_rest
        return is_first and self.rows != [] and name.text.strip()[:1].islower()

    def _breaks_off(self, open_row: _Open, heading: Heading, row: Sequence[Cell]) -> bool:
        """Whether the last row of a page broke off within a cell, so that the first one of the next goes on."""
        due, performers = heading.place(DUE), heading.place(PERFORMERS)
        if open_row.text(due).rstrip().endswith(("-", "–", "—", ",")) or open_row.text(
            performers
        ).rstrip().endswith(","):
            return True
        is_whole = open_row.text(heading.place(NAME)).rstrip().endswith((".", "!", "?"))
        return (due is None or row[due].is_empty) and not is_whole

    def _close(self) -> None:
        if self._open is not None:
            row = self._read(self._open)
            if row is not None:
                self.rows.append(row)
                self._is_used = True
            self._open = None

    def _read(self, row: _Open) -> PlanRow | None:
        """The activity of a row; None for one that holds nothing but its number."""

        place = row.fields.index(NAME) if NAME in row.fields else None
        named_apart = taken_apart(row.text(place), _IN_NAME - set(row.fields))

        def text(name: str) -> str:
            return named_apart.get(name) or row.text(row.fields.index(name) if name in row.fields else None)

        number, name = line_of(text(NUMBER)), without_footnote(name_of(text(NAME)))
        found = _LEADING_NUMBER.match(name) if NUMBER not in row.fields else None
        if found:
            number, name = found[1], name[found.end() :]
        state, more = state_of(line_of(text(STATE)))
        title = row.titles[row.fields.index(STATE)] if STATE in row.fields else ""
        note = [
            paragraphs_of(text(NOTE)),
            f"{line_of(title)}: {more}" if more and title else more,
            *_others(row),
        ]
        due = self._ditto("due_text", _due(row, text))
        if (
            not due
            and DUE in row.fields
            and plain_title(row.titles[row.fields.index(DUE)]) == "месяц"
            and self.rows
        ):
            # Written once, for all the rows down to the next month.
            due = self.rows[-1].due_text
        if SECTION in row.fields:
            self._section = line_of(text(SECTION)) or self._section
        named = text(PERFORMERS)
        is_same = self.rows and _DITTO.fullmatch(named.strip(" .;,"))
        performers = (
            self.rows[-1].performers if is_same else performers_of(named, is_wrapped=self._is_wrapped)
        )
        read = PlanRow(
            number=number.strip(" .)№"),
            section=self._section if SECTION in row.fields else row.section,
            name=name,
            due_text=due,
            performers=performers,
            expected_result=self._ditto("expected_result", without_footnote(paragraphs_of(text(RESULT)))),
            note="\n".join(filter(None, note)),
            state=state,
            places=_places(row),
        )
        is_filled = read.name or read.due_text or read.performers or read.expected_result or read.note
        return read if is_filled else None

    def _ditto(self, name: str, text: str) -> str:
        if self.rows and _DITTO.fullmatch(text):
            above: str = getattr(self.rows[-1], name)
            return above
        return text

    def _numbered(self, heading: Heading, rows: Sequence[Sequence[Cell]]) -> bool:
        column = heading.place(NUMBER)
        if column is None:
            return False
        some = [row for row in rows[:_FIRST_ROWS] if len(filled_cells(row)) > 1]
        numbers = sum(NUMBER_WORDS.fullmatch(line_of(row[column].text)) is not None for row in some)
        return numbers * 2 >= len(some)


def _due(row: _Open, text: Callable[[str], str]) -> str:
    """The due of a row, wherever it is written."""
    written = line_of(text(DUE))
    if written:
        # Below a month's title, «15–20» are days of it, and «в течение месяца» is said of it.
        day = (
            _MONTH.sub(of_month(row.month), written)
            if _MONTH.search(written)
            else f"{written} {of_month(row.month)}"
        )
        return day if row.month and not reads_as_due(written) and reads_as_due(day) else written
    ends = joined_ends(line_of(text(START)), line_of(text(END)))
    if ends:
        return ends
    if row.marks:
        cells = [row.text(column) for column in range(len(row.fields))]
        spans = marked(row.marks, cells)
        if spans:
            return spans
    return row.month


def _others(row: _Open) -> list[str]:
    """Texts of columns without a field, with their headings: they must not be lost."""
    notes = []
    for column, name in enumerate(row.fields):
        if name or not (words := paragraphs_of(row.text(column))):
            continue
        title = line_of(row.titles[column])
        notes.append(f"{title}: {words}" if title else words)
    return notes


def _places(row: _Open) -> dict[str, tuple[CellPlace, ...]]:
    places: dict[str, list[CellPlace]] = {}
    for column, cells in row.cells.items():
        name = row.fields[column] or NOTE
        name = DUE if name in (START, END, MARK) else name
        places.setdefault(name, []).extend(
            CellPlace(block, cell.row, cell.column)
            for block, cell in zip(row.blocks[column], cells, strict=True)
        )
    return {name: tuple(found) for name, found in places.items()}
