"""Tables inside cells: a cell's own small table is its text, but a table that only places others is no table."""

from collections.abc import Iterable, Sequence

from roadmap_desktop.exchange.documents.source_document import Block, Paragraph, Table
from roadmap_desktop.model.letters import one_line

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3


def is_layout(blocks: Iterable[Block]) -> bool:
    """Whether blocks in a cell are a document of their own: a table that may be a plan is among them."""
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) >= _FEWEST_ROWS and block.width >= _FEWEST_COLUMNS:
            return True
    return False


def lines_of_table(table: Table) -> list[str]:
    """A small table's rows, each in a line."""
    lines = (
        " ".join(one_line(cell.text) for cell in dict.fromkeys(row) if cell.text.strip())
        for row in table.rows
    )
    return [line for line in lines if line]


def cell_text(blocks: Sequence[Block], between: str = "\n") -> str:
    """The text of a cell: its paragraphs, and the rows of small tables in it, ``between`` them."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].text
    lines: list[str] = []
    for block in blocks:
        lines += lines_of_table(block) if isinstance(block, Table) else [block.text]
    return between.join(lines)
