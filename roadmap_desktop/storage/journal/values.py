"""Values of fields as the journal keeps them."""

import json
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, Enum
from sqlalchemy.orm import InstrumentedAttribute

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import NOTHING, Value


def plain(value: Any) -> Value:
    """A mapped value as JSON has it. Raises TypeError for a type that the journal does not know."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"the journal cannot keep {type(value).__name__}")


def mapped(record_class: type[Record], field: str, value: Value) -> Any:
    """The reverse of ``plain`` for that field of that class. Raises ValueError for a value the column cannot hold."""
    attribute: InstrumentedAttribute[Any] = getattr(record_class, field)
    if value is None:
        return None
    column_type = attribute.type
    if isinstance(column_type, Date):
        return date.fromisoformat(str(value))
    if isinstance(column_type, Enum) and column_type.enum_class is not None:
        return column_type.enum_class(value)
    return value


def encode(value: Value) -> str | None:
    """The text that stands in the journal's column."""
    return None if value is NOTHING else json.dumps(value, ensure_ascii=False)


def decode(text: str | None) -> Value:
    """The reverse of ``encode``."""
    if text is None:
        return NOTHING
    value: Value = json.loads(text)
    return value
