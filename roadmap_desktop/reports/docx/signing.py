"""What makes a paper a document: the stamp at the upper right, the lines to sign on at the end."""

from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    PageSetup,
    SideBySide,
    Signature,
    SignatureLines,
)
from roadmap_desktop.reports.docx.markup import paragraph, run
from roadmap_desktop.reports.docx.styles import SIGNATURE, STAMP, STAMP_WIDTH, TEXT, in_stamp
from roadmap_desktop.reports.docx.units import twips
from roadmap_desktop.reports.to_sign import stamp_lines

_SIGN_WIDTH = 45
_NAME_WIDTH = 45
_GAP = 4


def approval_stamp(block: ApprovalStamp, turned: PageSetup | None) -> list[str]:
    """The stamp, a paragraph a line, at the right of ``turned`` in a part that lies otherwise than the document."""
    return [paragraph(STAMP, run(line), in_stamp(turned)) for line in stamp_lines(block)]


def annex_stamp(block: AnnexStamp, turned: PageSetup | None) -> str:
    """The annex's text, in the same place."""
    return paragraph(STAMP, run(block.text), f'<w:spacing w:line="240" w:lineRule="auto"/>{in_stamp(turned)}')


def side_by_side(block: SideBySide, page: PageSetup) -> str:
    """A table of two cells without borders."""
    left = twips(page.width - STAMP_WIDTH - _GAP)
    widths = [left, twips(page.width) - left]
    cells = zip((block.left, block.right), widths, strict=True)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:tcMar><w:left w:w="{twips(_GAP) if index else 0}" w:type="dxa"/></w:tcMar></w:tcPr>'
        f"{paragraph(TEXT, run(text))}</w:tc>"
        for index, (text, width) in enumerate(cells)
    )
    return _bare_table(widths, f"<w:tr>{row}</w:tr>")


def signature_lines(block: SignatureLines, page: PageSetup) -> str:
    """A table without borders but for the lines to sign on: the post may take several lines, the name stays beside the
    last of them."""
    widths = [page.width - _SIGN_WIDTH - _NAME_WIDTH - 2 * _GAP, _GAP, _SIGN_WIDTH, _GAP, _NAME_WIDTH]
    twelfths = [twips(width) for width in widths]
    last = len(block.signatures) - 1
    rows = "".join(_row(each, twelfths, kept=index < last) for index, each in enumerate(block.signatures))
    return _bare_table(twelfths, rows)


def _bare_table(widths: list[int], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(signature: Signature, widths: list[int], *, kept: bool) -> str:
    texts = (signature.post, "", "", "", signing_name(signature.name))
    lined = (False, False, True, False, not signature.name)
    look = "<w:keepNext/>" if kept else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_line(has_line)}<w:vAlign w:val="bottom"/></w:tcPr>'
        f"{paragraph(SIGNATURE, run(text), look)}</w:tc>"
        for text, width, has_line in zip(texts, widths, lined, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _line(has_line: bool) -> str:
    bottom = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    return f"<w:tcBorders>{bottom}</w:tcBorders>" if has_line else ""
