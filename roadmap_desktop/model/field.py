"""A field of a record, described once: the table, the form, search, reports, import, history and the file's columns
follow from it."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, get_args

from roadmap_desktop.model.period import iso_date


class FieldKind(StrEnum):
    """What sort of value a field holds, and so which editor and which column it gets."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    HOURS = "hours"  # «9:30–13:00», see ``hours``.
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
    NAMES = "names"  # Several records by their names, in an order: kept as links, see ``through``.
    CONTENT = "content"  # The hash of a content that the file keeps apart, see ``storage.tables``.


# Whether a field is personal data (152-ФЗ): always, never, or as far as its value reads so.
Personal = bool | Callable[[str], bool]


class Field(NamedTuple):
    """``label`` is Russian, as it stands in forms, headers and history; ``type`` is that of its values in Python, which
    may also be None where it is ``nullable``; ``choices`` are the stored words; ``references`` is the table of the
    records that a link points at. A ``required`` field of a register's record cannot be left empty; numbers lie between
    ``least`` and ``most``; ``default`` is what a new record holds. ``dates`` names the field beside a due wording that
    holds dates given by hand, and is a part of it for the user; ``through`` the table of the links that names are kept
    in, and no column of its record's own. ``within`` names the field that the record and what it points at have alike:
    a decision is on a question of its own meeting."""

    name: str
    label: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    hidden: bool = False
    personal: Personal = False
    required: bool = False
    least: float | None = None
    most: float | None = None
    references: str = ""
    indexed: bool = False
    default: Any = None
    type: type = str
    nullable: bool = False
    dates: str = ""
    through: str = ""
    within: str = ""

    def holds_personal(self, value: object) -> bool:
        """Whether that value of the field is personal data."""
        if callable(self.personal):
            return isinstance(value, str) and self.personal(value)
        return self.personal and value not in (None, "")

    def value(self, stored: Any) -> Any:
        """A value as the record holds it, from what the file or the journal keeps. Raises ValueError for what the field
        cannot hold."""
        if stored is None or self.type is str:
            return stored
        if self.type is date:
            return iso_date(str(stored))
        return self.type(stored) if issubclass(self.type, StrEnum) else stored

    def named(self, name: str, annotation: Any) -> "Field":
        """The field as it is declared in a class, under that name and with that type."""
        if self.through:
            return self._replace(name=name, type=tuple)
        (kept,) = (each for each in get_args(annotation) or (annotation,) if each is not type(None))
        words = tuple(member.value for member in kept) if issubclass(kept, StrEnum) else self.choices
        return self._replace(name=name, type=kept, nullable=kept is not annotation, choices=words)


# Kinds whose empty value is the empty text.
_TEXTS = (
    FieldKind.LINE,
    FieldKind.TEXT,
    FieldKind.DUE,
    FieldKind.HOURS,
    FieldKind.YEAR,
    FieldKind.WORDS,
)


def labelled(
    label: str,
    kind: FieldKind = FieldKind.LINE,
    *,
    to: str = "",
    hidden: bool = False,
    personal: Personal = False,
    required: bool = False,
    least: float | None = None,
    most: float | None = None,
    choices: tuple[str, ...] = (),
    indexed: bool | None = None,
    default: Any = None,
    dates: str = "",
    through: str = "",
    within: str = "",
) -> Any:
    """A field of the class in which it stands; the annotation says the type of its values, and the words of a choice.
    Text is never NULL: no value is the empty text. ``to`` is the table that a link points at. What is ``personal`` is
    taken out of a copy without personal data; it must be able to be empty. ``choices`` are the words of a field of the
    kind ``WORDS``."""
    if kind is FieldKind.SHARE:
        least, most = 0, 100
    if default is None:
        default = "" if kind in _TEXTS else () if kind is FieldKind.NAMES else None
    if indexed is None:
        indexed = kind in (FieldKind.LINK, FieldKind.OWNER)
    return Field(
        name="",
        label=label,
        kind=kind,
        choices=choices,
        hidden=hidden,
        personal=personal,
        required=required,
        least=least,
        most=most,
        references=to,
        indexed=indexed,
        default=default,
        dates=dates,
        through=through,
        within=within,
    )
