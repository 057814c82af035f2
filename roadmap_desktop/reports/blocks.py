"""What a printed document is made of. Blocks know no coordinates; text in them is data, never markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.field_text import value_text

FONT_SIZES = range(9, 15)
DEFAULT_FONT_SIZE = 12
_SMALLEST = 8
MM_IN_INCH = 25.4
POINTS_IN_MM = 72 / MM_IN_INCH


class Orientation(StrEnum):
    """Which way the sheet lies; the value is the Russian word."""

    PORTRAIT = "книжная"
    LANDSCAPE = "альбомная"


class Align(StrEnum):
    """Where the lines of a text stand in their room."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """An A4 sheet, in millimetres. Its margins are the least that ГОСТ Р 7.0.97-2016, 3.2 allows."""

    orientation: Orientation = Orientation.PORTRAIT
    font_size: float = DEFAULT_FONT_SIZE
    left: float = 20
    right: float = 10
    top: float = 20
    bottom: float = 20

    @property
    def sheet(self) -> tuple[int, int]:
        """Width and height of the sheet."""
        return (210, 297) if self.orientation is Orientation.PORTRAIT else (297, 210)

    @property
    def width(self) -> float:
        """Between the margins at the left and at the right."""
        return self.sheet[0] - self.left - self.right

    @property
    def height(self) -> float:
        """Between the upper and the lower margin."""
        return self.sheet[1] - self.top - self.bottom


PORTRAIT = PageSetup()
LANDSCAPE = PageSetup(Orientation.LANDSCAPE)


@dataclass(frozen=True, slots=True)
class Heading:
    """The document's title (level 1) or a part's (level 2); it stays on the page of what follows. ``bookmark`` is what
    the file's outline calls it, when not the same."""

    text: str
    level: int = 1
    bookmark: str = ""
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``small`` is for what is said beneath a title; ``indent``: the first line begins a paragraph as
    ГОСТ Р 7.0.97-2016, 3.3 wants it, 12.5 mm in."""

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    small: bool = False
    indent: bool = False


def subtitle(text: str) -> Paragraph:
    """What is said beneath a title: of which plan, as of which day."""
    return Paragraph(text, Align.CENTRE, small=True)


def notice(text: str) -> Paragraph:
    """What a document says that has nothing else to say."""
    return Paragraph(text, Align.CENTRE)


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list: its mark («1.», «–») stands before it, its lines hang beneath one another."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class FillIn:
    """«Ф. И. О.: Иванов И. И.»; without a value, so many lines to write on by hand."""

    label: str
    value: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class ApprovalStamp:
    """«УТВЕРЖДАЮ» at the upper right, by ГОСТ Р 7.0.97-2016, 5.16. An empty name leaves a line to write it on.
    «СОГЛАСОВАНО» is the same with another word."""

    post: str
    name: str
    word: str = "УТВЕРЖДАЮ"


@dataclass(frozen=True, slots=True)
class AnnexStamp:
    """«Приложение № 1», «к приказу …», «от … № …» at the upper right: lines of one text, wrapped there."""

    text: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two texts on one level: at the left what a letter is registered by, in the room of a stamp at the right whom it
    is for (ГОСТ Р 7.0.97-2016, 5.15)."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``weight`` is its share of the width; 0 makes it just as wide as its longest word."""

    title: str
    weight: float
    align: Align = Align.LEFT


Cell = str | int | float | date | None


