"""What any document can be given besides its body: a stamp, lines to sign on, the sheet, fewer columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from roadmap_desktop.model.body_names import genitive_of_body
from roadmap_desktop.model.methodist import Methodist
from roadmap_desktop.model.revision_row import bare_number
from roadmap_desktop.model.rows import RoadmapInfo
from roadmap_desktop.reports.blocks import (
    SIGNED_HERE,
    AnnexStamp,
    ApprovalStamp,
    Block,
    Caption,
    Document,
    Orientation,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.report import METHODIST, Report, Stamp

_NOBODY = Methodist()


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How a document is printed. None leaves what the report itself takes. ``post`` and ``name`` are those of who
    approves or agrees, ``annex`` is the annex's whole text; ``hidden`` are titles of columns left out; ``author`` goes
    into the file's properties."""

    orientation: Orientation | None = None
    font_size: float | None = None
    stamp: Stamp = Stamp.NONE
    post: str = ""
    name: str = ""
    annex: str = ""
    signatures: tuple[Signature, ...] = ()
    hidden: frozenset[str] = frozenset()
    author: str = ""


def usual_options(
    report: Report, info: RoadmapInfo, document: Document | None = None, who: Methodist = _NOBODY
) -> DocumentOptions:
    """The options that a report has unless told otherwise: its own stamp, filled in from the roadmap's fields, and what
    the document itself knows of its order, of who approves and who signs it. ``who`` works with the program signs as
    the methodist, and tells of the head what the roadmap does not."""
    known = document.signatures if document else ()
    signers = () if report.stamp is Stamp.ANNEX else report.signers
    approver = (document.approver if document else None) or Signature(
        info.head_post or who.head_post, info.head_name or who.head_name
    )
    return DocumentOptions(
        stamp=report.stamp,
        post=approver.post,
        name=approver.name,
        annex=(document.annex if document else "") or annex_text(info),
        signatures=known or tuple(Signature(post, who.name if post == METHODIST else "") for post in signers),
        author=info.approving_body or who.department,
    )


def annex_text(info: RoadmapInfo) -> str:
    """«Приложение № 1», «к приказу отдела образования …», «от 10.09.2020 № 01-10/142-2», each on a line of its own, as
    ГОСТ Р 7.0.97-2016 shows it; lines to write on where something is not known."""
    annex = bare_number(info.annex_number) or "____"
    day = f"{info.order_date:%d.%m.%Y}" if info.order_date else "____________"
    number = bare_number(info.order_number) or "________"
    body = f" {genitive_of_body(info.approving_body)}" if info.approving_body else ""
    return f"Приложение № {annex}\nк приказу{body}\nот {day} № {number}"


def with_options(document: Document, options: DocumentOptions) -> Document:
    """The document with its stamp above, its signatures beneath or where it leaves a place for them, on the chosen
    sheet, without the hidden columns."""
    page = replace(
        document.page,
        orientation=options.orientation or document.page.orientation,
        font_size=options.font_size or document.page.font_size,
    )
    signatures = [SignatureLines(options.signatures)] if options.signatures else []
    blocks = (*_stamp(options), *_without(_signed(document.blocks, signatures), options.hidden))
    return replace(document, blocks=blocks, page=page, author=options.author or document.author)


def columns_of(document: Document) -> tuple[str, ...]:
    """The titles of the columns that can be left out, each once."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return tuple(dict.fromkeys(column.title for table in tables for column in table.columns if column.title))


def _stamp(options: DocumentOptions) -> Iterator[Block]:
    if options.stamp is Stamp.ANNEX:
        yield AnnexStamp(options.annex)
    elif options.stamp is not Stamp.NONE:
        yield ApprovalStamp(options.post, options.name, options.stamp.value)


def _signed(blocks: Sequence[Block], signatures: Sequence[SignatureLines]) -> tuple[Block, ...]:
    index = blocks.index(SIGNED_HERE) if SIGNED_HERE in blocks else len(blocks)
    return (*blocks[:index], *signatures, *blocks[index + 1 :])


def _without(blocks: Iterable[Block], hidden: frozenset[str]) -> Iterator[Block]:
    for block in blocks:
        yield _less(block, hidden) if isinstance(block, Table) and hidden else block


def _less(table: Table, hidden: frozenset[str]) -> Table:
    kept = [index for index, column in enumerate(table.columns) if column.title not in hidden]
    if len(kept) in (0, len(table.columns)):
        return table
    rows = tuple(row if isinstance(row, Caption) else row.only(kept) for row in table.rows)
    lead = sum(index < table.lead for index in kept)
    return replace(table, columns=tuple(table.columns[index] for index in kept), rows=rows, lead=lead)
