"""The plan of another office, pasted: its rows become tasks, whatever its columns are called and its days written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.record_table import read_table
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import folded
from roadmap_desktop.model.typed_days import read_typed_days
from roadmap_desktop.model.work import Direction, WorkState
from roadmap_desktop.operations.plan.paste import clipboard_rows, no_rows
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.record_reading import Fault
from roadmap_desktop.operations.registers.registers import defaults_of
from roadmap_desktop.operations.registers.typed_values import hours_text
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_TASKS = BY_ID["tasks"]
_MOST_ROWS = 1_000
COLUMNS = ("day", "time", "name", "place", "participants", "responsible", "state")
# How offices call the columns of their plans.
_HEADINGS = {
    "day": "дата|дата, время|дата и время|дата проведения|дата, время проведения|день|число|срок|сроки|"
    "сроки исполнения|срок исполнения|сроки проведения|срок проведения|срок выполнения|когда|дата и время проведения",
    "time": "время|час|часы|время проведения|время начала|начало",
    "name": "мероприятие|мероприятия|что|название|наименование|наименование мероприятия|наименование мероприятий|"
    "название мероприятия|содержание|содержание работы|содержание деятельности|тема|вид деятельности|дело|"
    "проводимые мероприятия|основные мероприятия",
    "place": "место|место проведения|место проведения мероприятия|где|где проводится",
    "participants": "участники|категория|категория участников|состав участников|кто участвует|для кого|приглашаются|"
    "категория слушателей|целевая аудитория",
    "responsible": "ответственный|ответственные|ответственный исполнитель|ответственные исполнители|исполнитель|"
    "исполнители|фио ответственного|фио исполнителя|"
    "кто отвечает|ответственное лицо|ответственные лица|кто проводит|ответственный за проведение",
    "state": "отметка|отметка о выполнении|выполнение|состояние|отметка об исполнении|исполнение",
}
_LABELS = {label: field for field, labels in _HEADINGS.items() for label in labels.split("|")}
# What the name of a part of somebody's plan says of the direction of its rows.
_DIRECTIONS = (
    ("совещан", Direction.MEETINGS),
    ("методич", Direction.METHODS),
    ("семинар", Direction.METHODS),
    ("повышени", Direction.TRAINING),
    ("курс", Direction.TRAINING),
    ("родител", Direction.PARENTS),
    ("контрол", Direction.CONTROL),
    ("монитор", Direction.CONTROL),
    ("обучающ", Direction.PUPILS),
    ("школ", Direction.SCHOOLS),
    ("документ", Direction.PAPERS),
    ("отчет", Direction.PAPERS),
)


class PlanPaste(NamedTuple):
    """What pasting would add, what is at fault in it, and the headings of columns that are passed over."""

    added: Sequence[Mapping[str, Any]]
    faults: Sequence[Fault]
    strangers: Sequence[str]


def read_plan_paste(text: str, html: str, window: Period) -> PlanPaste:
    """Reads the clipboard's HTML table, or else its text, as lines of the plan of a window. Raises UserError for what
    is no table, or too large."""
    rows = clipboard_rows(text, html, _MOST_ROWS)
    table = read_table(rows, _LABELS, COLUMNS)
    if "name" not in table.fields:
        raise no_rows()
    added: list[dict[str, Any]] = []
    faults: list[Fault] = []
    direction = Direction.METHODS
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = {name: cell for name, cell in zip(table.fields, row, strict=True) if name}
        told = {cell for cell in row if cell}
        if len(told) == 1 and not cells.get("day"):
            # One text over the whole width, or alone in its row, names a part.
            direction = _direction_of(next(iter(told)), direction)
        elif any(cells.values()) and not _counts_columns(row):
            try:
                added += _tasks(cells, direction, window)
            except _FaultError as error:
                faults.append(Fault(number, error.label, error.why))
    return PlanPaste(added, faults, table.strangers)


def paste_plan(file: RoadmapFile, read: PlanPaste) -> ChangeSet | None:
    """Adds what was read, as one step of undo. Raises UserError when something was at fault."""
    if read.faults:
        raise UserError(f"Вставить нельзя: {read.faults[0]}", NOTHING_CHANGED)
    with file.edit(f"Вставлено: {counted(len(read.added), *_TASKS.plural_forms)}") as edit:
        assigning = Assigning(edit, _TASKS.record)
        for values in read.added:
            assigning.add(values)
            edit.flush()
    return edit.change_set


class _FaultError(ValueError):
    def __init__(self, label: str, why: str) -> None:
        super().__init__(why)
        self.label, self.why = label, why


def _tasks(cells: Mapping[str, str], direction: Direction, window: Period) -> Iterator[dict[str, Any]]:
    """A task for each stretch of days that the row names."""
    try:
        days = read_typed_days(cells.get("day", ""), window)
    except ValueError as error:
        raise _FaultError("Дата", str(error)) from None
    try:
        hours = hours_text(cells.get("time", "")) or str(days.hours or "")
    except UserError as error:
        raise _FaultError("Время", error.reason) from None
    values = defaults_of(_TASKS) | {
        "name": _lines(cells["name"]),
        "direction": direction,
        "time": hours,
        "place": one_line(cells.get("place", "")),
        "participants": one_line(cells.get("participants", "")),
        "performers": tuple(split_performers(cells.get("responsible", ""))),
        "state": _state(cells.get("state", "")),
    }
    for period in days.periods:
        task = values | {"starts_on": period.start, "ends_on": period.end if period.days > 1 else None}
        for name, why in mistakes_in(_TASKS, task).items():
            raise _FaultError(_TASKS.field(name).label, why)
        yield task


def _state(text: str) -> WorkState:
    words = folded(text).strip(" .")
    known = {folded(state): state for state in WorkState} | {
        "проведено": WorkState.DONE,
        "да": WorkState.DONE,
    }
    return known.get(words, WorkState.PLANNED)


def _direction_of(text: str, otherwise: Direction) -> Direction:
    words = folded(text)
    return next((direction for stem, direction in _DIRECTIONS if stem in words), otherwise)


def _counts_columns(row: Sequence[str]) -> bool:
    """«1 2 3 4 5» beneath the heading."""
    return [cell.strip(" .") for cell in row] == [str(number) for number in range(1, len(row) + 1)]


def _lines(text: str) -> str:
    return "\n".join(one_line(line) for line in text.splitlines() if line.strip())
