"""Rows of cells from anywhere as activities: columns are known by their headings, or by their usual order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from roadmap_desktop.exchange.plan_reading.row_words import NUMBER_WORDS
from roadmap_desktop.exchange.plan_reading.state_words import state_of
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.search import folded
from roadmap_desktop.model.typed_date import read_date, without_midnight

# Matched whole, and stricter than in documents, where a heading is sure to be: here «Мероприятия для родителей – в
# период каникул – школы» is a row that somebody has copied alone.
_HEADINGS = {
    "number": re.compile(r"№.{0,10}|n|no|п ?/ ?п|номер( п/п)?"),
    "name": re.compile(
        r"(краткое )?(наименование|название|содержание|перечень)( основных| планируемых)?"
        r"( мероприяти[йяе]| деятельности| работ\w?| действий)?(,? и?)?( их)?( краткое)?( содержание)?"
        r"|(основные |планируемые )?(мероприяти[ея]|действи[ея])(,? и?)?( их)?( содержание)?"
    ),
    "completed_on": re.compile(r"дата (фактического )?(выполнения|завершения)"),
    "due_text": re.compile(
        r"срок\w*( исполнения| выполнения| проведения| реализации)?( мероприяти[йя])?"
        r"|(дата|даты|период)( исполнения| проведения| реализации)?|когда"
    ),
    "performers": re.compile(
        r"(ф\.? ?и\.? ?о\.? )?(ответственн|исполнител)\w*( исполнител\w*| лиц\w*| за .{1,30})?|кто \w+"
    ),
    "actual_result": re.compile(r"(фактическ|достигнут)\w+ результат\w*"),
    "expected_result": re.compile(
        r"((ожидаем|планируем)\w+ )?(конечн\w+ )?(результат|итог)\w*( \w+)?|вид документа"
    ),
    "state": re.compile(r"состояние|статус|отметк[аи]( (о|об) \w+)?|ход (выполнения|исполнения)"),
    "note": re.compile(r"примечани[ея]|комментари[йи]"),
    "section": re.compile(r"раздел"),
}
# Fields that have no usual wordings are known by their labels.
_LABELS = {
    folded(field.label): field.name
    for field in ACTIVITIES.fields
    if field.name not in _HEADINGS and field.kind in (FieldKind.LINE, FieldKind.TEXT)
}
_USUAL = ("name", "due_text", "performers", "expected_result", "state", "note")
# Above the headings a sheet may have a title and an approval stamp.
_LAST_HEADING = 10
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SECTION = re.compile(r"раздел\b.*")
_LONGEST_TITLE = 300
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufeff]")
_LINES = re.compile(r"\r\n|[\r\n\x0b\x0c\u2028\u2029]")
# A line ends a paragraph when it ends a sentence or when the next one is an item of a list.
_SOFT_BREAK = re.compile(r"(?<![.;:!?])\n(?![-–—•*]|\d{1,2}[.)])")
_BROKEN_WORD = re.compile(r"(?<=\w)(?:(-)|\u00ad)\n(?=\w)")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row holds which field; ``headings`` are those of the columns that hold none."""

    places: dict[str, int]
    headings: dict[int, str]

    def text(self, row: Sequence[str], field: str) -> str:
        column = self.places.get(field)
        return _tidy(row[column]) if column is not None and column < len(row) else ""

    def others(self, row: Sequence[str]) -> Iterator[str]:
        """Texts of columns without a field, with their headings: they must not be lost."""
        known = set(self.places.values())
        for index, cell in enumerate(row):
            if index not in known and (text := _tidy(cell)):
                heading = self.headings.get(index)
                yield f"{heading}: {text}" if heading else text


class PlanPart(NamedTuple):
    """Activities that stand together; ``section`` is what their section is called, None where nothing says it."""

    section: str | None
    drafts: list[ActivityDraft]


def parts_of(rows: Sequence[Sequence[str]]) -> list[PlanPart]:
    """The activities of a table, by the sections that its rows name: «Раздел 2. Кадры» alone in a row, words in the
    column of numbers, a column «Раздел». A heading row names the columns, in any order; without one they go as in a
    roadmap: number (if the cells are numbers), name, due, performers, result, state, note. Rows above the headings,
    rows that repeat them or number the columns, and empty ones are left out. Columns that hold no field go to the note.
    A row may come without a name."""
    filled = [row for row in rows if any(_tidy(cell) for cell in row)]
    headings = {index: named for index, row in enumerate(filled) if (named := _named(row))}
    first = min(headings, default=0)
    start = first if first < _LAST_HEADING else 0
    columns = _by_order(filled)
    above = [title for row in filled[:start] if (title := _alone(row)) and _SECTION.fullmatch(folded(title))]
    parts = [PlanPart(above[-1] if above else None, [])]
    for index, row in enumerate(filled[start:], start=start):
        columns = headings.get(index, columns)
        if index in headings or _counts(row):
            continue
        title = _title(columns, row)
        section = title or columns.text(row, "section").replace("\n", " ") or parts[-1].section
        if section != parts[-1].section:
            parts.append(PlanPart(section, []))
        draft = None if title else _draft(columns, row)
        if draft is not None:
            parts[-1].drafts.append(draft)
    return [part for part in parts if part.drafts or part.section]


