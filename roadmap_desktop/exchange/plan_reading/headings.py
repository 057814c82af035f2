"""The heading rows of a table, and what its columns hold by their names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from roadmap_desktop.exchange.documents.source_document import Cell, Table
from roadmap_desktop.exchange.plan_reading.cell_words import line_of
from roadmap_desktop.exchange.plan_reading.due_marks import period_named, periods_named
from roadmap_desktop.exchange.plan_reading.heading_words import (
    DUE,
    END,
    MARK,
    NAME,
    NUMBER,
    PERFORMERS,
    RESULT,
    SECTION,
    START,
    field_named,
    is_tail,
    sureness,
)
from roadmap_desktop.exchange.plan_reading.row_words import NUMBER_WORDS, reads_as_due
from roadmap_desktop.model.search import folded

_LONGEST = 160
_LAST_HEADING = 40
_MOST_LINES = 4
# What is longer in a row that begins with a number is words.
_LONGEST_NUMBER = 7
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_HYPHENATED = re.compile(r"(?<=[а-яё])-\s+(?=[а-яё])")
_BREAKS_OFF = re.compile(r"[а-яё]-$", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_SPLIT = re.compile(
    r"(дата )?(начал[оа]|окончани[ея]|завершени[ея]|конец)|с|по|до|от|план|факт|планов\w+|фактическ\w+"
)
_MARKS = re.compile(r"[\s.:*,;]+")
_OF_DUES = {DUE, START, END, MARK}


@dataclass(frozen=True, slots=True)
class Heading:
    """What the columns of a table hold; ``titles`` are their names as written, ``first`` and ``last`` the rows
    that name them (−1, −1 where none does)."""

    fields: tuple[str, ...]
    titles: tuple[str, ...]
    first: int = -1
    last: int = -1
    marks: dict[int, str] = field(default_factory=dict)

    def place(self, name: str) -> int | None:
        """The column that holds a field."""
        return self.fields.index(name) if name in self.fields else None


@lru_cache(8_192)
def plain_title(text: str) -> str:
    """A heading as it is compared."""
    words = _HYPHENATED.sub("", folded(line_of(text)))
    return _MARKS.sub(" ", _IN_BRACKETS.sub(" ", words)).strip()


def field_of(title: str) -> str | None:
    """The field that a heading names; "" for a column known to hold none, None for words that are no heading."""
    words = plain_title(title)
    return field_named(words) if words and len(words) <= _LONGEST else None


def find_heading(table: Table) -> Heading | None:
    """The first rows that name an activity and one field more."""
    for index, row in enumerate(table.rows[:_LAST_HEADING]):
        last = _last_row(table, index)
        heading = _heading(table, index, last)
        if heading is not None:
            # Above «Начало, окончание» may stand «Срок исполнения», and above months a year.
            return heading
        if len(set(row)) < 2:
            continue
    return None


def with_named(heading: Heading, table: Table) -> Heading:
    """The heading known by contents, without a first row that names the columns: two of them are known by it, of the
    activity's it has a name of its own. What it names is so, the rest stays as its contents say."""
    for index, row in enumerate(table.rows[:_MOST_LINES]):
        titles = [line_of(cell.text) for cell in row]
        named = [field_of(title) or "" for title in titles]
        known = set(named) & {DUE, PERFORMERS, RESULT}
        if len(set(row)) < table.width or len(known) < 2 or DUE not in known or any(map(_is_due, titles)):
            continue
        fields = [
            own if own and own not in named[:column] else ("" if rest in named else rest)
            for column, (own, rest) in enumerate(zip(named, heading.fields, strict=True))
        ]
        return Heading(tuple(fields), tuple(titles), index, index) if NAME in fields else heading
    return heading


def repeats(heading: Heading, table: Table, index: int) -> bool:
    """Whether a row says the heading anew, as on each page."""
    row = table.rows[index]
    if any(len(cell.text) > _LONGEST for cell in row):
        return False
    titles = [plain_title(cell.text) for cell in row]
    own = table.rows[max(heading.first, 0) : heading.last + 1]
    if any(titles) and any(titles == [plain_title(cell.text) for cell in one] for one in own):
        return True
    filled = {title for title in titles if title}
    known = {plain_title(title) for title in heading.titles if title}
    if not filled:
        return False
    if len(filled) > 1 and filled <= known:
        return True
    words = {word for title in known for word in title.split()}
    return len(filled) > 2 and all(set(title.split()) <= words for title in filled)


