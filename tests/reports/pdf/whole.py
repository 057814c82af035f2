"""Whether a printed file holds everything its document says, in order and once."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    Block,
    Caption,
    Contents,
    Document,
    FillIn,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Row,
    SideBySide,
    SignatureLines,
    Table,
)
from tests.reports.pdf.ruled_cells import Read, bare, read_pages

Cells = tuple[str, ...]


def what_differs(document: Document, data: bytes) -> str:
    """The first thing that the file lacks, has twice or has elsewhere, in words; nothing when it is whole."""
    pages = read_pages(data)
    return _rows_differ(document, pages) or _texts_differ(document, pages)


def _rows_differ(document: Document, pages: Sequence[Read]) -> str:
    read = [[tuple(map(bare, row)) for row in page.rows] for page in pages]
    at = 0  # the page that reading has come to
    for table in (block for block in document.blocks if isinstance(block, Table)):
        for part in table.parts():
            header = tuple(bare(column.title) for column in part.columns)
            while at < len(read) and not read[at]:
                at += 1
            if at == len(read) or read[at].pop(0) != header:
                return f"header {header} on page {at + 1}"
            for expected in _cells(part):
                at, found = _next(read, at, header, expected)
                if found != expected:
                    return f"page {at + 1}: {found} where {expected} is due"
    left = [row for rows in read for row in rows]
    return f"more rows than there are: {left}" if left else ""


def _cells(table: Table) -> Iterator[Cells]:
    for row in table.rows:
        yield (bare(row.text),) if isinstance(row, Caption) else tuple(map(bare, _on_paper(row)))


def _on_paper(row: Row) -> Cells:
    """The cells without those that another takes the room of."""
    first, last = row.over or (0, 0)
    return (*row.texts[: first + 1], *row.texts[last + 1 :]) if row.over else row.texts


def _next(read: list[list[Cells]], at: int, header: Cells, expected: Cells) -> tuple[int, Cells]:
    """The next row and its page; one that goes on over pages is put together."""
    found: Cells = ()
    while found != expected:
        if read[at]:
            if found:
                return at, found
            found = read[at].pop(0)
        elif at + 1 < len(read) and read[at + 1] and read[at + 1][0] == header:
            at += 1
            read[at].pop(0)
            if found:
                found = _joined(found, read[at].pop(0))
        else:
            break
    return at, found


def _joined(above: Cells, below: Cells) -> Cells:
    return tuple(map(str.__add__, above, below)) if len(above) == len(below) else below


def _texts_differ(document: Document, pages: Sequence[Read]) -> str:
    """What stands outside tables. Between the words of blocks nothing may stand but what charts and contents have of
    their own."""
    numbered = [page.outside[number > 1 :] for number, page in enumerate(pages, 1)]
    found = bare("".join("".join(lines) for lines in numbered)).replace("_", "")
    for text in (bare(text).replace("_", "") for block in document.blocks for text in _texts(block)):
        place = found.find(text)
        if place < 0:
            return f"{text!r} is not in {found[:300]!r}"
        if place and not _has_own_words(document):
            return f"{found[:place]!r} stands before {text!r}"
        found = found[place + len(text) :]
    return f"{found!r} is left" if found and not _has_own_words(document) else ""


def _has_own_words(document: Document) -> bool:
    return any(isinstance(block, Chart | Contents) for block in document.blocks)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | AnnexStamp():
            yield block.text
        case Item():
            yield f"{block.mark}{block.text}"
        case FillIn():
            yield f"{block.label.rstrip(' :')}:{block.value}" if block.label else block.value
        case ApprovalStamp():
            yield f"{block.word}{block.post}{block.name}«»20г."
        case Chart():
            yield block.title
        case SideBySide():
            # Line by line, as an eye reads it.
            pairs = zip_longest(block.left.splitlines(), block.right.splitlines(), fillvalue="")
            yield "".join(left + right for left, right in pairs)
        case SignatureLines():
            yield from (f"{signature.post}{signing_name(signature.name)}" for signature in block.signatures)
        case Table() | PageBreak() | Contents():
            pass