def _alone(row: Sequence[str]) -> str:
    """The text that is the only one of its row, merged across or not."""
    told = {line for cell in row if (line := _line(cell))}
    only = told.pop() if len(told) == 1 else ""
    return only if len(only) <= _LONGEST_TITLE else ""


def _title(columns: _Columns, row: Sequence[str]) -> str:
    """The title of a section, if the row is one."""
    only = _alone(row)
    in_numbers = (
        columns.text(row, "number") and not NUMBER_WORDS.fullmatch(only) and any(map(str.isalpha, only))
    )
    return only if only and (in_numbers or _SECTION.fullmatch(folded(only))) else ""


def _named(row: Sequence[str]) -> _Columns | None:
    """The columns if the row is a heading: it names the activity and one more field, or it has no other cell."""
    places: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for column, cell in enumerate(row):
        if len(cell) > 200 or not (heading := _line(cell)):
            continue
        field = _field(heading)
        if field is None or field in places:
            unknown[column] = heading
        else:
            places[field] = column
    is_heading = "name" in places and (len(places) > 1 or not unknown)
    return _Columns(places, unknown) if is_heading else None


def _field(heading: str) -> str | None:
    words = one_line(_IN_BRACKETS.sub(" ", folded(heading))).strip(" .:*")
    known = (field for field, pattern in _HEADINGS.items() if pattern.fullmatch(words))
    return next(known, None) or _LABELS.get(words)


def _by_order(rows: Sequence[Sequence[str]]) -> _Columns:
    """The usual columns. The first one holds numbers when most of its cells do: sections have words there."""
    firsts = [row[0].strip() for row in rows if len(row) > 1]
    numbers = sum(NUMBER_WORDS.fullmatch(first) is not None for first in firsts)
    start = 1 if firsts and numbers * 2 >= sum(map(bool, firsts)) else 0
    places = {field: index for index, field in enumerate(_USUAL, start=start)}
    return _Columns({"number": 0, **places} if start else places, {})


def _counts(row: Sequence[str]) -> bool:
    """Whether the row is «1 2 3 4 5», which numbers the columns."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]


def _draft(columns: _Columns, row: Sequence[str]) -> ActivityDraft | None:
    """The activity of a row; None for one that holds nothing but its number."""
    state, state_words = state_of(columns.text(row, "state"))
    completed_on, date_words = _date(columns.text(row, "completed_on"))
    number = columns.text(row, "number")
    # What is no number there must not be lost.
    title = "" if NUMBER_WORDS.fullmatch(number) else number
    note = (columns.text(row, "note"), state_words, date_words, *columns.others(row))
    draft = ActivityDraft(
        name=_line(" ".join(filter(None, (title, columns.text(row, "name"))))),
        due_text=without_midnight(_line(columns.text(row, "due_text"))),
        performers=_performers(columns, row),
        expected_result=columns.text(row, "expected_result"),
        state=state,
        actual_result=columns.text(row, "actual_result"),
        completed_on=completed_on,
        note="\n".join(filter(None, note)),
        **{field: columns.text(row, field) for field in _LABELS.values()},
    )
    return None if draft == ActivityDraft(name="") else draft


def _performers(columns: _Columns, row: Sequence[str]) -> tuple[str, ...]:
    column = columns.places.get("performers", len(row))
    # Here every line counts, soft or not.
    return tuple(split_performers(_whole(row[column]))) if column < len(row) else ()


def _date(text: str) -> tuple[date | None, str]:
    """The date, or the words that are none."""
    try:
        return read_date(text), ""
    except ValueError:
        return None, text


def _whole(cell: str) -> str:
    """The cell's lines without what cannot be stored: control characters and halves of pairs of code units."""
    whole = cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = (one_line(line) for line in _LINES.split(_CONTROLS.sub("", whole)))
    return "\n".join(filter(None, lines))


def _tidy(cell: str) -> str:
    """The cell's paragraphs: soft breaks of lines are undone."""
    return _SOFT_BREAK.sub(" ", _BROKEN_WORD.sub(lambda found: found[1] or "", _whole(cell)))


def _line(cell: str) -> str:
    return _tidy(cell).replace("\n", " ")
