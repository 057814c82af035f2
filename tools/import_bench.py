"""How long documents of other programs take to read, in seconds of the processor, beside what reads them barely."""

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from stopwatch import Figure, in_turns

WORD_ROWS, SHEET_ROWS, PAGES = 2_000, 10_000, 200
_RUNS = 5
_HEADING = (
    "№ п/п",
    "Наименование мероприятия",
    "Сроки исполнения",
    "Ответственный исполнитель",
    "Ожидаемый результат",
)


def figures() -> list[Figure]:
    """A Word table and a workbook read, a long PDF cancelled."""
    from roadmap_desktop.exchange.documents.reading import read_document

    word, sheet = _word(), _workbook()
    body = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml")
    bare_word, our_word, bare_sheet, our_sheet = in_turns(
        _RUNS,
        partial(_seconds, partial(_pass_of_lxml, body)),
        partial(_seconds, partial(read_document, word, "plan.docx")),
        partial(_seconds, partial(_pass_of_openpyxl, sheet)),
        partial(_seconds, partial(read_document, sheet, "plan.xlsx")),
    )
    return [
        Figure.ratio(
            f"a Word plan of {WORD_ROWS} rows is read",
            3.0,
            our_word,
            bare_word,
            "one pass of lxml over its XML",
        ),
        Figure.ratio(
            f"a workbook of {SHEET_ROWS} rows is read",
            1.5,
            our_sheet,
            bare_sheet,
            "openpyxl's read-only pass",
        ),
        Figure.worst(f"reading a PDF of {PAGES} pages stops when it is cancelled", 0.3, _waits(_pdf())),
    ]


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _pass_of_lxml(body: bytes) -> None:
    from lxml import etree

    for _, element in etree.iterparse(io.BytesIO(body)):
        assert element.tag


def _pass_of_openpyxl(data: bytes) -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert row


def _waits(data: bytes) -> list[float]:
    """How long each moment of a reading and its understanding waits until it looks whether it is still wanted."""
    from roadmap_desktop.exchange.documents.allowance import Allowance
    from roadmap_desktop.exchange.documents.reading import read_document
    from roadmap_desktop.exchange.plan_reading.plan_document import read_plan

    moments = [time.process_time()]

    def cancelled() -> bool:
        moments.append(time.process_time())
        return False

    allowance = Allowance(cancelled)
    read_plan(read_document(data, "plan.pdf", allowance), None, allowance)
    moments.append(time.process_time())
    return [after - before for before, after in pairwise(moments)]


def _rows(count: int) -> list[Sequence[str]]:
    rows = [
        (f"{number}.", f"Семинар для учителей школ с низкими результатами, занятие {number}",
         "сентябрь – октябрь 2024 года", "Отдел образования, МКУ «ЦМТО»", "Материалы семинара")
        for number in range(1, count + 1)
    ]  # fmt: skip
    return [_HEADING, *rows]


def _word() -> bytes:
    """A table as Word writes it, with the properties of cells, paragraphs and runs."""
    run = '<w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{}</w:t>'
    cell = (
        '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r>{run}</w:r></w:p></w:tc>'
    )
    body = "".join(f"<w:tr>{''.join(cell.format(text) for text in row)}</w:tr>" for row in _rows(WORD_ROWS))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>',
        )
    return file.getvalue()


def _workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("План")
    for row in _rows(SHEET_ROWS):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _pdf() -> bytes:
    """Pages with a table of a dozen rows each, with lines around its cells."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from roadmap_desktop.program_data import data_path

    pdfmetrics.registerFont(TTFont("bench", data_path("resources", "fonts", "LiberationSerif-Regular.ttf")))
    file = io.BytesIO()
    canvas = Canvas(file)
    rows = _rows(PAGES * 12)
    across, down = [30, 60, 260, 370, 480, 570], [800 - 55 * index for index in range(14)]
    for page in range(PAGES):
        canvas.setFont("bench", 8)
        canvas.grid(across, down)
        for top, row in zip(down, [_HEADING, *rows[1 + page * 12 : 13 + page * 12]], strict=False):
            for left, text in zip(across, row, strict=False):
                for line in range(0, len(text), 22):
                    canvas.drawString(left + 3, top - 10 - line / 22 * 10, text[line : line + 22])
        canvas.showPage()
    canvas.save()
    return file.getvalue()
