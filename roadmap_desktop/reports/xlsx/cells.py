"""A cell of a workbook: numbers and dates as such, every text as the text it is."""

import re
from datetime import date
from functools import cache

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from roadmap_desktop.reports.blocks import Cell
from roadmap_desktop.reports.signs import WINDOWS_FONT, sign_pattern
from roadmap_desktop.reports.typesetting import typeset
from roadmap_desktop.reports.xml_text import writable

DATE_FORMAT = "dd.mm.yyyy"
# Excel shows no day before 1900 as one, and takes that year's February for a day longer than it was.
_FIRST_DAY = date(1900, 3, 1)

# What Excel takes for a code of a character (ECMA-376 part 1, 22.9.2.19): the underscore itself is then written so.
_LOOKS_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# ECMA-376 leaves it open; Excel's own limit, in units of UTF-16.
_LONGEST = 32_767
_CUT = " … (здесь не всё: ячейка Excel вмещает 32 767 знаков)"
# What a person's click into the cell would make a formula of.
_FORMULA_BEGINS = ("=", "+", "-", "@")


def fill(cell: SheetCell, value: Cell) -> None:
    """Puts a value into a cell of a sheet. A text stays one whatever it begins with."""
    if isinstance(value, date) and value < _FIRST_DAY:
        value = f"{value:%d.%m.%Y}"
    if isinstance(value, str):
        _fill_text(cell, value)
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = DATE_FORMAT


def _fill_text(cell: SheetCell, text: str) -> None:
    if not text:
        return
    cell.value = _with_signs(_fitting(_LOOKS_CODED.sub("_x005F_", writable(typeset(text)))), cell)
    # openpyxl guesses: «=1+1» would be a formula and «#Н/Д» an error.
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULA_BEGINS)


@cache
def _signs() -> re.Pattern[str]:
    # With the spaces around them: openpyxl does not keep a piece of nothing else.
    return re.compile(rf"((?:\s*{sign_pattern()})+\s*)")


def _with_signs(text: str, cell: SheetCell) -> str | CellRichText:
    """The text with a font that has them for the signs that the cell's own lacks."""
    parts = _signs().split(text)
    if len(parts) == 1:
        return text
    font = InlineFont(rFont=WINDOWS_FONT, sz=cell.font.sz, b=cell.font.b)
    blocks = (TextBlock(font, part) if index % 2 else part for index, part in enumerate(parts))
    return CellRichText(*filter(None, blocks))


def _fitting(text: str) -> str:
    """What Excel takes: a file with a longer cell it calls damaged."""
    if len(text) * 2 <= _LONGEST or _units(text) <= _LONGEST:
        return text
    room = _LONGEST - _units(_CUT)
    kept = text.encode("utf-16-le", "replace")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
