"""Files that would take a computer's memory, or fetch something: refused with a sentence before they do."""

import io
import socket
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from tests.exchange.plan_reading import word_files as w
from tests.exchange.plan_reading.documents_and_truth import HEADING, PLAN, as_true, cells, read

ROOT = Path(__file__).resolve().parents[3]
ROWS = [HEADING, *map(cells, PLAN)]
GIGABYTE, MEGABYTE = 1 << 30, 1 << 20
# The memory that a reading may take, over that of the process that begins it.
MOST_MEMORY = 300 * MEGABYTE
ASKED = """
import resource, sys
from pathlib import Path
from roadmap_desktop.errors import UserError
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan
from roadmap_desktop.exchange.documents import delimited, open_document, pdf_document, web_page, word_document, workbook
def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
data = Path(sys.argv[1]).read_bytes()
before = most()
try:
    read_plan(read_document(data, sys.argv[1]))
except UserError as error:
    print(error.reason)
print(most() - before)
"""


def _bomb(name: str, said: int = GIGABYTE) -> bytes:
    """An archive of a megabyte with a part that unpacks to a gigabyte, whatever its directory says."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = squeezer.compress(b" " * MEGABYTE) + squeezer.flush(zlib.Z_FULL_FLUSH)
    packed = block * (GIGABYTE // MEGABYTE) + squeezer.flush()
    part = name.encode()
    # Version, flags, method, time, date, checksum, sizes and the length of the name stand in both.
    common = struct.pack("<HHHHHIIIH", 20, 0, 8, 0, 0, 0, len(packed), said, len(part))
    local = b"PK\3\4" + common + struct.pack("<H", 0) + part + packed
    directory = b"PK\1\2" + struct.pack("<H", 20) + common + bytes(16) + part
    return local + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(directory), len(local), 0)


def _locked_open_document() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
        archive.writestr("content.xml", bytes(range(256)))
    return file.getvalue()


def _pdf_cut_off() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in range(20):
        canvas.drawString(50, 50, f"page {page}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()[:400]


def _deep_cell() -> bytes:
    inner = "".join("<w:tbl><w:tr><w:tc>" for _ in range(200)) + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200
    return w.packed(inner)


HOPELESS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a bomb in Word": (lambda: _bomb("word/document.xml"), "план.docx", "слишком велик"),
    "a bomb in Excel": (lambda: _bomb("xl/sharedStrings.xml"), "план.xlsx", "слишком велик"),
    "a bomb in LibreOffice": (lambda: _bomb("content.xml"), "план.ods", "слишком велик"),
    "a bomb that says it is small": (lambda: _bomb("word/document.xml", 1000), "план.docx", "повреждён|слишком велик"),
    "a locked .odt": (_locked_open_document, "план.odt", "паролем"),
    "a .pdf cut off": (_pdf_cut_off, "план.pdf", "повреждён"),
    "a .pdf that is none": (lambda: b"<html><table></table></html>", "план.pdf", "повреждён"),
    "tables within tables": (_deep_cell, "план.docx", "не нашлось таблицы|повреждён"),
    "a hundred megabytes of a page": (lambda: b"<table>" * 15_000_000, "план.html", "слишком велик"),
    "fifty thousand rows of a page": (
        lambda: b"<table>" + "<tr><td>дело<td>май<td>ОО".encode() * 50_000,
        "план.html",
        "строк",
    ),
    "fifty thousand rows of a text": (lambda: "| дело | май | ОО |\n".encode() * 50_000, "план.txt", "строк"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOPELESS)
def test_it_ends_with_a_sentence(what: str) -> None:
    make, name, words = HOPELESS[what]
    with pytest.raises(UserError, match=words) as caught:
        read(make(), name)
    assert caught.value.outcome == NOTHING_CHANGED and caught.value.advice


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows says otherwise how much memory a process has had"
)
@pytest.mark.parametrize("what", [*HOPELESS, "a plan of five thousand rows"])
def test_it_takes_little_memory(what: str, tmp_path: Path) -> None:
    plan = (lambda: w.packed(w.table(*[w.row(*row) for row in ROWS * 1000])), "план.docx", "")
    make, name, _ = HOPELESS.get(what, plan)
    (tmp_path / name).write_bytes(make())
    answer = subprocess.run(
        [sys.executable, "-c", ASKED, str(tmp_path / name)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert int(answer.stdout.split()[-1]) < MOST_MEMORY


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a document made the program look outside")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    page = (
        '<html><head><meta charset="utf-8"><base href="http://example.org/"><link rel="stylesheet" href="a.css">'
        f'<script src="b.js"></script></head><body><img src="c.png"><table>{rows}</table>'
        '<iframe src="http://example.org/d"></iframe></body></html>'
    )
    assert as_true(read(page.encode(), "план.html")) == list(PLAN)
    target = 'Target="http://example.org/t.dotm" TargetMode="External"'
    relation = f'<Relationship Id="r1" Type="x/attachedTemplate" {target}/>'
    word = w.packed(w.table(*[w.row(*row) for row in ROWS]), settings=f"<x>{relation}</x>")
    assert as_true(read(word, "план.docx")) == list(PLAN)
