"""A document as a list: the rows of its tables as one table, under the headings that name fields."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK, Cell, Kind, SourceDocument, Table
from roadmap_desktop.exchange.plan_reading.cell_words import lines_of
from roadmap_desktop.exchange.record_headings import counts_rows, plain_title
from roadmap_desktop.exchange.record_table import PastedTable, RowLeft, read_table
from roadmap_desktop.model.letters import one_line

# In these a line ends where the page does, and no one has typed that.
_WRAPPED = (Kind.PDF, Kind.TEXT)
_SHEET = re.compile("лист «(.*)»")
_DASHES = frozenset("-–—")
# Who signs, who has made it, remarks: alone in their rows below a list.
_FOOT = re.compile(
    r"(?:исп\.|исполнитель|согласован|примечани|м\. ?п\.|\*|.*_{3,}|(?:директор|заместитель|руководитель|методист|"
    r"начальник|заведующ\w+)\b.*[А-ЯЁ]\. ?[А-ЯЁ]\.).*",
    re.IGNORECASE | re.DOTALL,
)


class ListRow(NamedTuple):
    """``number`` is the row's in its table, or the sheet, from 1; ``origin`` says which, where there are several;
    ``is_caption``: it is a title of the rows below. ``title`` stands above their table, or is what its sheet is
    called."""

    cells: tuple[str, ...]
    number: int
    origin: str = ""
    is_caption: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class ReadList:
    """``titles`` are the headings of the columns as written, empty for a column without one; ``fields`` what each is
    taken for, an empty text: nothing. ``left_out`` are sentences about what is no row of the list, ``guessed`` the
    places of columns that were known by what is written in them."""

    titles: tuple[str, ...]
    fields: tuple[str, ...]
    rows: tuple[ListRow, ...]
    left_out: tuple[str, ...] = ()
    guessed: frozenset[int] = frozenset()


def read_list(
    document: SourceDocument, labels: Mapping[str, str], shared: Collection[str], needed: Collection[str]
) -> ReadList:
    """The tables that name one of the fields ``needed`` as one list; where none does, the largest as it stands. Columns
    of one field or one title are one column. ``labels`` and ``shared``: see ``read_table``."""
    read = [
        _ReadTable(document.kind, table, title, labels, shared, needed)
        for title, table in _titled(document)
        if table.rows
    ]
    lists = [one for one in read if one.names(needed)]
    if not lists and read:
        lists = [max(read, key=lambda one: sum(len(row) for row in one.texts))]
    return _United(lists, [one for one in read if one not in lists]).read()


def _titled(document: SourceDocument) -> Iterator[tuple[str, Table]]:
    """The tables with the sentence right above each, or the name of its sheet."""
    above = ""
    for block in document.blocks:
        if isinstance(block, Table):
            sheet = _SHEET.fullmatch(block.origin)
            yield (sheet[1] if sheet else above), block
            above = ""
        elif block.text.strip():
            above = lines_of(block.text).replace(SOFT_BREAK, " ").replace("\n", " ")


class _ReadTable:
    """A table of the document, read for itself."""

    def __init__(
        self,
        kind: Kind,
        table: Table,
        title: str,
        labels: Mapping[str, str],
        shared: Collection[str],
        needed: Collection[str],
    ) -> None:
        self.origin, self._lines, self._title = table.origin, table.lines, title
        visible = [column for column in range(table.width) if column not in table.hidden_columns]
        self._cells = [[row[column] for column in visible] for row in table.rows]
        self._kind = kind
        self.texts = [[self._text(cell) for cell in row] for row in self._cells]
        headings = [[text.replace("\n", " ") for text in row] for row in self.texts]
        self.table: PastedTable = read_table(headings, labels, (), shared, needed)
        self.left = list(self.table.left)

    def names(self, needed: Collection[str]) -> bool:
        """Whether it is a list: its headings name one of the fields."""
        return self.table.has_heading and not set(needed).isdisjoint(self.table.fields)

    def rows(self) -> Iterator[ListRow]:
        """Its rows that are not empty and do not sign it."""
        for number in self.table.numbers:
            cells, texts = self._cells[number - 1], self.texts[number - 1]
            filled = [cell for cell in dict.fromkeys(cells) if not cell.is_empty]
            if not filled:
                continue
            if len(filled) == 1 and self.table.has_heading and _FOOT.fullmatch(filled[0].text.strip()):
                self.left.append(RowLeft(number, one_line(filled[0].text)))
                continue
            is_caption = len(filled) == 1 and self._is_caption(filled[0], texts)
            once = [
                text if not index or cell is not cells[index - 1] else ""
                for index, (cell, text) in enumerate(zip(cells, texts, strict=True))
            ]
            yield ListRow(tuple(once), self.line(number), self.origin, is_caption, self._title)

    def line(self, number: int) -> int:
        """The number in the source of one of its rows."""
        return self._lines[number - 1] if number <= len(self._lines) else number

    def _is_caption(self, cell: Cell, texts: Sequence[str]) -> bool:
        """Whether the one filled cell of a row stands over the whole width, or where rows are counted."""
        is_wide = cell.columns > 2 or cell.columns == len(texts) > 1
        return is_wide or (len(texts) > 2 and self._counts(texts))

    def _counts(self, texts: Sequence[str]) -> bool:
        """Whether the one text of a row stands where rows are counted."""
        column = next(column for column, text in enumerate(texts) if text)
        titles = self.table.titles
        return counts_rows(titles[column]) and not texts[column].strip(" .)").isdecimal()

    def _text(self, cell: Cell) -> str:
        text = lines_of(cell.text)
        text = text.replace(SOFT_BREAK, " " if self._kind in _WRAPPED else "\n")
        return "" if _DASHES.issuperset(text) else text


class _United:
    """Tables one beneath another, their columns by field and title."""

    def __init__(self, tables: Sequence[_ReadTable], others: Sequence[_ReadTable]) -> None:
        self._tables, self._others = tables, others
        self._titles: list[str] = []
        self._fields: list[str] = []

    def read(self) -> ReadList:
        rows: list[ListRow] = []
        left_out: list[str] = []
        several = len(self._tables) + len(self._others) > 1
        for one in self._tables:
            places = self._places(one.table)
            told = f"{one.origin}, строка" if several and one.origin else "строка"
            for row in one.rows():
                cells = dict(zip(places, row.cells, strict=True))
                placed = tuple(cells.get(column, "") for column in range(max(places, default=-1) + 1))
                rows.append(row._replace(cells=placed, origin=row.origin if several else ""))
            left_out += [f"{told} {one.line(number)}: {text}" for number, text in one.left]
        for number, one in enumerate(self._others, 1):
            left_out.append(f"{one.origin or f'таблица {number}'}: столбцы другие, это не тот список")
        width = len(self._titles)
        rows = [row._replace(cells=(*row.cells, *[""] * (width - len(row.cells)))) for row in rows]
        used = [
            column
            for column in range(width)
            if self._titles[column] or self._fields[column] or any(row.cells[column] for row in rows)
        ]
        return ReadList(
            tuple(self._titles[column] for column in used),
            tuple(self._fields[column] for column in used),
            tuple(row._replace(cells=tuple(row.cells[column] for column in used)) for row in rows),
            tuple(left_out),
        )

    def _places(self, table: PastedTable) -> list[int]:
        """Where each column of a table stands in the list."""
        places: list[int] = []
        for title, field in zip(table.titles, table.fields, strict=True):
            column = next(
                (at for at in range(len(self._titles)) if self._is_same(at, title, field, places)), None
            )
            if column is None:
                column = len(self._titles)
                self._titles.append(title)
                self._fields.append(field)
            places.append(column)
        return places

    def _is_same(self, at: int, title: str, field: str, taken: Sequence[int]) -> bool:
        if at in taken or self._fields[at] != field:
            return False
        return plain_title(self._titles[at]) == plain_title(title) or (
            bool(field) and not self._shares(field)
        )

    def _shares(self, field: str) -> bool:
        return self._fields.count(field) > 1
