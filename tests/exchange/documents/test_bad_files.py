"""Files that no plan can be read from end with a sentence, soon, and nothing of them is run or fetched."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents import old_office
from roadmap_desktop.exchange.documents.allowance import MOST_UNPACKED, Allowance
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan
from tests.exchange.plan_reading import word_files as w
from tests.exchange.plan_reading.documents_and_truth import HEADING, PLAN, cells, read

ROWS = [HEADING, *map(cells, PLAN)]
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


def _workbook(rows: int = 5) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADING)
    for number in range(rows):
        sheet.append((number, "Дело", "май", "ОО", "Отчёт"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fifty_thousand_rows() -> bytes:
    cells = '<c t="inlineStr"><is><t>Дело</t></is></c>' * 5
    rows = "".join(f'<row r="{number}">{cells}</row>' for number in range(1, 50_001))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return _with_part(_workbook(), "xl/worksheets/sheet1.xml", sheet.encode())


def _with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The package with one part replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for other in old.namelist():
            new.writestr(other, part if other == name else old.read(other))
        if name not in old.namelist():
            new.writestr(name, part)
    return file.getvalue()


def _bomb(part: str, data: bytes) -> bytes:
    return _with_part(data, part, b"<x>" + b" " * (MOST_UNPACKED + 1) + b"</x>")


def _archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("письмо.txt", "привет")
    return file.getvalue()


def _word_with_entities() -> bytes:
    inner = f"<w:document {w.W}><w:body>{w.paragraph('&amp;b;')}</w:body></w:document>".replace(
        "&amp;b;", "&b;&c;"
    )
    return _with_part(w.packed(""), "word/document.xml", (ENTITIES + inner).encode())


def _lying_about_its_size() -> bytes:
    """An archive whose directory says that a part is small."""
    data = bytearray(_with_part(w.packed(""), "word/document.xml", b" " * 60_000_000))
    size = struct.pack("<I", 60_000_000)
    for _ in range(4):
        place = data.find(size)
        if place < 0:
            break
        data[place : place + 4] = struct.pack("<I", 1000)
    return bytes(data)


BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "an empty file": (lambda: b"", "план.docx", "пуст"),
    "a file of spaces": (lambda: b" \n\n\t ", "план.txt", "пуст"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "план.pdf", "рисунок"),
    "a program": (lambda: b"MZ\x90\0\x03" + bytes(range(256)) * 10, "план.txt", "не текст"),
    "a roadmap": (lambda: b"SQLite format 3\0" + bytes(100), "план.docx", "файл дорожной карты"),
    "a page called .docx": (
        lambda: b"<html><body><table></table></body></html>",
        "план.docx",
        "веб-страница",
    ),
    "a .doc called .docx": (lambda: OLD, "план.docx", "старого вида"),
    "text called .docx": (lambda: "просто слова".encode(), "план.docx", "повреждён"),
    "a locked document": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "план.docx", "паролем"),
    "a truncated .docx": (lambda: w.with_table(ROWS)[:9000], "план.docx", "повреждён"),
    "a truncated .xlsx": (lambda: _workbook()[:3000], "план.xlsx", "повреждён"),
    "an archive": (_archive, "план.zip", "архив"),
    "a bomb in Word": (
        lambda: _bomb("word/document.xml", w.packed("")),
        "план.docx",
        "слишком велик",
    ),
    "a bomb in Excel": (
        lambda: _bomb("xl/sharedStrings.xml", _workbook()),
        "план.xlsx",
        "слишком велик",
    ),
    "a liar": (_lying_about_its_size, "план.docx", "повреждён|слишком велик"),
    "entities": (_word_with_entities, "план.docx", "скрытые вставки"),
    "entities in Excel": (
        lambda: _with_part(_workbook(), "xl/workbook.xml", (ENTITIES + "<workbook>&b;</workbook>").encode()),
        "план.xlsx",
        "скрытые вставки",
    ),
    "a hundred megabytes": (lambda: b"a" * 100_000_000, "план.txt", "слишком велик"),
    "fifty thousand rows": (_fifty_thousand_rows, "план.xlsx", "строк"),
    "fifty thousand rows in Word": (
        lambda: w.packed("<w:tr/>" * 10 + "<w:tr></w:tr>" * 50_000),
        "план.docx",
        "строк",
    ),
    "fifty thousand lines": (lambda: "дело;май;ОО\n".encode() * 50_000, "план.csv", "строк"),
    "no table": (
        lambda: w.packed(w.paragraph("Уважаемые коллеги!") * 5),
        "письмо.docx",
        "не нашлось таблицы",
    ),
    "a story": (lambda: "Жил-был план.\nИ кончился.\n".encode() * 20, "план.txt", "не нашлось таблицы"),
    "a heading alone": (
        lambda: w.with_table([HEADING, ("", "", "", "", "")]),
        "план.docx",
        "ни одного мероприятия",
    ),
    "a deep page": (lambda: b"<div>" * 5000 + b"<table>" * 500, "план.html", "не нашлось таблицы|повреждён"),
}


@pytest.mark.parametrize("what", BAD)
def test_it_ends_with_a_sentence(what: str) -> None:
    make, name, words = BAD[what]
    with pytest.raises(UserError, match=words) as caught:
        read(make(), name)
    assert caught.value.outcome == NOTHING_CHANGED
    assert caught.value.advice


def test_an_old_document_is_told_how_to_be_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_office, "_program", lambda: None)
    with pytest.raises(UserError, match=r"сохраните его как \.docx"):
        read(OLD, "план.doc")
    with pytest.raises(UserError, match=r"сохраните его как \.xlsx"):
        read(OLD, "план.xls")


def test_it_takes_no_longer_than_it_may() -> None:
    with pytest.raises(UserError, match="за отведённое время"):
        read_document(_workbook(3000), "план.xlsx", Allowance(seconds=0))


def test_a_cell_that_reaches_over_a_thousand_columns_and_rows_is_bounded() -> None:
    cell = '<td colspan="60000" rowspan="60000">х</td>'
    page = f"<table>{f'<tr>{cell * 20}</tr>' * 200}</table>"
    document = read_document(page.encode(), "план.html")
    assert document.tables[0].width <= 200


@pytest.mark.parametrize(
    "make", [lambda: w.with_table(ROWS), _workbook, lambda: "\n".join(map(";".join, ROWS)).encode()]
)
def test_whatever_is_changed_in_its_bytes_it_is_read_or_told(make: Callable[[], bytes]) -> None:
    whole = make()
    chance = random.Random(1)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        for name in ("план.docx", "план.csv"):
            try:
                read_plan(read_document(bytes(data), name))
            except UserError as error:
                assert str(error)
