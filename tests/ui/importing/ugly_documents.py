"""Plans as they come: each is a file that someone could have sent."""

from collections.abc import Callable
from pathlib import Path

import docx
from docx.shared import Pt
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from roadmap_desktop.program_data import data_path

_STAMP = (
    "Приложение № 1 к приказу Отдела образования от 10.09.2024 г. № 01-10/142-2",
    "План мероприятий (дорожная карта) поддержки школ с низкими результатами на 2024–2025 учебный год",
)


def merged_cells(folder: Path) -> Path:
    """Word: performers merged down, a section over the whole width, a due that says nothing."""
    document = docx.Document()
    for line in _STAMP:
        document.add_paragraph(line)
    rows = [
        ("№ п/п", "Наименование мероприятия", "Сроки", "Ответственный", "Результат"),
        ("Раздел 1. Организация", "", "", "", ""),
        ("1", "Утверждение списка школ", "сентябрь 2024 года", "Отдел образования, МКУ «ЦМТО»", "Приказ"),
        ("2", "Создание рабочей группы", "как только, так сразу", "", "Приказ"),
        ("Раздел 2. Кадры", "", "", "", ""),
        ("3", "Курсы для учителей математики", "октябрь – ноябрь 2024 года", "ЦМТО", "Удостоверения"),
        ("4", "Семинары для директоров", "регулярно", "ЦМТО", ""),
        ("Итого: 4", "", "", "", ""),
    ]
    table = document.add_table(len(rows), 5)
    table.style = "Table Grid"
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(11)
        if cells[1] == "":
            line.cells[0].merge(line.cells[4])
    table.cell(2, 3).merge(table.cell(3, 3))
    path = folder / "План с объединёнными ячейками.docx"
    document.save(str(path))
    return path


def torn_heading(folder: Path) -> Path:
    """Excel: a heading of two rows, a row that numbers the columns, the heading again, months in brackets."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("УТВЕРЖДАЮ", None, None, None, None, None),
        ("Начальник отдела образования _________ Е. С. Примерова", None, None, None, None, None),
        (None,) * 6,
        ("№", "Мероприя-", "Срок исполнения", None, "Ответ-", "Кабинет"),
        ("п/п", "тие", "начало", "окончание", "ственный", None),
        (1, 2, 3, 4, 5, 6),
        (1, "Диагностика дефицитов учителей", "01.10.2024", "31.10.2024", "ЦМТО", "каб. 5"),
        (2, "Индивидуальные планы развития", "01.11.2024", "29.11.2024", "ЦМТО; школы", None),
        ("№", "Мероприя-", "Срок исполнения", None, "Ответ-", "Кабинет"),
        ("п/п", "тие", "начало", "окончание", "ственный", None),
        (3, "Итоговое совещание", "20.05.2025", "20.05.2025", "Отдел образования", "актовый зал"),
    ):
        sheet.append(row)
    for cells in ("A1:F1", "A2:F2", "C4:D4", "C9:D9"):
        sheet.merge_cells(cells)
    path = folder / "Разорванный заголовок.xlsx"
    book.save(path)
    return path


def quarters_marked(folder: Path) -> Path:
    """Excel: the due is a «х» under a quarter."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("План работы на 2025 год", None, None, None, None, None, None))
    sheet.append(("№", "Мероприятие", "I квартал", "II квартал", "III квартал", "IV квартал", "Исполнитель"))
    sheet.append((1, "Мониторинг результатов", "х", None, None, "х", "Тьюторы"))
    sheet.append((2, "Выездные консультации", None, "Х", "x", None, "Методисты"))
    sheet.append((3, "Обобщение опыта", None, None, None, None, "ЦМТО"))
    sheet.merge_cells("A1:G1")
    path = folder / "Кварталы с крестиками.xlsx"
    book.save(path)
    return path


def sections_in_a_column(folder: Path) -> Path:
    """Excel: sections as a column that is merged down."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("Направление", "Содержание работы", "Когда", "Кто отвечает", "Отметка о выполнении"))
    sheet.append(("Работа с учителями", "Открытые уроки", "ноябрь 2024", "Завучи", "выполнено"))
    sheet.append((None, "Наставничество", "в течение года", "Школы", None))
    sheet.append((None, "Педсовет", "март 2025", "Директора", "выполнено частично"))
    sheet.append(("Работа с родителями", "Собрания", "октябрь 2024", "Школы", None))
    sheet.append((None, "Анкетирование", "апрель 2025", "Психологи", None))
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("A5:A6")
    path = folder / "Разделы столбцом.xlsx"
    book.save(path)
    return path


def pdf_text(folder: Path) -> Path:
    """PDF: lines of a text layer with nothing drawn around them."""
    pdfmetrics.registerFont(
        TTFont("plan", str(next(data_path("resources", "fonts").glob("*Serif-Regular.ttf"))))
    )
    path = folder / "План из PDF.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("plan", 10)
    columns = (40, 70, 270, 380)
    lines = (
        ("", "", "", ""),
        ("№", "Мероприятие", "Срок", "Ответственный"),
        ("1", "Посещение уроков в школах", "октябрь 2024 года", "Методисты"),
        ("2", "Разбор итогов диагностических", "ноябрь 2024 года", "Тьюторы"),
        ("", "работ по математике", "", ""),
        ("3", "Круглый стол", "по согласованию", "Отдел"),
    )
    canvas.drawString(160, 800, "План-график на 2024–2025 учебный год")
    for number, cells in enumerate(lines):
        for left, text in zip(columns, cells, strict=True):
            canvas.drawString(left, 770 - 16 * number, text)
    canvas.save()
    return path


UGLY: tuple[Callable[[Path], Path], ...] = (
    merged_cells,
    torn_heading,
    quarters_marked,
    sections_in_a_column,
    pdf_text,
)
