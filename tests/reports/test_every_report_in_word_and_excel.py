"""Every report on both samples as a Word file and as a workbook, read back: all of it is there, in order, once."""

import io
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.reports.blocks import (
    Caption,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import document_bytes
from tests.reports.every_report import printed, report_cases
from tests.reports.office_files import held, held_charts, said, said_charts


@pytest.fixture(scope="module", params=report_cases(), ids=" — ".join)
def document(request: pytest.FixtureRequest, samples: dict[str, Path]) -> Document:
    report_id, sample = request.param
    with open_roadmap(samples[sample]) as file:
        return printed(file, report_id)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_every_cell_and_every_sentence_is_there_in_order_once(document: Document, suffix: str) -> None:
    data = document_bytes(document, suffix)
    assert held(data, document, suffix) == said(document, suffix)
    assert held_charts(data) == said_charts(document)


COLUMNS = (Column("№", 0), Column("Наименование", 10), Column("Срок", 5))
ROWS = (Caption("Раздел"), *(Row((n, f"Мероприятие {n}", date(2020, 9, n))) for n in range(1, 6)))
WHOLE = Document(
    "План",
    (
        Heading("План"),
        Paragraph("Начало."),
        Table(COLUMNS, ROWS),
        Paragraph("Конец."),
        SignatureLines((Signature("Методист", "А. А. Образцова"),)),
    ),
)

SPOILT_WORD: dict[str, Callable[[WordFile], object]] = {
    "a cell is lost": lambda file: setattr(file.tables[0].cell(3, 1), "text", ""),
    "a letter of a cell is lost": lambda file: setattr(file.tables[0].cell(3, 1), "text", "Мероприятие"),
    "two cells are swapped": lambda file: file.tables[0].rows[3]._tr.append(file.tables[0].cell(3, 1)._tc),
    "a row is lost": lambda file: file.tables[0]._tbl.remove(file.tables[0].rows[-1]._tr),
    "a row is doubled": lambda file: file.tables[0]._tbl.append(deepcopy(file.tables[0].rows[-1]._tr)),
    "the caption is lost": lambda file: file.tables[0]._tbl.remove(file.tables[0].rows[1]._tr),
    "a sentence is lost": lambda file: file.element.body.remove(file.paragraphs[1]._p),
    "a sentence is doubled": lambda file: file.element.body.insert(0, deepcopy(file.paragraphs[1]._p)),
    "a sentence is elsewhere": lambda file: file.element.body.insert(0, file.paragraphs[1]._p),
    "the signature is lost": lambda file: file.element.body.remove(file.tables[-1]._tbl),
}

SPOILT_SHEET: dict[str, Callable[[Worksheet], object]] = {
    "a cell is lost": lambda sheet: setattr(sheet["B6"], "value", None),
    "a letter of a cell is lost": lambda sheet: setattr(sheet["B6"], "value", "Мероприятие"),
    "a date is another": lambda sheet: setattr(sheet["C6"], "value", date(2020, 9, 30)),
    "a row is lost": lambda sheet: sheet.delete_rows(6),
    "a cell is doubled": lambda sheet: setattr(sheet["D6"], "value", sheet["B6"].value),
    "the caption is lost": lambda sheet: setattr(sheet["A4"], "value", None),
    "a sentence is lost": lambda sheet: setattr(sheet["A2"], "value", None),
    "two rows are swapped": lambda sheet: sheet.move_range("A5:C5", rows=12),
}


def test_the_whole_document_is_whole() -> None:
    for suffix in (".docx", ".xlsx"):
        assert held(document_bytes(WHOLE, suffix), WHOLE, suffix) == said(WHOLE, suffix)


@pytest.mark.parametrize("what", SPOILT_WORD)
def test_what_a_word_file_lost_doubled_or_moved_would_be_noticed(what: str) -> None:
    file = docx.Document(io.BytesIO(document_bytes(WHOLE, ".docx")))
    SPOILT_WORD[what](file)
    spoilt = io.BytesIO()
    file.save(spoilt)
    assert held(spoilt.getvalue(), WHOLE, ".docx") != said(WHOLE, ".docx")


@pytest.mark.parametrize("what", SPOILT_SHEET)
def test_what_a_workbook_lost_doubled_or_moved_would_be_noticed(what: str) -> None:
    book = load_workbook(io.BytesIO(document_bytes(WHOLE, ".xlsx")))
    SPOILT_SHEET[what](book.worksheets[0])
    spoilt = io.BytesIO()
    book.save(spoilt)
    assert held(spoilt.getvalue(), WHOLE, ".xlsx") != said(WHOLE, ".xlsx")
