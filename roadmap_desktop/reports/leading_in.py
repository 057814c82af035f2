"""What a paragraph belongs to: on paper and in Word it stays with the table or chart that it leads to."""

from collections.abc import Sequence

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.reports.blocks import Block, Heading, Paragraph, Table

_MOST_LETTERS = 400


def leads_in(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a paragraph that may not end a page before what follows: what is said beneath a title, what is
    bold and names what it stands above, what introduces a table or a chart, or stands with nothing but short paragraphs
    between a heading and these."""
    block, following = blocks[index], next(iter(blocks[index + 1 : index + 2]), None)
    if not isinstance(block, Paragraph) or following is None:
        return False
    if block.small or block.bold or isinstance(following, Table | Chart):
        return True
    if not _is_short(block):
        return False
    before, after = index - 1, index + 1
    while before >= 0 and _is_short(blocks[before]):
        before -= 1
    while after < len(blocks) and _is_short(blocks[after]):
        after += 1
    return (
        before >= 0
        and isinstance(blocks[before], Heading)
        and after < len(blocks)
        and isinstance(blocks[after], Table | Chart)
    )


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= _MOST_LETTERS
