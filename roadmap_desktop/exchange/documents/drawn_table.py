"""Tables drawn with | and - or with the characters for boxes."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK, Block, Paragraph, Table
from roadmap_desktop.exchange.documents.table_builder import TableBuilder

_BARS = "|│┃║¦"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(
    rf"\s*[-+=_:{_BARS}─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬\s]*[-=─━═]{{2,}}[-+=_:{_BARS}─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬\s]*"
)
_MARKDOWN_RULE = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")
_TITLE_MARK = re.compile(r"^#{1,6} +")
_EMPHASIS = re.compile(r"(\*\*|__|`|(?<![\w*])\*(?=\w))(.+?)\1")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_FEWEST = 2


def is_drawn(lines: Sequence[str]) -> bool:
    """Whether there is a drawn table in the lines."""
    return sum(_is_row(line) for line in lines) >= _FEWEST


def drawn_blocks(lines: Sequence[str], allowance: Allowance) -> Iterator[Block]:
    """Tables and the lines around them as paragraphs."""
    for inside, group in groupby(enumerate(lines, 1), lambda one: _is_row(one[1]) or _is_rule(one[1])):
        if inside:
            yield _table(list(group), allowance)
        else:
            yield from (
                Paragraph(_TITLE_MARK.sub("", line.strip()), f"строка {number}")
                for number, line in group
                if line.strip()
            )


def _is_row(line: str) -> bool:
    return len(_BAR.findall(line)) >= _FEWEST and not _is_rule(line)


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None


def _table(lines: Sequence[tuple[int, str]], allowance: Allowance) -> Table:
    builder = TableBuilder(allowance)
    rules = [line for _, line in lines if _is_rule(line)]
    # Markdown has one rule, below the heading, and a line for each row.
    is_markdown = len(rules) == 1 and _MARKDOWN_RULE.fullmatch(rules[0]) is not None
    for is_rule, group in groupby(lines, lambda one: _is_rule(one[1])):
        if not is_rule:
            parted = [(number, _cells(line)) for number, line in group]
            for number, cells in parted if is_markdown else _rows(parted):
                builder.start_row(number)
                for column, cell in enumerate(cells):
                    builder.put(column, _unmarked(cell) if is_markdown else cell)
    return builder.table()


def _unmarked(cell: str) -> str:
    """A cell of Markdown without its signs."""
    return _EMPHASIS.sub(r"\2", _BREAK.sub("\n", cell))


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in _BAR.split(line.strip())]
    return cells[1 if not cells[0] else 0 : len(cells) - (1 if not cells[-1] else 0)]


def _rows(lines: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows between two rules: one for each line that has a first cell; a line without it goes on with the row."""
    row: list[str] = []
    first = 0
    for number, cells in lines:
        if row and not (cells and cells[0]):
            width = max(len(row), len(cells))
            row = [
                SOFT_BREAK.join(filter(None, pair))
                for pair in zip(_wide(row, width), _wide(cells, width), strict=True)
            ]
            continue
        if row:
            yield first, row
        first, row = number, cells
    if row:
        yield first, row


def _wide(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
