"""PDF as ReportLab writes it."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plans import HEADING, ROWS, Row, Truth, cells, keep, numbered, within
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
WIDTHS = (32, 210, 90, 100, 90)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def _styles() -> tuple[Any, Any, Any]:
    pdfmetrics.registerFont(TTFont("Serif", FONTS / "LiberationSerif-Regular.ttf"))
    plain = ParagraphStyle("plain", fontName="Serif", fontSize=10, leading=12)
    return (
        plain,
        ParagraphStyle("c", plain, alignment=TA_CENTER),
        ParagraphStyle("r", plain, alignment=TA_RIGHT),
    )


def _built(story: Sequence[Any], *, wide: bool = False, numbers: bool = True) -> bytes:
    file = io.BytesIO()
    page = landscape(A4) if wide else A4
    document = SimpleDocTemplate(
        file, pagesize=page, leftMargin=36, rightMargin=36, topMargin=40, bottomMargin=40
    )

    def number(canvas: Any, document: Any) -> None:
        if numbers and document.page > 1:
            canvas.setFont("Serif", 10)
            canvas.drawCentredString(page[0] / 2, page[1] - 28, str(document.page))

    document.build(list(story), onFirstPage=number, onLaterPages=number)
    return file.getvalue()


def _table(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    style: Any,
    commands: Sequence[Any],
    heads: int = 1,
) -> Any:
    body = [[Paragraph(text.replace("&", "&amp;"), style) if text else "" for text in row] for row in rows]
    return Table(body, colWidths=widths, repeatRows=heads, style=[*GRID, *commands])


def pages_with_repeated_heading() -> None:
    """Many pages: the heading and «1 2 3 4 5» on each, sections over the width, numbers of pages, an annex's stamp."""
    plain, centre, right = _styles()
    parts = (("I. Организационные мероприятия", ROWS[0:8]), ("II. Методические мероприятия", ROWS[8:20]),
             ("III. Работа с кадрами и родителями", ROWS[24:34]))  # fmt: skip
    body: list[Sequence[str]] = [HEADING, tuple("12345")]
    spans: list[Any] = []
    rows: list[Row] = []
    for title, own in parts:
        spans.append(("SPAN", (0, len(body)), (-1, len(body))))
        body.append((title, "", "", "", ""))
        own = within(title, numbered(own, first=len(rows) + 1))
        body += map(cells, own)
        rows += own
    story = [
        Paragraph(line, right)
        for line in ("Приложение № 3", "к приказу отдела образования", "от 29.08.2024 г. № 211")
    ]
    story += [
        Spacer(1, 12),
        Paragraph("ДОРОЖНАЯ КАРТА", centre),
        Paragraph("сопровождения школ с низкими результатами на 2024–2025 учебный год", centre),
        Spacer(1, 8),
    ]
    story.append(_table(body, WIDTHS, plain, spans, heads=2))
    keep("24-pages-with-repeated-heading.pdf", _built(story),
         Truth(rows, "ДОРОЖНАЯ КАРТА сопровождения школ с низкими результатами на 2024–2025 учебный год",
               {"annex_number": "3", "order_number": "211", "order_date": "2024-08-29"}, ("2024-09-01", "2025-08-31")))  # fmt: skip


def rows_split_over_pages() -> None:
    """Long cells that the page's end splits; no heading on later pages, numbers of pages below the text."""
    plain, centre, _ = _styles()
    long = (
        " Включает изучение опыта школ, сбор и обобщение материалов, подготовку адресных рекомендаций для учителей и администраций."
        * 3
    )
    rows = [Row(row.name + "." + long, row.due_text, row.performers, row.expected_result, row.number)
            for row in numbered(ROWS[0:12])]  # fmt: skip
    story = [Paragraph("Комплекс мер по поддержке школ на 2024-2025 учебный год", centre), Spacer(1, 8)]
    table = _table([HEADING, *map(cells, rows)], WIDTHS, plain, [], heads=0)
    table.splitInRow = 1
    story.append(table)
    keep("25-rows-split-over-pages.pdf", _built(story), Truth(rows, ugly=True))


def quarters_and_merged_sections() -> None:
    """A wide page: sections merged down, quarters marked with «х» below a title over four columns."""
    plain, centre, _ = _styles()
    marks = ("х...", ".хх.", "хххх", "...х", "х.х.", "..хх")
    dues = ("I квартал 2025 года", "II, III кварталы 2025 года", "I – IV кварталы 2025 года", "IV квартал 2025 года",
            "I квартал 2025 года, III квартал 2025 года", "III, IV кварталы 2025 года")  # fmt: skip
    body: list[Sequence[str]] = [
        ("Направление", "№", "Мероприятия", "Квартал 2025 года", "", "", "", "Ответственные"),
        ("", "", "", "I", "II", "III", "IV", ""),
    ]
    rows = []
    for place, (row, signs, due) in enumerate(zip(ROWS[30:36], marks, dues, strict=True)):
        title = "Контроль" if place < 2 else "Поддержка"
        first = title if place in (0, 2) else ""
        body.append(
            (first, str(place + 1), row.name, *(sign.strip(".") for sign in signs), ", ".join(row.performers))
        )
        rows.append(Row(row.name, due, row.performers, "", str(place + 1), title))
    spans = [("SPAN", (column, 0), (column, 1)) for column in (0, 1, 2, 7)]
    spans += [("SPAN", (3, 0), (6, 0)), ("SPAN", (0, 2), (0, 3)), ("SPAN", (0, 4), (0, 7))]
    story = [Paragraph("План работы на 2025 год", centre), Spacer(1, 8),
             _table(body, (90, 30, 280, 40, 40, 40, 40, 180), plain, spans, heads=2)]  # fmt: skip
    keep("26-quarters-and-merged-sections.pdf", _built(story, wide=True),
         Truth(rows, "План работы на 2025 год", period=("2025-01-01", "2025-12-31")))  # fmt: skip


def without_lines() -> None:
    """Columns kept by their places alone, no lines drawn."""
    plain, centre, _ = _styles()
    rows = numbered(ROWS[0:14])
    table = Table([[Paragraph(text, plain) for text in row] for row in (HEADING, *map(cells, rows))],
                  colWidths=(40, 200, 95, 105, 95), style=[("VALIGN", (0, 0), (-1, -1), "TOP"),
                                                           ("BOTTOMPADDING", (0, 0), (-1, -1), 8)])  # fmt: skip
    story = [Paragraph("План методической работы на 2024-2025 учебный год", centre), Spacer(1, 8), table]
    keep("27-without-lines.pdf", _built(story, numbers=False),
         Truth(rows, "План методической работы на 2024-2025 учебный год", ugly=True))  # fmt: skip


def make() -> None:
    """Writes all of them."""
    pages_with_repeated_heading()
    rows_split_over_pages()
    quarters_and_merged_sections()
    without_lines()
