"""Words above and beneath a table: each block a row across it, what is to be signed included."""

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    Block,
    FillIn,
    Heading,
    Item,
    Paragraph,
    SideBySide,
    Signature,
    SignatureLines,
)
from roadmap_desktop.reports.to_sign import BLANK_NAME, BLANK_SIGN, label_of, signed_by, stamp_lines
from roadmap_desktop.reports.xlsx.sheet_writer import FONT, SheetWriter

_STAMP_WIDTH = 38
_LARGER = 2
_SMALLER = 1
_LINE = Border(bottom=Side("thin", "000000"))
_FREE = 3.0
_LEAST_POST = 18
_SIGN_HEIGHT = 2.6
_WRITTEN_HEIGHT = 22.0
_LINK = Font(name=FONT, color="17607D", underline="single")


def write_words(writer: SheetWriter, block: Block) -> None:
    """Writes one block into the next free rows."""
    match block:
        case Heading():
            _heading(writer, block)
        case Paragraph():
            size = writer.size - (_SMALLER if block.small else 0)
            indent = 2 if block.indent else 0
            writer.write(block.text, align=block.align, bold=block.bold, size=size, indent=indent, free=_FREE)
            writer.next()
        case Item():
            writer.write(f"{block.mark} {block.text}", indent=1)
            writer.next()
        case FillIn():
            _fill_in(writer, block)
        case ApprovalStamp():
            for line in stamp_lines(block):
                _stamp_line(writer, line)
        case AnnexStamp():
            _stamp_line(writer, block.text)
        case SideBySide():
            _side_by_side(writer, block)
        case SignatureLines():
            for signature in block.signatures:
                _signature(writer, signature)
        case _:
            raise AssertionError(block)


def write_link(writer: SheetWriter, text: str, sheet: str, cell: str) -> None:
    """Writes an entry of contents that leads to a cell of a sheet."""
    written = writer.write(text)
    quoted = sheet.replace("'", "''")
    written.hyperlink = Hyperlink(ref=written.coordinate, location=f"'{quoted}'!{cell}")
    written.font = _LINK
    writer.next()


def _heading(writer: SheetWriter, heading: Heading) -> None:
    size = writer.size + (_LARGER if heading.level == 1 else 0)
    writer.write(heading.text, align=heading.align, bold=True, size=size, free=2 * _FREE)
    writer.next()


def _fill_in(writer: SheetWriter, fill_in: FillIn) -> None:
    text = f"{label_of(fill_in)} {fill_in.value}".strip()
    if fill_in.value:
        writer.write(text)
        writer.next()
        return
    for line in range(fill_in.lines):
        writer.write(text if line == 0 else "")
        writer.need(_WRITTEN_HEIGHT)
        _underline(writer, 1, writer.last)
        writer.next()


def _stamp_line(writer: SheetWriter, text: str) -> None:
    writer.write(text, first=writer.first_of_last(_STAMP_WIDTH))
    writer.next()


def _side_by_side(writer: SheetWriter, block: SideBySide) -> None:
    """Both texts from the top of a row; one above the other where there is a single column."""
    first = writer.first_of_last(_STAMP_WIDTH)
    if first == 1:
        for text in (block.left, block.right):
            writer.write(text)
            writer.next()
        return
    left = writer.write(block.left, last=first - 1, free=_FREE)
    for written in (left, writer.write(block.right, first=first, free=_FREE)):
        written.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    writer.next()


def _signature(writer: SheetWriter, signature: Signature) -> None:
    """The post, a line, the name; in one text where the columns are too few or too wide for that."""
    signer = signed_by(signature.name)
    name = writer.first_of_last(len(BLANK_NAME) + 2)
    sign = writer.first_of_last(sum(writer.widths[name - 1 : writer.last]) + len(BLANK_SIGN))
    if sum(writer.widths[: sign - 1]) < _LEAST_POST or sign == name:
        writer.write(f"{signature.post}  {BLANK_SIGN}  {signer}")
    else:
        writer.write(signature.post, last=sign - 1)
        writer.write(signer, first=name, indent=1)
        _underline(writer, sign, name - 1)
    writer.need(writer.size * _SIGN_HEIGHT)
    for column in (1, name):
        writer.sheet.cell(writer.row, column).alignment = Alignment(
            horizontal="left", vertical="bottom", wrap_text=True, indent=0 if column == 1 else 1
        )
    writer.next()


def _underline(writer: SheetWriter, first: int, last: int) -> None:
    for column in range(first, last + 1):
        writer.sheet.cell(writer.row, column).border = _LINE
