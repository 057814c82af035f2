"""LibreOffice's formats as odfpy writes them."""

import io
from collections.abc import Sequence
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import H, LineBreak, P
from plans import HEADING, ROWS, Row, Truth, cells, keep, numbered, within


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.write(file)
    return file.getvalue()


def _row(texts: Sequence[str], width: int) -> Any:
    row = TableRow()
    for text in texts:
        cell = TableCell(valuetype="string", **({"numbercolumnsspanned": width} if len(texts) == 1 else {}))
        for line in text.split("\n"):
            paragraph = P()
            for place, piece in enumerate(line.split("\v")):
                if place:
                    paragraph.addElement(LineBreak())
                paragraph.addText(piece)
            cell.addElement(paragraph)
        row.addElement(cell)
    for _ in range(width - len(texts)):
        row.addElement(CoveredTableCell())
    return row


def text_with_sections() -> None:
    """A text with sections over the width, performers in lines."""
    document = OpenDocumentText()
    document.text.addElement(P(text="Приложение 1 к распоряжению администрации района от 14.08.2024 № 512-р"))
    document.text.addElement(H(outlinelevel=1, text="Дорожная карта помощи школам на 2024-2025 учебный год"))
    rows = within("Раздел 1. Организация", numbered(ROWS[0:4])) + within(
        "Раздел 2. Сопровождение", numbered(ROWS[12:17], first=5)
    )
    table = Table(name="План")
    table.addElement(TableColumn(numbercolumnsrepeated=5))
    table.addElement(_row(HEADING, 5))
    section = ""
    for row in rows:
        if row.section != section:
            section = row.section
            table.addElement(_row((section,), 5))
        number, name, due, _, result = cells(row)
        table.addElement(_row((number, name, due, "\n".join(row.performers), result), 5))
    document.text.addElement(table)
    keep("17-text-of-odfpy.odt", _saved(document),
         Truth(rows, "Дорожная карта помощи школам на 2024-2025 учебный год",
               {"annex_number": "1", "order_number": "512-р", "order_date": "2024-08-14"},
               ("2024-09-01", "2025-08-31")))  # fmt: skip


def sheet_without_numbers() -> None:
    """A sheet without numbers below its title, columns in another order, a sheet of indicators before it."""
    document = OpenDocumentSpreadsheet()
    other = Table(name="Показатели")
    for texts in (
        ("Показатель", "2024", "2025"),
        ("Доля школ ШНОР, %", "12", "8"),
        ("Охват педагогов, %", "40", "70"),
    ):
        other.addElement(_row(texts, 3))
    sheet = Table(name="План")
    sheet.addElement(_row(("План мероприятий на 2025-2026 учебный год",), 5))
    sheet.addElement(
        _row(("Сроки", "Наименование мероприятия", "Результат", "Ответственные", "Примечания"), 5)
    )
    rows: list[Row] = []
    for place, row in enumerate(ROWS[37:45]):
        note = "см. приказ № 5" if place == 2 else ""
        sheet.addElement(
            _row((row.due_text, row.name, row.expected_result, "; ".join(row.performers), note), 5)
        )
        rows.append(Row(row.name, row.due_text, row.performers, row.expected_result, note=note))
    document.spreadsheet.addElement(other)
    document.spreadsheet.addElement(sheet)
    keep("18-sheet-of-odfpy.ods", _saved(document), Truth(rows, period=("2025-09-01", "2026-08-31")))


def make() -> None:
    """Writes all of them."""
    text_with_sections()
    sheet_without_numbers()
