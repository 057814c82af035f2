"""Tables in plain text whose cells are parted by commas, semicolons or tabs, as Excel and web services write them."""

import csv
import io
import re
from itertools import islice

from roadmap_desktop.exchange.documents.allowance import Allowance, damaged
from roadmap_desktop.exchange.documents.encodings import decoded
from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK, Kind, SourceDocument, Table
from roadmap_desktop.exchange.documents.table_builder import TableBuilder

_SAID = re.compile(r"\s*\"?sep=(.)\"?[^\n]*\n", re.IGNORECASE)
_USUAL = ";\t,|"
_LOOKED_AT = 50
_LONGEST_CELL = 1_000_000


def read_delimited(data: bytes, allowance: Allowance, usual: str = "") -> SourceDocument:
    """The one table of the bytes. ``usual`` is what the file's name promises to part cells; a line «sep=;» says it
    surely, else it is what parts most lines into as many cells."""
    text = decoded(data)
    said = _SAID.match(text)
    if said:
        return SourceDocument(Kind.DELIMITED, (_table(text[said.end() :], said[1], allowance, 2),))
    separator = max(usual + _USUAL, key=lambda one: _evenness(text, one))
    return SourceDocument(Kind.DELIMITED, (_table(text, separator, allowance, 1),))


def _table(text: str, separator: str, allowance: Allowance, first: int) -> Table:
    builder = TableBuilder(allowance)
    reader = _reader(text, separator)
    try:
        for row in reader:
            builder.start_row(first + builder.height)
            for column, cell in enumerate(row):
                builder.put(column, cell.replace("\n", SOFT_BREAK))
    except csv.Error:
        raise damaged() from None
    return builder.table()


def _evenness(text: str, separator: str) -> float:
    """How many cells the first rows have, as far as they agree."""
    try:
        widths = [
            len(row) for row in islice(_reader(text, separator), _LOOKED_AT) if any(map(str.strip, row))
        ]
    except csv.Error:
        return 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    return 0 if usual < 2 else widths.count(usual) / len(widths) + min(usual, 12) / 100


def _reader(text: str, separator: str) -> "csv._reader":  # type: ignore[name-defined]
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
