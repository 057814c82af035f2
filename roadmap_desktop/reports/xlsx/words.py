"""Words above and beneath a table: each block a row across it, what is to be signed included."""

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from roadmap_desktop.reports.blocks import (
    Align,
    AnnexStamp,
    ApprovalStamp,
    Block,
    FillIn,
    Heading,
    Item,
    Paragraph,
    Signature,
    SignatureLines,
)
from roadmap_desktop.reports.to_sign import BLANK_NAME, BLANK_SIGN, label_of, stamp_lines
from roadmap_desktop.reports.xlsx.room import FONT, Room

_STAMP_WIDTH = 38
_LARGER = 2
_SMALLER = 1
_LINE = Border(bottom=Side("thin", "000000"))
_FREE = 3.0
_LEAST_POST = 18
_SIGN_HEIGHT = 2.6
_WRITTEN_HEIGHT = 22.0
_LINK = Font(name=FONT, color="17607D", underline="single")


def write_words(room: Room, block: Block) -> None:
    """Writes one block into the next free rows."""
    match block:
        case Heading():
            _heading(room, block)
        case Paragraph():
            size = room.size - (_SMALLER if block.small else 0)
            indent = 2 if block.indent else 0
            room.write(block.text, align=block.align, bold=block.bold, size=size, indent=indent, free=_FREE)
            room.next()
        case Item():
            room.write(f"{block.mark} {block.text}", indent=1)
            room.next()
        case FillIn():
            _fill_in(room, block)
        case ApprovalStamp():
            for line in stamp_lines(block):
                _stamp_line(room, line)
        case AnnexStamp():
            _stamp_line(room, block.text)
        case SignatureLines():
            for signature in block.signatures:
                _signature(room, signature)
        case _:
            raise AssertionError(block)


def write_link(room: Room, text: str, sheet: str, cell: str) -> None:
    """Writes an entry of contents that leads to a cell of a sheet."""
    written = room.write(text)
    quoted = sheet.replace("'", "''")
    written.hyperlink = Hyperlink(ref=written.coordinate, location=f"'{quoted}'!{cell}")
    written.font = _LINK
    room.next()


def _heading(room: Room, heading: Heading) -> None:
    size = room.size + (_LARGER if heading.level == 1 else 0)
    room.write(heading.text, align=Align.CENTRE, bold=True, size=size, free=2 * _FREE)
    room.next()


def _fill_in(room: Room, fill_in: FillIn) -> None:
    text = f"{label_of(fill_in)} {fill_in.value}".strip()
    if fill_in.value:
        room.write(text)
        room.next()
        return
    for line in range(fill_in.lines):
        room.write(text if line == 0 else "")
        room.need(_WRITTEN_HEIGHT)
        _underline(room, 1, room.last)
        room.next()


def _stamp_line(room: Room, text: str) -> None:
    room.write(text, first=room.first_of_last(_STAMP_WIDTH))
    room.next()


def _signature(room: Room, signature: Signature) -> None:
    """The post, a line, the name; in one text where the columns are too few or too wide for that."""
    signer = signature.name or BLANK_NAME
    name = room.first_of_last(len(BLANK_NAME) + 2)
    sign = room.first_of_last(sum(room.widths[name - 1 : room.last]) + len(BLANK_SIGN))
    if sum(room.widths[: sign - 1]) < _LEAST_POST or sign == name:
        room.write(f"{signature.post}  {BLANK_SIGN}  {signer}")
    else:
        room.write(signature.post, last=sign - 1)
        room.write(signer, first=name, indent=1)
        _underline(room, sign, name - 1)
    room.need(room.size * _SIGN_HEIGHT)
    for column in (1, name):
        room.sheet.cell(room.row, column).alignment = Alignment(
            horizontal="left", vertical="bottom", wrap_text=True, indent=0 if column == 1 else 1
        )
    room.next()


def _underline(room: Room, first: int, last: int) -> None:
    for column in range(first, last + 1):
        room.sheet.cell(room.row, column).border = _LINE
