"""A document as a plan: which of its tables are the plan's, what stands above them, and their rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.source_document import Kind, Paragraph, SourceDocument, Table
from roadmap_desktop.exchange.plan_reading.cell_words import line_of
from roadmap_desktop.exchange.plan_reading.contents import heading_by_contents, with_untitled_numbers
from roadmap_desktop.exchange.plan_reading.heading_words import DUE, NAME, NUMBER, SECTION
from roadmap_desktop.exchange.plan_reading.headings import (
    Heading,
    counts_columns,
    field_of,
    find_heading,
    with_named,
)
from roadmap_desktop.exchange.plan_reading.labelled_lines import read_labelled
from roadmap_desktop.exchange.plan_reading.preamble import (
    is_page_number,
    month_of,
    order_of,
    period_of,
    title_of,
)
from roadmap_desktop.exchange.plan_reading.reading import PlanReading, PlanRow
from roadmap_desktop.exchange.plan_reading.row_kinds import filled_cells, looks_like_section
from roadmap_desktop.exchange.plan_reading.row_words import reads_as_due
from roadmap_desktop.exchange.plan_reading.table_rows import TableRows
from roadmap_desktop.exchange.plan_reading.torn_text import read_torn
from roadmap_desktop.model.due import DueKind, read_due
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.russian import shortened

_LONGEST_SECTION = 250
_COUNTED = re.compile(r"\d{1,2}[.)]\s*[^\W\d]")
_NUMBERED_TABLE = re.compile(r"(?:(?:продолжение|окончание)\s+)?таблиц[аы](?:\s*№?\s*\d+)?\.?", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"(?:[IVX]+|[1-4]|первое|второе|первая|вторая|третья|четв[её]ртая)(?:-\w+)?"
    r" (?:полугодие|четверть|триместр|квартал)",
    re.IGNORECASE,
)
_ANY_YEAR = school_year(2020)
# How much of the understanding is that of rows; then their dues are read in the plan's period.
_OF_ROWS = 0.8


def read_plan(
    document: SourceDocument, chosen: Mapping[int, str] | None = None, allowance: Allowance | None = None
) -> PlanReading:
    """The plan in a document. ``chosen`` says by their numbers, from 0, what columns hold where the reading was wrong:
    a field, or "" for what goes to the note.

    Raises UserError where there is no plan in it or it takes too long, Cancelled.
    """
    allowance = allowance or Allowance()
    headings = _headings(document, chosen or {}, allowance)
    if headings:
        reading = _of_tables(document, headings, allowance)
    else:
        torn = _of_lines(document, allowance)
        if torn is None:
            raise UserError(
                "В документе не нашлось таблицы плана.",
                NOTHING_CHANGED,
                "Нужна таблица со столбцами «Мероприятие», «Срок», «Ответственный». Проверьте, тот ли документ выбран.",
            )
        reading = torn
    if not reading.rows:
        raise UserError(
            "В таблице документа нет ни одного мероприятия.",
            NOTHING_CHANGED,
            "Проверьте, тот ли документ выбран.",
        )
    return replace(reading, unread=unread_dues(reading.rows, reading.period, allowance))


def _headings(
    document: SourceDocument, chosen: Mapping[int, str], allowance: Allowance
) -> dict[int, Heading]:
    """By the number of their blocks, what the columns of the plan's tables hold. A table without a heading goes on with
    the plan's table before it when it is as wide."""
    headings: dict[int, Heading] = {}
    before: tuple[Table, Heading] | None = None
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table) or not block.rows:
            continue
        allowance.look()
        heading = find_heading(block)
        if heading is not None:
            heading = with_untitled_numbers(heading, block)
        if heading is None and before is not None:
            heading = _going_on(before[1], before[0], block)
        if heading is not None:
            headings[index] = _with_chosen(heading, chosen, block)
            before = block, heading
    if headings:
        return _of_plans(headings)
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table) and block.rows:
            by_contents = heading_by_contents(block)
            if by_contents is not None:
                by_contents = _below_title(with_named(by_contents, block), block)
            if by_contents is None and chosen:
                by_contents = Heading(("",) * block.width, ("",) * block.width)
            if by_contents is not None:
                headings[index] = _with_chosen(by_contents, chosen, block)
    return headings


