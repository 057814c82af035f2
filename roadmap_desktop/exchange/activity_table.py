"""Rows of cells from anywhere as activities: columns are known by their headings, or by their usual order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.search import folded

# In the order in which a roadmap has them; the beginning of a heading tells which it is.
_HEADINGS = (
    ("number", re.compile(r"№|n ?п/п|п/п|номер")),
    ("due_text", re.compile(r"срок|дата проведения|период|когда")),
    ("completed", re.compile(r"дата выполнения")),
    ("performers", re.compile(r"ответствен|исполнител|кто ")),
    ("actual_result", re.compile(r"фактическ")),
    ("expected_result", re.compile(r"ожидаем|результат|итог|вид документа")),
    ("state", re.compile(r"состояние|статус|отметка")),
    ("note", re.compile(r"примечани|комментари")),
    ("name", re.compile(r"наименовани|мероприяти|содержани|название|действи")),
)
_USUAL = ("name", "due_text", "performers", "expected_result", "state", "note")
_NUMBER = re.compile(r"\d{1,4}(\.\d{1,3})*[.)]?")
_STATE_SIGNS = "✓! "
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row holds which field."""

    places: dict[str, int]

    def text(self, row: Sequence[str], field: str) -> str:
        place = self.places.get(field)
        return _tidy(row[place]) if place is not None and place < len(row) else ""


def drafts_of(rows: Sequence[Sequence[str]]) -> list[ActivityDraft]:
    """The activities of a table. A heading row names the columns, in any order; without one they go as in a roadmap:
    number (if the cells are numbers), name, due, performers, result, state, note. Rows without a name, rows that repeat
    the heading, and the row that numbers the columns are left out."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    heading = next((_named(row) for row in filled[:5] if _named(row)), None)
    columns = heading or _by_order(filled)
    return [
        draft
        for row in filled
        if not _named(row) and not _counts(row) and (draft := _draft(columns, row)).name
    ]


def _named(row: Sequence[str]) -> _Columns | None:
    """The columns if the row is a heading: a name and one more field are recognised, and no cell is long."""
    places: dict[str, int] = {}
    for place, cell in enumerate(row):
        words = folded(_tidy(cell))
        if len(words) > 80:
            return None
        field = next((field for field, pattern in _HEADINGS if pattern.match(words)), None)
        if field is not None:
            places.setdefault(field, place)
    recognised = (
        len(places) >= 2 and "name" in places and len(places) * 2 >= sum(bool(cell.strip()) for cell in row)
    )
    return _Columns(places) if recognised else None


def _by_order(rows: Sequence[Sequence[str]]) -> _Columns:
    numbered = bool(rows) and all(_NUMBER.fullmatch(row[0].strip()) or not row[0].strip() for row in rows)
    wide = any(len(row) > 1 for row in rows)
    start = 1 if numbered and wide else 0
    return _Columns({field: place for place, field in enumerate(_USUAL, start=start)})


def _counts(row: Sequence[str]) -> bool:
    """Whether the row is «1 2 3 4 5», which numbers the columns."""
    return len(row) > 1 and [cell.strip() for cell in row] == [
        str(number) for number in range(1, len(row) + 1)
    ]


def _draft(columns: _Columns, row: Sequence[str]) -> ActivityDraft:
    state, unknown = _state(columns.text(row, "state"))
    note = columns.text(row, "note")
    return ActivityDraft(
        name=columns.text(row, "name"),
        due_text=columns.text(row, "due_text").replace("\n", " "),
        performers=tuple(split_performers(columns.text(row, "performers"))),
        expected_result=columns.text(row, "expected_result"),
        state=state,
        actual_result=columns.text(row, "actual_result"),
        note="\n".join(filter(None, (note, unknown))),
    )


def _state(text: str) -> tuple[State, str]:
    """The state, and the words that were none and must not be lost."""
    words = text.strip(_STATE_SIGNS)
    first = folded(words).split("\n")[0]
    for state in State:
        if first == state.value or first.startswith(f"{state.value} "):
            return state, ""
    # «Просрочено» is worked out anew from the dates.
    return State.PLANNED, "" if not words or first.startswith("просрочено") else words


def _tidy(cell: str) -> str:
    # A lone half of a pair of code units cannot be written to a file.
    whole = cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = [_SPACES.sub(" ", line).strip() for line in whole.replace("\u00ad", "").split("\n")]
    return "\n".join(line for line in lines if line)
