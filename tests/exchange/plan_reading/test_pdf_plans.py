"""Plans in PDF with a text layer: tables with lines and without, broken over pages; scans and locked ones."""

import io
from collections.abc import Sequence
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.program_data import data_path
from tests.exchange.plan_reading.documents_and_truth import (
    HEADING,
    PLAN,
    TrueRow,
    as_true,
    cells,
    read,
    share,
)

pytest.importorskip("pypdfium2")

FONT = "ReadPlan"
WIDTHS = (35, 220, 130, 170, 180)
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])


@pytest.fixture(scope="module", autouse=True)
def _font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(data_path("resources", "fonts", "LiberationSerif-Regular.ttf"))))


def _pdf(rows: Sequence[Sequence[str]], *above: str, style: TableStyle = GRID, **options: Any) -> bytes:
    look = ParagraphStyle("cell", fontName=FONT, fontSize=11, leading=13)
    file = io.BytesIO()
    table = Table(
        [[Paragraph(text, look) for text in row] for row in rows],
        WIDTHS,
        style=style,
        **{"repeatRows": 1, **options},
    )
    SimpleDocTemplate(file, pagesize=landscape(A4)).build([*(Paragraph(text, look) for text in above), table])
    return file.getvalue()


def test_a_table_with_lines_on_many_pages_with_its_heading_on_each() -> None:
    rows = [
        TrueRow(f"Мероприятие по поддержке школы номер {number} из списка", "сентябрь – октябрь 2024 года",
                ("Отдел образования", "МКУ «ЦМТО»"), "Аналитическая справка", str(number))
        for number in range(1, 61)
    ]  # fmt: skip
    reading = read(
        _pdf([HEADING, *map(cells, rows)], "План мероприятий на 2024-2025 учебный год"), "план.pdf"
    )
    assert as_true(reading) == rows
    assert reading.title == "План мероприятий на 2024-2025 учебный год"


def test_a_table_whose_cells_are_merged() -> None:
    style = TableStyle([*GRID.getCommands(), ("SPAN", (0, 1), (-1, 1)), ("SPAN", (2, 2), (2, 3))])
    rows = [HEADING, ("Раздел 1. Организация", "", "", "", ""), ("1", "Первое дело", "май", "ЦМТО", "Отчёт"),
            ("2", "Второе дело", "", "ЦМТО", "Отчёт")]  # fmt: skip
    assert as_true(read(_pdf(rows, style=style), "план.pdf")) == [
        TrueRow(name, "май", ("ЦМТО",), "Отчёт", number, "Раздел 1. Организация")
        for name, number in (("Первое дело", "1"), ("Второе дело", "2"))
    ]


def test_a_cell_that_goes_on_alone_over_the_page() -> None:
    long = "Круглый стол «Работа с детьми, имеющими трудности в обучении, и их родителями» " * 9
    rows = [HEADING, ("1", long.strip(), "май", "ЦМТО", "Отчёт")]
    reading = read(_pdf(rows, *["строка"] * 26, splitInRow=1, repeatRows=0), "план.pdf")
    assert [row.name for row in reading.rows] == [long.strip()]


def test_marks_and_days_at_the_end_of_a_line_stand_without_a_space() -> None:
    rows = [HEADING, ("1", "Семинар «О грамотности<br/>»", "28–<br/>30.10.2025", "ЦМТО", "Отчёт")]
    assert as_true(read(_pdf(rows), "план.pdf")) == [
        TrueRow("Семинар «О грамотности»", "28–30.10.2025", ("ЦМТО",), "Отчёт", "1")
    ]


def test_a_table_without_lines() -> None:
    reading = read(_pdf([HEADING, *map(cells, PLAN)], "План", style=TableStyle([])), "план.pdf")
    assert share(reading, PLAN) >= 0.95


def test_a_scan_says_that_it_is_one() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(50, 50, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    with pytest.raises(UserError, match="скан"):
        read(file.getvalue(), "план.pdf")


def test_a_locked_one_and_a_broken_one_are_told() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(50, 50, "text")
    canvas.save()
    with pytest.raises(UserError, match="паролем"):
        read(file.getvalue(), "план.pdf")
    with pytest.raises(UserError, match="повреждён"):
        read(b"%PDF-1.4\n" + b"broken" * 100, "план.pdf")


def test_reading_is_told_and_can_be_cancelled() -> None:
    data = _pdf([HEADING, *(cells(row) for row in PLAN * 40)])
    shares: list[float] = []
    read_document(data, "план.pdf", Allowance(progress=shares.append))
    assert shares == sorted(shares) and len(shares) > 3
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        read_document(data, "план.pdf", Allowance(cancelled))
