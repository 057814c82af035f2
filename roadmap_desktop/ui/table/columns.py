"""The table's columns, declared once: label, width, what they show and what they sort by."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.field import field_of
from roadmap_desktop.model.roadmap import Section
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import standing

_STATE_ORDER = {state: place for place, state in enumerate(State, start=1)}
# Empty cells sort after all others.
_LAST = "\uffff"
_FAR = date.max.toordinal()
_DAYS = 10_000_000


class Column(NamedTuple):
    """``key`` is the field of the activity (or ``number``); ``order`` gives the value that rows are sorted by, None
    where the plan's own order serves; a column with ``shown=False`` waits in the header's menu."""

    key: str
    label: str
    width: int
    text: Callable[[ActivityRow, Plan], str]
    order: Callable[[ActivityRow, Plan, date], str | int] | None
    shown: bool = True
    editable: bool = True


def collated(text: str) -> str:
    """A key that sorts Russian words as a dictionary does: case, «ё» and leading quotes make no difference."""
    return text.casefold().replace("ё", "е").lstrip(" «»„“\"'(–-")


def _label(name: str) -> str:
    return field_of(Activity, name).label


def _plain(name: str, width: int, *, shown: bool = True) -> Column:
    """A column of a text field."""

    def text(row: ActivityRow, _plan: Plan) -> str:
        return str(getattr(row, name))

    def order(row: ActivityRow, _plan: Plan, _today: date) -> str:
        return collated(getattr(row, name)) or _LAST

    return Column(name, _label(name), width, text, order, shown=shown)


def _performers(row: ActivityRow, _plan: Plan) -> str:
    return ", ".join(row.performers)


def _performers_order(row: ActivityRow, plan: Plan, _today: date) -> str:
    return collated(_performers(row, plan)) or _LAST


def _due_order(row: ActivityRow, _plan: Plan, _today: date) -> int:
    start, end = row.starts_on, row.ends_on
    return start.toordinal() * _DAYS + end.toordinal() if start and end else _FAR * _DAYS


def _state_order(row: ActivityRow, _plan: Plan, today: date) -> int:
    """Overdue first, the longest overdue before the others; then as work goes on."""
    days = standing(row, today).overdue_days
    return -days if days else _STATE_ORDER[row.state]


def _completed(row: ActivityRow, _plan: Plan) -> str:
    return f"{row.completed_on:%d.%m.%Y}" if row.completed_on else ""


def _section(row: ActivityRow, plan: Plan) -> str:
    return next((section.name for section in plan.sections if section.id == row.section_id), "")


def _section_order(row: ActivityRow, plan: Plan, _today: date) -> int:
    return next((section.ordinal for section in plan.sections if section.id == row.section_id), 0)


COLUMNS = (
    Column("number", "№", 34, lambda row, _plan: row.number, None, editable=False),
    _plain("name", 282),
    Column("due_text", _label("due_text"), 118, lambda row, _plan: row.due_text, _due_order),
    # The printed heading is «Ответственный исполнитель»; on screen the column is too narrow for it.
    Column("performers", "Ответственный", 132, _performers, _performers_order),
    _plain("expected_result", 150),
    Column("state", _label("state"), 136, lambda row, _plan: row.state.value, _state_order),
    _plain("actual_result", 160, shown=False),
    Column(
        "completed_on",
        _label("completed_on"),
        100,
        _completed,
        lambda row, _plan, _today: row.completed_on.toordinal() if row.completed_on else _FAR,
        shown=False,
    ),
    _plain("note", 160, shown=False),
    Column("section_id", Section.caption, 130, _section, _section_order, shown=False, editable=False),
)
PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
