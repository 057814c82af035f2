"""A field of a record, described once: the table, the form, search, reports, import and history read it from here."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Enum
from sqlalchemy.orm import MappedColumn, mapped_column

if TYPE_CHECKING:
    from roadmap_desktop.model.base import Record


class FieldKind(StrEnum):
    """What sort of value a field holds, and so which editor and which column it gets."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    DUE = "due"
    ORDER = "order"
    LINK = "link"
    OWNER = "owner"  # A record of any table, see ``model.references``.
    NUMBER = "number"
    DECIMAL = "decimal"
    SHARE = "share"  # Per cent.
    YEAR = "year"  # A school year, «2020–2021».
    WORDS = "words"  # Some of several words, in one text.
    CONTENT = "content"  # The hash of a content that the file keeps apart, see ``storage.content_table``.


# Whether a field is personal data (152-ФЗ): always, never, or as far as its value reads so.
Personal = bool | Callable[[str], bool]


class Field(NamedTuple):
    """``label`` is Russian, as it stands in forms, headers and history; ``choices`` are the stored values. A
    ``required`` field of a register's record cannot be left empty; numbers lie between ``least`` and ``most``."""

    name: str
    label: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    hidden: bool = False
    personal: Personal = False
    required: bool = False
    least: float | None = None
    most: float | None = None

    def holds_personal(self, value: object) -> bool:
        """Whether that value of the field is personal data."""
        if callable(self.personal):
            return isinstance(value, str) and self.personal(value)
        return self.personal and value not in (None, "")


class _Label(NamedTuple):
    label: str
    kind: FieldKind
    hidden: bool
    personal: Personal
    required: bool
    least: float | None
    most: float | None
    choices: tuple[str, ...]


# Kinds whose empty value is the empty text.
_TEXTS = (FieldKind.LINE, FieldKind.TEXT, FieldKind.DUE, FieldKind.YEAR, FieldKind.WORDS)


def labelled(
    label: str,
    kind: FieldKind = FieldKind.LINE,
    *args: Any,
    hidden: bool = False,
    personal: Personal = False,
    required: bool = False,
    least: float | None = None,
    most: float | None = None,
    choices: tuple[str, ...] = (),
    **column: Any,
) -> MappedColumn[Any]:
    """A mapped column with its Russian label. ``args`` and ``column`` go to ``mapped_column``. Text is never NULL: no
    value is the empty text. What is ``personal`` is taken out of a copy without personal data; it must be able to be
    empty. ``choices`` are the words of a field of the kind ``WORDS``."""
    if kind is FieldKind.SHARE:
        least, most = 0, 100
    column["info"] = {"field": _Label(label, kind, hidden, personal, required, least, most, choices)}
    if kind in _TEXTS:
        column.setdefault("default", "")
    return mapped_column(*args, **column)


@cache
def fields_of(record_class: type["Record"]) -> tuple[Field, ...]:
    """The labelled fields of a mapped class in the order they are declared; the key is not among them."""
    found = []
    # Not asked of the mapper: that would make all classes ready for edits before the window stands.
    for column in record_class.__table__.columns:
        label = column.info.get("field")
        if label is not None:
            choices = tuple(column.type.enums) if isinstance(column.type, Enum) else label.choices
            found.append(Field(column.key, **{**label._asdict(), "choices": choices}))
    return tuple(found)


def field_of(record_class: type["Record"], name: str) -> Field:
    """The labelled field with that name. Raises KeyError when the class has none."""
    for candidate in fields_of(record_class):
        if candidate.name == name:
            return candidate
    raise KeyError(name)


def word_choice(enum: type[StrEnum], length: int = 40) -> Enum:
    """A column type that stores an enumeration by its Russian words, so that the file can be read without us."""
    return Enum(
        enum, native_enum=False, values_callable=lambda kind: [member.value for member in kind], length=length
    )
