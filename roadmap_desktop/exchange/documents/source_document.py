"""What any document is to us: paragraphs and tables in their order, with where each cell came from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SOFT_BREAK: Final = "\v"
"""Breaks a line inside a paragraph: typed so, or where the text of a page happened to wrap. Paragraphs of a cell are
parted by "\\n"."""


class Kind(StrEnum):
    """What a document was, as it is called in a sentence."""

    WORD = "документ Word"
    OPEN_TEXT = "документ OpenDocument"
    WORKBOOK = "книга Excel"
    OPEN_SHEET = "таблица OpenDocument"
    DELIMITED = "таблица в тексте"
    TEXT = "текст"
    PDF = "документ PDF"
    PAGE = "веб-страница"
    CALENDAR = "календарь"
    ROADMAP = "дорожная карта"


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a table. ``row`` and ``column`` count from 0 in the table, ``rows`` and ``columns`` are how many of
    them it takes. The same object stands in every place that it takes."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all as wide as the table. ``origin`` says where it stands («стр. 3», «лист «План»»); ``lines`` are
    the numbers of the rows in the source, from 1; ``hidden_columns`` are those that the source does not show."""

    rows: tuple[tuple[Cell, ...], ...]
    origin: str = ""
    lines: tuple[int, ...] = ()
    hidden_columns: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text, or a line of it where the source has lines alone."""

    text: str
    origin: str = ""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document's blocks. Where ``is_torn``, cells of tables have become lines, one after another; ``gaps`` are the
    numbers of those below which an empty line stood."""

    kind: Kind
    blocks: tuple[Block, ...]
    is_torn: bool = False
    gaps: frozenset[int] = frozenset()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