def cell_text(cell: Cell) -> str:
    """A cell as it is printed; None prints as nothing."""
    if isinstance(cell, str):
        return cell
    return value_text(cell)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: for each column a plain text, or a number or date that a workbook keeps as such. Totals stand
    at the end, and are not sorted or filtered with the others. ``shaded`` are columns with a light grey ground: days
    off in a calendar. ``over`` are the first and the last of columns that one cell takes: the others of them
    are empty and have nothing to say."""

    cells: tuple[Cell, ...]
    is_total: bool = False
    shaded: frozenset[int] = frozenset()
    over: tuple[int, int] | None = None

    def only(self, places: Sequence[int]) -> "Row":
        """The row with the cells of these places alone, in that order."""
        shaded = frozenset(new for new, old in enumerate(places) if old in self.shaded)
        over = self._over_of(places) if self.over else None
        return replace(self, cells=tuple(self.cells[index] for index in places), shaded=shaded, over=over)

    def _over_of(self, places: Sequence[int]) -> tuple[int, int] | None:
        first, last = self.over or (0, 0)
        kept = [new for new, old in enumerate(places) if first <= old <= last]
        return (kept[0], kept[-1]) if first in places else None

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells as they are printed."""
        return tuple(map(cell_text, self.cells))


@dataclass(frozen=True, slots=True)
class Caption:
    """A row across all columns that names the rows after it and stays with the first of them."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on every page. ``rows`` may be any sequence, so a long one need not be built
    at once. On paper a table with more than ``most`` columns after its ``lead`` is continued in parts, each of which
    begins with the lead columns. ``least_height`` is that of a row in millimetres: of a calendar's days, of rows to be
    filled in by hand. ``font_size`` is its own, when None the document's, or so many points ``smaller``."""

    columns: tuple[Column, ...]
    rows: Sequence[Row | Caption]
    lead: int = 0
    most: int = 0
    least_height: float = 0
    font_size: float | None = None
    smaller: float = 0

    def size_in(self, document: float) -> float:
        """The size of its letters in a document of that size."""
        return self.font_size or max(document - self.smaller, _SMALLEST)

    @property
    def part_count(self) -> int:
        """How many sheets of paper lie side by side to hold it."""
        return max(-(-(len(self.columns) - self.lead) // self.most), 1) if self.most else 1

    def parts(self) -> "Iterator[Table]":
        """The table as paper can hold it."""
        if self.part_count == 1:
            yield self
            return
        for start in range(self.lead, len(self.columns), self.most):
            yield self._part([*range(self.lead), *range(start, min(start + self.most, len(self.columns)))])

    def _part(self, chosen: list[int]) -> "Table":
        rows = tuple(row if isinstance(row, Caption) else row.only(chosen) for row in self.rows)
        return replace(self, columns=tuple(self.columns[i] for i in chosen), rows=rows, lead=0, most=0)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the post, and the name, for which an empty string leaves a line."""

    post: str
    name: str


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Lines to sign on; they never stand alone on a page."""

    signatures: tuple[Signature, ...]


# Where a document's signatures stand when something follows them; ``with_options`` puts them there.
SIGNED_HERE = SignatureLines(())


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page. With a ``sheet`` it is a part of its own, whose pages lie so until the next part:
    an annex. A workbook has a sheet for it."""

    sheet: Orientation | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the headings of level 2 that follow, each with its page and a link there."""


Block = (
    Heading
    | Paragraph
    | Item
    | FillIn
    | ApprovalStamp
    | AnnexStamp
    | SideBySide
    | Table
    | Chart
    | SignatureLines
    | PageBreak
    | Contents
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; title, author and language also go into the file's properties. ``annex`` is what it is an annex
    to when that is not the roadmap's order, ``approver`` who approves it when that is not the roadmap's head,
    ``signatures`` who signs it when they are known by name."""

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    language: str = "ru-RU"
    page: PageSetup = PageSetup()
    annex: str = ""
    approver: Signature | None = None
    signatures: tuple[Signature, ...] = ()


def headed(
    title: str,
    blocks: Iterable[Block],
    page: PageSetup = LANDSCAPE,
    *,
    annex: str = "",
    signatures: tuple[Signature, ...] = (),
) -> Document:
    """A document under its own title. The sheet lies unless told otherwise: most reports are wide tables."""
    return Document(title, (Heading(title), *blocks), page=page, annex=annex, signatures=signatures)
