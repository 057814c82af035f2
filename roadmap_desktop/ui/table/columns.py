"""The table's columns, declared once: label, width, what they show and what they sort by."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import standing

_STATE_ORDER = {state: place for place, state in enumerate(State, start=1)}
# Empty cells sort after all others.
_LAST = "\uffff"
_FAR = date.max.toordinal()
_DAYS = 10_000_000

Order = Callable[[ActivityRow, Plan, date], str | float]


class Column(NamedTuple):
    """``key`` is the field of the activity (or ``number``); ``order`` gives the value that rows are sorted by, None
    where the plan's own order serves; a column with ``shown=False`` waits in the header's menu."""

    key: str
    label: str
    width: int
    text: Callable[[ActivityRow, Plan], str]
    order: Order | None
    shown: bool = True
    editable: bool = True


def collated(text: str) -> str:
    """A key that sorts Russian words as a dictionary does: case, «ё» and leading quotes make no difference."""
    return text.casefold().replace("ё", "е").lstrip(" «»„“\"'(–-")


def _text_order(row: ActivityRow, plan: Plan, field: Field) -> str:
    return collated(plan.text(row, field)) or _LAST


def _number_order(row: ActivityRow, _plan: Plan, field: Field) -> float:
    value = getattr(row, field.name)
    return value if value is not None else _FAR


def _date_order(row: ActivityRow, _plan: Plan, field: Field) -> int:
    value = getattr(row, field.name)
    return value.toordinal() if value else _FAR


def _due_order(row: ActivityRow, _plan: Plan, _today: date) -> int:
    start, end = row.starts_on, row.ends_on
    return start.toordinal() * _DAYS + end.toordinal() if start and end else _FAR * _DAYS


def _state_order(row: ActivityRow, _plan: Plan, today: date) -> int:
    """Overdue first, the longest overdue before the others; then as work goes on."""
    days = standing(row, today).overdue_days
    return -days if days else _STATE_ORDER[row.state]


def _section_order(row: ActivityRow, plan: Plan, _today: date) -> int:
    return next((section.ordinal for section in plan.sections if section.id == row.section_id), 0)


_BY_KIND: dict[FieldKind, Callable[[ActivityRow, Plan, Field], str | float]] = {
    FieldKind.DATE: _date_order,
    FieldKind.NUMBER: _number_order,
    FieldKind.DECIMAL: _number_order,
    FieldKind.SHARE: _number_order,
}
# What a column is sorted by, where that is more than its value; the plan's own order serves the number.
_ORDERS: dict[str, Order | None] = {
    "number": None,
    "due_text": _due_order,
    "state": _state_order,
    "section_id": _section_order,
}
_WIDTHS = {
    "number": 34,
    "name": 282,
    "due_text": 118,
    "performers": 132,
    "expected_result": 150,
    "state": 136,
    "completed_on": 100,
    "section_id": 130,
}
_WIDTH = 160
# The printed heading is «Ответственный исполнитель»; on screen the column is too narrow for it.
_LABELS = {"performers": "Ответственный"}
# A row is moved to another section as a row, not by a word in a cell.
_FIXED = ("number", "section_id")


def _column(field: Field) -> Column:
    def order(row: ActivityRow, plan: Plan, _today: date) -> str | float:
        return _BY_KIND.get(field.kind, _text_order)(row, plan, field)

    return Column(
        field.name,
        _LABELS.get(field.name, field.label),
        _WIDTHS.get(field.name, _WIDTH),
        lambda row, plan: plan.text(row, field),
        _ORDERS.get(field.name, order),
        shown=field.name in ACTIVITIES.columns,
        editable=field.name not in _FIXED,
    )


def _in_order(field: Field) -> int:
    return ACTIVITIES.columns.index(field.name) if field.name in ACTIVITIES.columns else len(_WIDTHS)


# Those that are shown at first, then as they are declared; the section, which most plans do not have, is the last.
COLUMNS = tuple(
    map(
        _column,
        sorted(ACTIVITIES.columns_possible, key=lambda field: (_in_order(field), field.name == "section_id")),
    )
)
PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
