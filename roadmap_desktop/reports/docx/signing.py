"""What makes a paper a document: the stamp at the upper right, the lines to sign on at the end."""

from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.reports.blocks import AnnexStamp, ApprovalStamp, PageSetup, Signature, SignatureLines
from roadmap_desktop.reports.docx.markup import paragraph, run
from roadmap_desktop.reports.docx.styles import SIGNATURE, STAMP
from roadmap_desktop.reports.docx.units import twips
from roadmap_desktop.reports.to_sign import stamp_lines

_SIGN_WIDTH = 45
_NAME_WIDTH = 45
_GAP = 4


def approval_stamp(block: ApprovalStamp) -> list[str]:
    """The stamp, a paragraph a line."""
    return [paragraph(STAMP, run(line)) for line in stamp_lines(block)]


def annex_stamp(block: AnnexStamp) -> str:
    """The annex's text, in the same place."""
    return paragraph(STAMP, run(block.text), '<w:spacing w:line="240" w:lineRule="auto"/>')


def signature_lines(block: SignatureLines, page: PageSetup) -> str:
    """A table without borders but for the lines to sign on: the post may take several lines, the name stays beside the
    last of them."""
    widths = [page.width - _SIGN_WIDTH - _NAME_WIDTH - 2 * _GAP, _GAP, _SIGN_WIDTH, _GAP, _NAME_WIDTH]
    twelfths = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twelfths)
    last = len(block.signatures) - 1
    rows = "".join(_row(each, twelfths, kept=place < last) for place, each in enumerate(block.signatures))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twelfths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
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
