"""What a report says of itself: the command line and the print dialog read it from here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from roadmap_desktop.reports.blocks import Document

# Who signs unless a report says otherwise.
METHODIST = "Методист"


class ParameterKind(StrEnum):
    """What sort of value is chosen, and so which editor it gets and how it is typed."""

    WEEK = "week"  # A Period of seven days, typed as any day of it: «2020-10-05», «5 октября».
    MONTH = "month"  # A Period, typed «2020-09».
    PERIOD = "period"  # A Period, typed «2020-09-01..2020-12-31», «2020-09», or a due wording.
    SCHOOL_YEAR = "school year"  # A Period, typed «2020-2021».
    QUARTER = "quarter"  # A Period, typed «2020-4».
    HALF = "half"  # A Period: half of a school year, typed «2020-1» (September–December), «2020-2».
    RECORD = "record"  # The key of a record of ``register``, typed as its name or key.
    REVISION = "revision"  # The key of a revision, typed as its name or key.
    CHOICE = "choice"  # One of ``choices``.
    CHOICES = "choices"  # Some of ``choices``: a frozenset, typed with commas.
    FLAG = "flag"  # Yes or no.
    NUMBER = "number"  # A whole number from 1.
    TEXT = "text"  # Any words.
    KEPT = "kept"  # Words of several lines that the file keeps; None leaves those kept, or what the report says itself.


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something to choose before printing; ``name`` is its name on the command line, ``example`` how it is typed. A
    value that is not chosen is ``default``, or for the kinds of time what fits the plan and today; of a ``required``
    one a document cannot be made without it, except where the flag named ``unless`` is on, and None otherwise stands
    for all, or for what ``none`` says. ``ids`` are the choices as they are typed in English. What holds only where
    another parameter has a certain value names both in ``only``."""

    name: str
    title: str
    example: str
    kind: ParameterKind
    register: str = ""
    choices: tuple[str, ...] = ()
    default: Any = None
    required: bool = False
    unless: str = ""
    none: str = "все"
    ids: tuple[str, ...] = ()
    only: tuple[str, str] | None = None


class Group(StrEnum):
    """Under what the dialog lists a report."""

    ROADMAP = "Дорожная карта"
    SCHOOLS = "Школы"
    TEACHERS = "Педагоги"
    MEETINGS = "Совещания и документы"


class Stamp(StrEnum):
    """What stands at the upper right of the first page; the value is the word in the dialog."""

    NONE = "нет"
    APPROVED = "УТВЕРЖДАЮ"
    AGREED = "СОГЛАСОВАНО"
    ANNEX = "Приложение к приказу"


# Values of the parameters by their names, each as its kind says.
Choices = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """A printed document that the program knows. ``build`` makes its body of the source and of the chosen values, which
    it takes by the names of their parameters; stamp, signatures, sheet and columns are ``DocumentOptions``, these being
    the usual ones. ``signers`` are posts: an annex is signed with the order that it belongs to, ГОСТ Р 7.0.97-2016,
    5.16. ``counts``, called as ``build``, tells how many rows there are behind each word of its choices; ``kept``,
    likewise, what its parameters of kept words say unless others are typed."""

    id: str
    title: str
    group: str
    parameters: tuple[Parameter, ...]
    build: Callable[..., Document]
    stamp: Stamp = Stamp.NONE
    signers: tuple[str, ...] = (METHODIST,)
    counts: Callable[..., Mapping[str, int]] | None = None
    kept: Callable[..., Mapping[str, str]] | None = None

    @property
    def line(self) -> str:
        """Id, title and parameters in one line, for a list."""
        needs = ", ".join(f"{each.title}: --{each.name} {each.example}".rstrip() for each in self.parameters)
        return f"{self.id} — {self.title}" + (f" ({needs})" if needs else "")
