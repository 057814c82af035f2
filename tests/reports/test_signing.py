"""Who signs and who approves: the initials come first, however the name is stored, in every kind of file."""

import io
from collections.abc import Callable

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from roadmap_desktop.reports.blocks import ApprovalStamp, Document, Paragraph, Signature, SignatureLines
from roadmap_desktop.reports.render import document_bytes
from tests.reports.office_files import plain

SIGNED = Document(
    "План",
    (
        ApprovalStamp("Начальник отдела", "Образцова Анна Андреевна"),
        Paragraph("Присутствовал Примеров Б. Б."),
        SignatureLines((Signature("Методист", "Эталонова В.В."),)),
    ),
)


def in_pdf(data: bytes) -> str:
    return PdfReader(io.BytesIO(data)).pages[0].extract_text()


def in_word(data: bytes) -> str:
    file = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in file.paragraphs), *cells))


def in_excel(data: bytes) -> str:
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return "\n".join(str(value) for row in sheet.iter_rows(values_only=True) for value in row if value)


@pytest.mark.parametrize(("suffix", "read"), [(".pdf", in_pdf), (".docx", in_word), (".xlsx", in_excel)])
def test_initials_come_first_where_one_signs_and_last_in_a_text(
    suffix: str, read: Callable[[bytes], str]
) -> None:
    text = plain(read(document_bytes(SIGNED, suffix)))
    assert "А. А. Образцова" in text
    assert "В. В. Эталонова" in text
    assert "Примеров Б. Б." in text
    assert "Анна Андреевна" not in text