def counts_columns(row: Sequence[Cell]) -> bool:
    """Whether the row is «1 2 3 4 5», which numbers the columns."""
    cells = [line_of(cell.text).strip(" .") for cell in dict.fromkeys(row)]
    filled = [cell for cell in cells if cell]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _last_row(table: Table, index: int) -> int:
    """The last row of a heading that begins here: as far down as its cells reach, or as their tails are written."""
    row = table.rows[index]
    last = max(
        (cell.row + cell.rows - 1 for cell in row if cell.row == index and not cell.is_empty), default=index
    )
    last = min(last, index + _MOST_LINES - 1, len(table.rows) - 1)
    if last > index or index + 1 >= len(table.rows):
        return last
    for place in range(index + 2, min(index + 1 + _MOST_LINES, len(table.rows))):
        # Whatever stands above «1 2 3 4 5» is the heading.
        if counts_columns(table.rows[place]):
            own = table.rows[index:place]
            return place - 1 if all(_names_columns(one) for one in own) else index
    below = table.rows[index + 1]
    texts = [(plain_title(cell.text), cell) for cell in dict.fromkeys(below) if not cell.is_empty]
    # Below a heading over several columns, merged or not, stand the names of each.
    named = periods_named([cell.text for _, cell in texts])
    is_split = any(one.columns > 1 or one.is_empty for one in row) and all(
        _SPLIT.fullmatch(text) or period for (text, _), period in zip(texts, named, strict=True)
    )
    is_rest = (
        len(texts) > 1
        and all(not text or is_tail(text) or _is_word(cell) for text, cell in texts)
        and sum(is_tail(text) for text, _ in texts) * 2 > len(texts)
        and any(text.startswith(("п", "м", "и", "в")) for text, _ in texts)
    )
    return index + 1 if texts and (is_split or is_rest or _goes_on(row, below)) else index


def _is_word(cell: Cell) -> bool:
    """Whether a cell is a small word alone, as «аудитория» is below «Целевая»."""
    return cell.text.strip().isalpha() and cell.text.strip().islower()


def _goes_on(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether words that the row breaks off go on in the one below, and nothing else begins there."""
    pairs = [(above.text.strip(), plain_title(cell.text)) for above, cell in zip(row, below, strict=True)]
    broken = [text for above, text in pairs if _BREAKS_OFF.search(above)]
    others = [text for above, text in pairs if text and not _BREAKS_OFF.search(above)]
    return (
        bool(broken)
        and all(text[:1].isalpha() for text in broken)
        and all(is_tail(text) or _SPLIT.fullmatch(text) for text in others)
    )


def _heading(table: Table, first: int, last: int) -> Heading | None:
    titles = []
    for column in range(table.width):
        cells = dict.fromkeys(table.rows[row][column] for row in range(first, last + 1))
        titles.append(" ".join(filter(None, (line_of(cell.text) for cell in cells))))
    if any(len(title) > _LONGEST * 2 for title in titles):
        return None
    if _is_numbered(table.rows[first]):
        return None
    lowest = [line_of(table.rows[last][column].text) for column in range(table.width)]
    periods = periods_named(lowest)
    fields: list[str] = []
    marks: dict[int, str] = {}
    known = 0
    for column, title in enumerate(titles):
        found = (
            field_of(lowest[column])
            if last > first and field_of(lowest[column]) in (START, END)
            else field_of(title)
        )
        named = periods[column]
        if named and table.rows[last][column].columns == 1:
            marks[column] = named
            found = MARK
        known += found is not None
        fields.append(found or "")
    if sum(1 for one in fields if one == MARK) < 2:
        for column in marks:
            fields[column] = ""
        marks = {}
    return _settled(fields, titles, first, last, _with_years(marks, titles), known)


def _settled(
    fields: list[str], titles: list[str], first: int, last: int, marks: dict[int, str], known: int
) -> Heading | None:
    """The heading with each field in one column, if there is an activity's name and something of it."""
    named = [column for column, one in enumerate(fields) if one == NAME]
    if not named:
        return None
    best = min(named, key=lambda column: sureness(folded(titles[column])))
    dues = [column for column, one in enumerate(fields) if one == DUE]
    due = min(dues, key=lambda column: sureness(folded(titles[column]), DUE), default=None)
    for column, one in enumerate(fields):
        if (
            (one == NAME and column != best)
            or (one == DUE and column != due)
            or (one and one != MARK and one in fields[:column])
        ):
            fields[column] = ""
    filled = sum(bool(title) for title in titles)
    others = {one for one in fields if one} - {NAME, NUMBER, SECTION}
    if not others & _OF_DUES and any(map(_is_due, titles)):
        # «Размещение материалов о работе – систематически – ответственные за сайты» is an activity.
        return None
    is_heading = bool(others) or (filled <= 3 and known == filled and known > 1)
    return Heading(tuple(fields), tuple(titles), first, last, marks) if is_heading else None


def _is_numbered(row: Sequence[Cell]) -> bool:
    """Whether a row begins with a number of its own, as activities do."""
    texts = [line_of(cell.text) for cell in dict.fromkeys(row) if not cell.is_empty]
    return bool(
        texts and NUMBER_WORDS.fullmatch(texts[0]) and any(len(text) > _LONGEST_NUMBER for text in texts[1:])
    )


def _names_columns(row: Sequence[Cell]) -> bool:
    return sum(not cell.is_empty for cell in dict.fromkeys(row)) > 2 and not _is_numbered(row)


def _is_due(title: str) -> bool:
    return reads_as_due(title) and not period_named(title) and not title[:4].isdigit()


def _with_years(marks: dict[int, str], titles: list[str]) -> dict[int, str]:
    """The months with the year that stands above them, written once for all to the right of it."""
    dated: dict[int, str] = {}
    year = ""
    for column in sorted(marks):
        found = _YEAR.search(titles[column])
        year = found[0] if found else year
        named = marks[column]
        dated[column] = f"{named} {year} года" if year and year not in named else named
    return dated
