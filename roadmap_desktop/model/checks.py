"""What a field takes: the reason why a value is refused, in words beside the field."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.hours import kept_hours, read_hours
from roadmap_desktop.model.register import Check, Register
from roadmap_desktop.model.russian import number_text
from roadmap_desktop.model.search import folded

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def mistake_in(field: Field, value: Any) -> str:
    """Why the field cannot hold the value; an empty text when it can."""
    if isinstance(value, DueValue):
        value = value.text
    if value is None or (isinstance(value, str) and not (value and folded(value).strip())):
        if field.required or (isinstance(value, str) and value):
            return "Не указано." if field.required else "Здесь только пробелы."
        return ""
    if isinstance(value, str) and not _is_whole(value):
        return "Есть символы, которые нельзя сохранить."
    if isinstance(value, date) and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return f"Год {value.year} не подходит: нужен от {_FIRST_YEAR} до {_LAST_YEAR}."
    if field.kind is FieldKind.HOURS:
        return _mistake_in_hours(value)
    if field.kind in (FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE):
        if field.least is not None and value < field.least:
            return (
                "Число не может быть меньше нуля."
                if field.least == 0
                else f"Не меньше {number_text(field.least)}."
            )
        if field.most is not None and value > field.most:
            return f"Не больше {number_text(field.most)}{' %' if field.kind is FieldKind.SHARE else ''}."
    return ""


def _mistake_in_hours(text: str) -> str:
    try:
        read_hours(text)
    except ValueError as error:
        return str(error)
    return ""


def _is_whole(text: str) -> bool:
    """Whether it has no half of a surrogate pair in it, as a cut emoji leaves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def mistakes_in(register: Register, values: Mapping[str, Any]) -> dict[str, str]:
    """Field by name to what is wrong with it, in a record that holds these values; fields that are absent are empty."""
    found = {}
    for field in register.fields:
        if why := mistake_in(field, values.get(field.name)):
            found[field.name] = why
    return _hours_turned_round(register, values) | register.check(values) | found


def _hours_turned_round(register: Register, values: Mapping[str, Any]) -> dict[str, str]:
    """Work that ends on a later day may end at an earlier hour."""
    hours = kept_hours(values.get("time") or "") if register.direction else None
    if hours is None or not hours.is_over_midnight:
        return {}
    if not register.ends:
        return {"time": "Окончание раньше начала."}
    first, last = values.get(register.day), values.get(register.ends)
    if first is not None and last is not None and first < last:
        return {}
    return {"time": "Окончание раньше начала. Если работа идёт за полночь, укажите и последний день."}


def needed(name: str) -> Check:
    """A check that a text says something."""
    return lambda values: {} if folded(values[name]).strip() else {name: "Пустым это поле быть не может."}


def in_order(first: str, last: str, why: str) -> Check:
    """A check that the second date is not before the first."""

    def check(values: Mapping[str, Any]) -> dict[str, str]:
        begins, ends = values.get(first), values.get(last)
        return {last: why} if begins is not None and ends is not None and ends < begins else {}

    return check


def different(one: str, other: str, why: str) -> Check:
    """A check that two fields do not point at the same record."""

    def check(values: Mapping[str, Any]) -> dict[str, str]:
        chosen = values.get(one)
        return {other: why} if chosen and chosen == values.get(other) else {}

    return check


def of_digits(field: str, count: int, why: str) -> Check:
    """A check that a number of a paper, where it is given, has that many digits and nothing else."""

    def check(values: Mapping[str, Any]) -> dict[str, str]:
        typed = str(values.get(field) or "")
        return {field: why} if typed and not (typed.isdecimal() and len(typed) == count) else {}

    return check


def both(*checks: Callable[[Mapping[str, Any]], dict[str, str]]) -> Check:
    """All of these checks."""

    def check(values: Mapping[str, Any]) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in checks:
            found |= one(values)
        return found

    return check
