"""Word files and workbooks on a PC whose clock says what ZIP or Excel cannot."""

import io
import time
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from roadmap_desktop.reports.blocks import Column, Document, Row, Table
from roadmap_desktop.reports.render import docx_bytes, xlsx_bytes

DAYS = (date(1850, 5, 1), date(2020, 9, 1))
DOCUMENT = Document("Проба", (Table((Column("Дата", 30),), tuple(Row((day,)) for day in DAYS)),))


@pytest.mark.parametrize("year", [1970, 1979, 2108, 3001])
def test_a_file_is_written_in_any_year(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((year, 1, 2, 10, 0, 0, 4, 2, 0)))
    for data in (docx_bytes(DOCUMENT), xlsx_bytes(DOCUMENT)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert all(1980 <= one.date_time[0] <= 2107 for one in archive.infolist())
    assert zipfile.ZipInfo.__name__ == "ZipInfo"


def test_a_day_that_excel_does_not_know_is_a_text() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(DOCUMENT) or b"")).worksheets[0]
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert "01.05.1850" in values
    assert any(getattr(value, "year", None) == 2020 for value in values)
