"""Values of fields as the journal keeps them."""

import json
from datetime import date
from enum import StrEnum
from typing import Any

from roadmap_desktop.model.base import Record, field_of
from roadmap_desktop.model.change_set import NOTHING, Value


def plain(value: Any) -> Value:
    """A record's value as JSON has it. Raises TypeError for a type that the journal does not know."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"the journal cannot keep {type(value).__name__}")


def mapped(record_class: type[Record], field: str, value: Value) -> Any:
    """The reverse of ``plain`` for that field of that class. Raises ValueError for a value it cannot hold, KeyError for
    a field that there is not."""
    return field_of(record_class, field).value(value)


def encode(value: Value | dict[str, Value]) -> str | None:
    """The text that stands in the journal's column: a value, or all values of a record by their fields."""
    return None if value is NOTHING else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decode(text: str | None) -> Any:
    """The reverse of ``encode``."""
    return NOTHING if text is None else json.loads(text)


def is_text(value: object) -> bool:
    """Whether it is a text that can be written again."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False
