"""What was understood of a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period


class CellPlace(NamedTuple):
    """Where a cell stands: the number of its block in the document, its row and column there, all from 0. A line of
    text is a block of its own, with row and column 0."""

    block: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An activity as the document has it. ``places`` says by field which cells it was read from; ``due_dates`` are
    given by hand, for a wording that names none."""

    number: str
    section: str
    name: str
    due_text: str
    performers: tuple[str, ...]
    expected_result: str
    note: str
    state: State = State.PLANNED
    due_dates: str = ""
    places: Mapping[str, tuple[CellPlace, ...]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class OrderWords:
    """What the stamp of a document says: the annex, the order, who approved it."""

    annex_number: str = ""
    order_number: str = ""
    order_date: date | None = None
    approving_body: str = ""
    head_post: str = ""
    head_name: str = ""


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A document as a plan. ``columns`` says by the number of a table's block what its columns hold («» – to the note),
    ``left_out`` are sentences about what is no part of the plan, ``unread`` the indices of rows whose due wording is
    not understood."""

    title: str
    document: OrderWords
    period: Period | None
    rows: tuple[PlanRow, ...]
    left_out: tuple[str, ...] = ()
    unread: tuple[int, ...] = ()
    columns: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
