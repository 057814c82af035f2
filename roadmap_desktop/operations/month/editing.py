"""What is done with lines of the month's plan; each is one edit of the records behind them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.holidays import days_off
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_days import read_days
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.russian import counted, shortened
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.storage.roadmap_file import RoadmapFile

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

_GONE = "Этой строки в плане уже нет: её удалили."
_LONGEST_NAME = 60
Values = Mapping[str, Any]


def typed_values(register: Register, name: str, value: Any, window: Period) -> dict[str, Any]:
    """The fields of a register's record that a cell of the plan stands for: «day» may be two of them. Raises UserError
    for what is no day, or does not go with that register."""
    if name == "day":
        return _days(register, value, window)
    if name == "responsible":
        names = tuple(value)
        is_names = any(field.name == "performers" for field in register.record.declared)
        return {"performers": names} if is_names else {"responsible": ", ".join(names)}
    return {name: value}


def _days(register: Register, text: str, window: Period) -> dict[str, Any]:
    try:
        days = read_days(text, window)
    except ValueError as error:
        raise UserError(str(error), NOTHING_CHANGED) from None
    if days is None:
        raise UserError(
            "Без дня строка в план месяца не войдёт.", NOTHING_CHANGED, "Чтобы убрать её, нажмите Delete."
        )
    if register.ends:
        return {register.day: days.start, register.ends: days.end if days.days > 1 else None}
    if days.days > 1:
        raise UserError(
            f"{register.record.caption}: день может быть только один.", NOTHING_CHANGED, "Напишите один день."
        )
    return {register.day: days.start}


def set_values(file: RoadmapFile, line: PlanLine, values: Values) -> ChangeSet | None:
    """Sets fields of the record behind a line. Raises UserError for values that it cannot hold."""
    labels = ", ".join(BY_ID[line.register].field(name).label for name in values)
    return _edit(file, f"{labels}: {_called([line])}", [line], lambda _record, _line: values)


def set_state(
    file: RoadmapFile, lines: Sequence[PlanLine], state: WorkState, reason: str = ""
) -> ChangeSet | None:
    """Says what has become of works; why one was not done is kept with it."""
    values = {"state": state, "reason": reason}
    return _edit(file, f"{state.value.capitalize()}: {_called(lines)}", lines, lambda _record, _line: values)


def carry_over(
    file: RoadmapFile, lines: Sequence[PlanLine], day_of: Callable[[PlanLine], date], reason: str = ""
) -> ChangeSet | None:
    """Moves works to other days, of which ``day_of`` says the first; each lasts as long as before, is planned again
    and keeps the day that it was planned for."""

    def values(record: Any, line: PlanLine) -> dict[str, Any]:
        register, period = BY_ID[line.register], line.period
        day = day_of(line)
        if period is None or day == period.start:
            return {}
        kept = record.moved_from
        moved: dict[str, Any] = {
            register.day: day,
            "moved_from": "; ".join(filter(None, (kept, f"{period.start:%d.%m.%Y}"))),
            "state": WorkState.PLANNED,
        }
        if register.ends and period.days > 1:
            moved[register.ends] = day + timedelta(days=period.days - 1)
        return moved | ({"reason": reason} if reason else {})

    return _edit(file, f"Перенесено: {_called(lines)}", lines, values)


def next_month(line: PlanLine) -> date:
    """The day of the same number in the month after the line's own, or the next one that is worked."""
    start = line.period.start if line.period else date.min
    following = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (following + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return worked_from(following.replace(day=min(start.day, last.day)))


def worked_from(day: date) -> date:
    """That day, or the first after it that is worked."""
    days = (day + timedelta(days=number) for number in range(30))
    return next((one for one in days if not days_off([one])), day)


def _edit(
    file: RoadmapFile,
    label: str,
    lines: Sequence[PlanLine],
    values_of: Callable[[Record, PlanLine], Values],
) -> ChangeSet | None:
    with file.edit(label) as edit:
        for line in lines:
            _change(edit, line, values_of)
    return edit.change_set


def _change(edit: "Edit", line: PlanLine, values_of: Callable[[Record, PlanLine], Values]) -> None:
    register = BY_ID[line.register]
    record = edit.get(register.record, line.id)
    if record is None:
        raise UserError(_GONE, NOTHING_CHANGED, "Отмените удаление или выберите другую.")
    values = values_of(record, line)
    present = {field.name: getattr(record, field.name) for field in register.record.fields}
    mistakes = mistakes_in(register, present | dict(values))
    wrong = next(((name, why) for name, why in mistakes.items() if name in values), None)
    if wrong is not None:
        name, why = wrong
        raise UserError(f"{register.field(name).label}: {why}", NOTHING_CHANGED, "Исправьте и повторите.")
    Assigning(edit, register.record).set(record, values)


def _called(lines: Sequence[PlanLine]) -> str:
    if len(lines) != 1:
        return counted(len(lines), "дело", "дела", "дел")
    (line,) = lines
    return f"«{shortened(one_line(line.name), _LONGEST_NAME)}»"
