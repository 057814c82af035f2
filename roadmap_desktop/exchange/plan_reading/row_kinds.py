"""What a row of a plan's table is: an activity, a section's title, the month of a group, a total, or nothing."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from roadmap_desktop.exchange.documents.source_document import Cell
from roadmap_desktop.exchange.plan_reading.cell_words import line_of
from roadmap_desktop.exchange.plan_reading.due_marks import month_named
from roadmap_desktop.exchange.plan_reading.heading_words import DUE, NAME, NUMBER
from roadmap_desktop.exchange.plan_reading.headings import Heading
from roadmap_desktop.exchange.plan_reading.row_words import NUMBER_WORDS

_SECTION = re.compile(
    r"(раздел|блок|направление|модуль|этап|часть|задача|цель)\b.*|[ivxlcіх]{1,6}\s?[.)]\s*\S.*",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = re.compile(r"[IVXLCІХ]{1,6}\s?[.)]?")
_ARABIC = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\s?[.)]?")
_TOTAL = re.compile(r"(итого|всего)\b.*", re.IGNORECASE | re.DOTALL)
_FOOT = re.compile(
    r"(\*|примечани[ея]\b|согласован|исп\.|исполнитель:|(начальник|директор|заместитель|заведующ|методист|руководитель)\b.{0,120}_{2,}"
    r"|.*\b(?-i:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+)\s*$).*",
    re.DOTALL | re.IGNORECASE,
)
_TO_SIGN_ON = re.compile(r"_{3,}.*", re.DOTALL)
_LONGEST_TITLE = 250


class RowKind(Enum):
    """What a row is."""

    EMPTY = auto()
    ACTIVITY = auto()
    SECTION = auto()
    MONTH = auto()
    LEFT_OUT = auto()


def looks_like_section(text: str) -> bool:
    """Whether a text begins as titles of sections do: «Раздел 2», «II.»."""
    return len(text) <= _LONGEST_TITLE and _SECTION.fullmatch(line_of(text)) is not None


def filled_cells(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row in which something is written, each once."""
    return [cell for cell in dict.fromkeys(row) if not cell.is_empty]


def kind_of(
    heading: Heading,
    row: Sequence[Cell],
    following: Sequence[Cell] | None,
    *,
    is_numbered: bool,
    has_titles: bool = False,
) -> RowKind:
    """What a row is; ``following`` is the row below, ``is_numbered`` whether most activities have numbers,
    ``has_titles`` whether a name alone is the title of the rows below."""
    filled = filled_cells(row)
    if not filled:
        return RowKind.EMPTY
    number = _cell(heading, NUMBER, row)
    if len(filled) == 1:
        is_above = has_titles and following is not None and len(filled_cells(following)) > 1
        return _kind_of_one(heading, filled[0], row, is_title=is_numbered or is_above)
    if _TOTAL.fullmatch(line_of(filled[0].text)):
        return RowKind.LEFT_OUT
    if _cell(heading, DUE, row) is None and any(_TO_SIGN_ON.fullmatch(cell.text.strip()) for cell in filled):
        return RowKind.LEFT_OUT
    if number is not None and not NUMBER_WORDS.fullmatch(line_of(number.text)):
        # «Методист … Иванова А.А.» below a plan.
        is_signed = _cell(heading, NAME, row) is None and _cell(heading, DUE, row) is None
        return RowKind.LEFT_OUT if is_signed else RowKind.ACTIVITY
    if number is None or len(filled) != 2 or filled[0] is not number:
        return RowKind.ACTIVITY
    title = filled[1]
    name = heading.place(NAME)
    if name is None or not title.column <= name < title.column + title.columns:
        return RowKind.ACTIVITY
    reaches_over = title.columns > 1 and title.column + title.columns >= len(row) - 1
    is_parent = _ROMAN.fullmatch(line_of(number.text)) is not None or _numbers_below(
        heading, number, following
    )
    is_said = looks_like_section(title.text) and len(filled_cells(row)) == 2
    return RowKind.SECTION if reaches_over or is_parent or is_said else RowKind.ACTIVITY


def section_title(row: Sequence[Cell]) -> str:
    """The title of a section in the cells of its row, with its number unless it says that itself («Раздел 1»)."""
    texts = [line_of(cell.text) for cell in filled_cells(row)]
    return texts[-1] if looks_like_section(texts[-1]) else " ".join(texts)


def _kind_of_one(heading: Heading, cell: Cell, row: Sequence[Cell], *, is_title: bool) -> RowKind:
    """What a row with a single filled cell is; ``is_title`` whether a name alone is one."""
    text = line_of(cell.text)
    if _TOTAL.fullmatch(text):
        return RowKind.LEFT_OUT
    is_wide = cell.columns > 1 and cell.columns >= min(3, len(row))
    name = heading.place(NAME)
    is_name = name is not None and cell.column <= name < cell.column + cell.columns
    is_number = heading.place(NUMBER) == cell.column
    if is_number and cell.columns == 1 and NUMBER_WORDS.fullmatch(text):
        return RowKind.EMPTY
    if cell.rows > 1 and not is_wide:
        return RowKind.ACTIVITY
    if is_wide or is_number or looks_like_section(text) or (cell.column == 0 and not is_name):
        if month_named(text):
            return RowKind.MONTH
        return (
            RowKind.LEFT_OUT if _FOOT.fullmatch(text) or len(text) > _LONGEST_TITLE * 2 else RowKind.SECTION
        )
    if is_name and month_named(text):
        return RowKind.MONTH
    is_title = is_title and not text[:1].islower() and len(text) <= _LONGEST_TITLE
    if not is_name or not is_title:
        return RowKind.ACTIVITY
    return RowKind.LEFT_OUT if _FOOT.fullmatch(text) else RowKind.SECTION


def _numbers_below(heading: Heading, number: Cell, following: Sequence[Cell] | None) -> bool:
    """Whether the row below is numbered as a part of this one: «1.1» below «1.»."""
    below = _cell(heading, NUMBER, following) if following else None
    own = _ARABIC.fullmatch(line_of(number.text))
    if own is None or below is None:
        return False
    return line_of(below.text).startswith(f"{own[1]}.") and len(line_of(below.text).strip(" .)")) > len(
        own[1]
    )


def _cell(heading: Heading, name: str, row: Sequence[Cell] | None) -> Cell | None:
    column = heading.place(name)
    return (
        row[column]
        if column is not None and row is not None and column < len(row) and not row[column].is_empty
        else None
    )