def _below_title(heading: Heading, table: Table) -> Heading:
    """A heading known by contents, with the rows that say the plan's title above the table's rows."""
    titles: list[str] = []
    for row in table.rows:
        filled = filled_cells(row)
        if len(filled) != 1 or looks_like_section(filled[0].text):
            break
        titles.append(filled[0].text)
    is_titled = heading.first < 0 and title_of(titles) != ""
    return replace(heading, first=len(titles), last=len(titles) - 1) if is_titled else heading


def _of_plans(headings: dict[int, Heading]) -> dict[int, Heading]:
    """Without passports, «Наименование … Цель … Сроки …», which name nothing else than we do: a plan says of its
    activities when or by whom."""
    said = {index: set(heading.fields) - {"", NAME, NUMBER, SECTION} for index, heading in headings.items()}
    return {index: heading for index, heading in headings.items() if said[index] or not any(said.values())}


def _going_on(heading: Heading, above: Table, table: Table) -> Heading | None:
    """What the columns of a table without a heading hold if it goes on with the one above: as wide, with dues where the
    dues are; or by what is in them."""
    due = heading.place(DUE)
    if field_of(table.rows[0][0].text) == NUMBER:
        # It has a heading of its own, which names no activity.
        return None
    if table.width == above.width:
        cells = (
            [line_of(row[due].text) for row in table.rows if not row[due].is_empty] if due is not None else []
        )
        fitting = sum(map(reads_as_due, cells)) * 2 >= len(cells)
        is_rest = len(table.rows) == 1 and not cells
        if is_rest or (cells and fitting) or (due is None and len(table.rows) > 1):
            return replace(heading, first=-1, last=-1)
    return heading_by_contents(table) if abs(table.width - above.width) == 1 and above.width > 3 else None


def _with_chosen(heading: Heading, chosen: Mapping[int, str], table: Table) -> Heading:
    fields = list(heading.fields)[: table.width]
    fields += [""] * (table.width - len(fields))
    titles = (*heading.titles, *[""] * table.width)[: table.width]
    for column, name in chosen.items():
        if column < len(fields):
            fields = ["" if one == name else one for one in fields]
            fields[column] = name
    for column in table.hidden_columns:
        fields[column] = "hidden"
    return replace(heading, fields=tuple(fields), titles=tuple(titles))


def _of_tables(
    document: SourceDocument, headings: Mapping[int, Heading], allowance: Allowance
) -> PlanReading:
    sections = _sections_above(document, headings)
    lines = _lines_above(document, headings, sections)
    title, order = title_of(lines), order_of(lines)
    is_wrapped = document.kind in (Kind.PDF, Kind.TEXT)
    rows = TableRows(is_wrapped=is_wrapped, allowance=allowance, month=month_of(title))
    total = sum(len(table.rows) for table in document.tables)
    done = 0
    left_out: list[str] = []
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table):
            continue
        share, done = done / max(total, 1), done + len(block.rows)
        heading = headings.get(index)
        if heading is None:
            if (block.rows and min(headings) < index) or len(block.rows) > 2:
                left_out.append(_left_out(block))
            continue
        if index in sections:
            rows.start_section(sections[index])
        rows.take_table(index, block, heading, (share * _OF_ROWS, done / max(total, 1) * _OF_ROWS))
        left_out += _hidden(block, heading)
    rows.finish()
    dues = [row.due_text for row in rows.rows]
    return PlanReading(
        title,
        order,
        period_of(title, lines, dues, order),
        tuple(rows.rows),
        (*left_out, *rows.left_out),
        columns={index: heading.fields for index, heading in headings.items()},
    )


def _of_lines(document: SourceDocument, allowance: Allowance) -> PlanReading | None:
    """The plan of a document whose table has become lines."""
    lines = [block.text if isinstance(block, Paragraph) else "" for block in document.blocks]
    torn = read_labelled(lines) or read_torn(lines, document.gaps, allowance, _OF_ROWS)
    if torn is None:
        return None
    above = lines[: torn.first]
    title, order = title_of(above), order_of(above)
    dues = [row.due_text for row in torn.rows]
    return PlanReading(title, order, period_of(title, above, dues, order), torn.rows, torn.left_out)


