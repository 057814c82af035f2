"""A document as a workbook: each of its tables is a sheet, named for the heading above it."""

import io
import re
from collections.abc import Callable, Iterator

from openpyxl import Workbook

from roadmap_desktop.reports.blocks import Document, Heading, Paragraph, Table
from roadmap_desktop.reports.xlsx.sheet import draw_table, draw_words, set_up_page
from roadmap_desktop.reports.xml_text import writable

_PRODUCER = "Дорожная карта методиста"
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31

Words = list[Heading | Paragraph]


def draw(document: Document, cancelled: Callable[[], bool]) -> bytes | None:
    """The document as a workbook's bytes, or None when ``cancelled`` said so on the way. What is made to be signed and
    stamped has no place in a workbook and is left out."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = writable(document.title)
    book.properties.creator = writable(document.author) or _PRODUCER
    book.properties.language = document.language
    for words, table in _sheets(document):
        sheet = book.create_sheet(_sheet_name(words, document.title, book.sheetnames))
        set_up_page(sheet, document.page)
        draw_words(sheet, words)
        if table is not None:
            draw_table(sheet, table, len(words) + 1, cancelled)
        if cancelled():
            return None
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _sheets(document: Document) -> Iterator[tuple[Words, Table | None]]:
    """Each table with what is said above it; words after the last table go to no sheet unless there is none."""
    words: Words = []
    tables = 0
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            words.append(block)
        elif isinstance(block, Table):
            yield words, block
            words, tables = [], tables + 1
    if not tables:
        yield words, None


def _sheet_name(words: Words, title: str, taken: list[str]) -> str:
    """The nearest heading as a name that Excel takes: short, without some signs, no other sheet's."""
    nearest = next((block.text for block in reversed(words) if isinstance(block, Heading)), title)
    name = _NOT_IN_A_NAME.sub(" ", writable(nearest)).strip(" '")[:_LONGEST_NAME] or "Лист"
    number, unique = 1, name
    while unique.casefold() in {other.casefold() for other in taken}:
        number += 1
        unique = f"{name[: _LONGEST_NAME - 3]} {number}"
    return unique
