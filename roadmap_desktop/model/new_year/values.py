"""What a record's fields hold in the new plan, by their kinds and by what their register declares: no field is named
here, and one that is added to a register later follows."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.new_year.shift import Shift, moved_day, working_day
from roadmap_desktop.model.new_year.wordings import Moved, Trouble, checked_due, moved_due, moved_text
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.roadmap import Section

Row = dict[str, Any]  # The fields of a record as the file keeps them.
_TEXTS = (FieldKind.LINE, FieldKind.TEXT)


class Wording(NamedTuple):
    """A text or a date that has become another, or that somebody must look at. ``old`` and ``new`` are as they are
    shown and typed."""

    field: Field
    old: str
    new: str
    trouble: Trouble | None


class Carried(NamedTuple):
    """A record in the new plan: its values, what was reworded, and the fields whose dates are of another year and stay:
    when something was signed, in which year an exam was written."""

    values: Row
    wordings: list[Wording]
    kept: list[Field]


def carried(kind: type[Record], row: Row, shift: Shift, typed: Mapping[str, str]) -> Carried:
    """A record of that class in the new plan. ``typed`` is what was typed for fields instead of what would stand there.
    Results and states are as in a new record. A due wording always moves; texts and dates do where the record is
    planned, for of such a record something may become: what was signed or found out stays on its day."""
    register = BY_TABLE.get(kind.__tablename__)
    done = register.done if register is not None else ()
    is_planned = bool(done) or kind is Section
    by_hand = {field.dates for field in kind.fields if field.dates}
    made = Carried(dict(row), [], [])
    for field in kind.fields:
        if field.name in done:
            made.values[field.name] = _plain(field.default)
        elif field.name in by_hand:
            continue
        elif field.kind is FieldKind.DUE or (is_planned and field.kind in _TEXTS):
            _move_text(made, field, shift, typed.get(field.name))
        elif field.kind is FieldKind.DATE and is_planned:
            _move_date(made, field, shift, typed.get(field.name))
        elif field.kind in (FieldKind.DATE, FieldKind.YEAR) and _is_of_another_year(field, row, shift):
            made.kept.append(field)
    return made


def _move_text(made: Carried, field: Field, shift: Shift, typed: str | None) -> None:
    old, dates = made.values[field.name], made.values.get(field.dates, "")
    if field.kind is not FieldKind.DUE:
        moved = moved_text(old, shift) if typed is None else Moved(typed)
    elif typed is None:
        moved = moved_due(old, dates, shift)
    else:
        moved = checked_due(typed, moved_due("", dates, shift).dates, shift)
    made.values[field.name] = moved.text
    if field.dates:
        made.values[field.dates] = moved.dates
    if moved.text != old or moved.trouble is not None:
        made.wordings.append(Wording(field, old, moved.text, moved.trouble))


def _move_date(made: Carried, field: Field, shift: Shift, typed: str | None) -> None:
    old = field.value(made.values[field.name])
    if old is None and typed is None:
        return
    day, trouble = (_typed_day(typed), None) if typed is not None else _moved_to(old, shift)
    if day is not None and trouble is None and not shift.new.contains(day):
        trouble = Trouble.OUTSIDE
    made.values[field.name] = _plain(day)
    made.wordings.append(Wording(field, value_text(old), value_text(day), trouble))


def _moved_to(old: date, shift: Shift) -> tuple[date, Trouble | None]:
    try:
        day = moved_day(old, shift.years)
    except ValueError:
        return old, Trouble.UNSHIFTED
    return (working_day(day) if shift.to_working_days else day), None


def _typed_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _is_of_another_year(field: Field, row: Row, shift: Shift) -> bool:
    value = row[field.name]
    if not value:
        return False
    return field.kind is FieldKind.YEAR or not shift.new.contains(field.value(value))


def _plain(value: Any) -> Any:
    return (
        value.value if isinstance(value, StrEnum) else value.isoformat() if isinstance(value, date) else value
    )