def _sections_above(document: SourceDocument, headings: Mapping[int, Heading]) -> dict[int, str]:
    """Titles of sections that stand as a paragraph before each of several tables."""
    titles: dict[int, str] = {}
    # A single one is the number of a chapter: «3. План мероприятий».
    counted = sum(_COUNTED.match(_paragraph_above(document, index)) is not None for index in headings)
    for number, index in enumerate(headings):
        above = _paragraph_above(document, index)
        if not above or len(above) > _LONGEST_SECTION:
            continue
        is_said = looks_like_section(above) or (counted > 1 and _COUNTED.match(above) is not None)
        is_said = is_said or _PART_OF_YEAR.fullmatch(above.rstrip(" :.")) is not None
        is_own = number > 0 and headings[index].first >= 0 and not _is_page_head(document, index)
        if is_said or (is_own and _text_before(document, headings, index)):
            titles[index] = above.rstrip(":")
    return titles


def _is_page_head(document: SourceDocument, index: int) -> bool:
    """Whether what stands above a table may be the head of its page, which repeats: no table is above on that page."""
    table = document.blocks[index]
    tables = (block for block in document.blocks[:index] if isinstance(block, Table))
    return document.kind is Kind.PDF and not any(block.origin == table.origin for block in tables)


def _text_before(document: SourceDocument, headings: Mapping[int, Heading], index: int) -> bool:
    """Whether between a table and the plan's table before it there is a title alone, not a text."""
    earlier = max(one for one in headings if one < index)
    between = [block for block in document.blocks[earlier + 1 : index] if isinstance(block, Paragraph)]
    words = [block.text for block in between if block.text.strip() and not is_page_number(block.text)]
    return 0 < len(words) <= 3


def _paragraph_above(document: SourceDocument, index: int) -> str:
    for block in reversed(document.blocks[:index]):
        if not isinstance(block, Paragraph):
            return ""
        if (
            block.text.strip()
            and not is_page_number(block.text)
            and not _NUMBERED_TABLE.fullmatch(block.text.strip())
        ):
            return line_of(block.text)
    return ""


def _lines_above(
    document: SourceDocument, headings: Mapping[int, Heading], sections: Mapping[int, str]
) -> list[str]:
    """What is written above the plan's first table: paragraphs, cells of stamps, rows above the heading."""
    first = min(headings)
    lines: list[str] = []
    for block in document.blocks[:first]:
        if isinstance(block, Paragraph):
            lines += block.text.splitlines()
        elif len(block.rows) <= 3 and find_heading(block) is None:
            columns = range(block.width)
            cells = dict.fromkeys(row[column] for column in columns for row in block.rows)
            lines += [line for cell in cells for line in cell.text.splitlines()]
    table = document.blocks[first]
    assert isinstance(table, Table), "a heading is a table's"
    for row in table.rows[: max(headings[first].first, 0)]:
        if not counts_columns(row):
            lines += [line for cell in filled_cells(row) for line in cell.text.splitlines()]
    if first in sections and lines and line_of(lines[-1]).rstrip(":") == sections[first]:
        lines.pop()
    return [line for line in lines if line.strip()]


def _left_out(table: Table) -> str:
    words = next(
        (
            " | ".join(line_of(cell.text) for cell in cells)
            for row in table.rows
            if (cells := filled_cells(row))
        ),
        "",
    )
    where = f" ({table.origin})" if table.origin else ""
    return f"Таблица «{shortened(words, 80)}»{where}."


def _hidden(table: Table, heading: Heading) -> list[str]:
    return [
        f"Скрытый столбец «{line_of(heading.titles[column])}»."
        if heading.titles[column]
        else "Скрытый столбец."
        for column in sorted(table.hidden_columns)
    ]


def unread_dues(
    rows: Sequence[PlanRow], period: Period | None, allowance: Allowance | None = None
) -> tuple[int, ...]:
    """The indices of rows whose due is not understood, or is not there; dates given by hand are a due."""
    unread = []
    for index, row in enumerate(rows):
        if allowance is not None:
            allowance.step(_OF_ROWS + (1 - _OF_ROWS) * index / len(rows))
        if not row.due_dates and (
            not row.due_text or read_due(row.due_text, period or _ANY_YEAR).kind is DueKind.UNKNOWN
        ):
            unread.append(index)
    return tuple(unread)
