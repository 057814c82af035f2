"""Lists as schools send them, each made by another program: what is in them is told by who asks for it."""

import csv
from collections.abc import Sequence
from html import escape
from io import BytesIO, StringIO
from zipfile import ZipFile

from docx import Document
from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
_OPEN = " ".join(
    f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "text", "table")
)


def workbook(rows: Rows, *merged: str, title: str = "Лист1") -> bytes:
    """A sheet of Excel; ``merged`` are ranges («A1:F1»)."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for one in merged:
        sheet.merge_cells(one)
    return _saved(book)


def sheets(*named: tuple[str, Rows]) -> bytes:
    """A workbook of several sheets."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in named:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return _saved(book)


def delimited(rows: Rows, encoding: str = "cp1251", separator: str = ";") -> bytes:
    """A table in text, as Excel saves it in Russia."""
    out = StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def word(title: str, rows: Rows, below: str = "") -> bytes:
    """A document of Word: a title, a table, whatever stands below."""
    document = Document()
    document.add_paragraph(title)
    table = document.add_table(0, max(map(len, rows)))
    for row in rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=False):
            lines = str(value).split("\n")
            cell.text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
    if below:
        document.add_paragraph(below)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def open_text(title: str, rows: Rows, wide: Sequence[str] = ()) -> bytes:
    """A document of LibreOffice; rows of one of the texts ``wide`` go over the whole width."""
    width = max(map(len, rows))
    lines = (
        _open_cell(row[0], f' table:number-columns-spanned="{width}"')
        + "<table:covered-table-cell/>" * (width - 1)
        if row[0] in wide
        else "".join(map(_open_cell, row))
        for row in rows
    )
    table = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    body = f"<text:p>{escape(title)}</text:p><table:table>{table}</table:table>"
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_OPEN}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return out.getvalue()


def page(inner: str, charset: str = "windows-1251") -> bytes:
    """A page of a site with this table in it."""
    return (
        f'<html><head><meta charset="{charset}"><title>Сайт</title></head><body><p>Меню</p>'
        f"<table border=1>{inner}</table></body></html>"
    ).encode(charset)


def _saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _open_cell(value: object, attributes: str = "") -> str:
    return f"<table:table-cell{attributes}><text:p>{escape(str(value))}</text:p></table:table-cell>"
