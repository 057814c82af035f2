"""What the cells of a register's table say today: texts, states, their place in order, the words of filters."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.expiry import SOON, Expiry, expiry
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.model.standing import Standing, standing_of
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.facets import Facet, facets_of, words_of
from roadmap_desktop.ui.table.grouping import Grouping, grouping_of
from roadmap_desktop.ui.table.text_layouts import MAX_LINES
from roadmap_desktop.ui.theme import pill_text

NUMBERS = (FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE)
# Signs that a dictionary passes over.
_LEADING = " «»„“\"'(–-"


class Cells:
    """Of any register. ``headings`` are those that differ from a field's label, ``fixed`` the fields that are not
    edited in place, ``usual_lines`` how high most rows are and ``most_lines`` how high any is; ``unread`` is how many
    rows of a group were not read, its caption being folded, by the caption's key."""

    headings: Mapping[str, str] = {}
    unread: Mapping[str, int] = {}
    fixed: Collection[str] = ()
    usual_lines = 1
    most_lines = MAX_LINES

    def __init__(self, register: Register, today: Callable[[], date]) -> None:
        self.register, self.today = register, today
        self.listing = Listing(register, (), {})
        self.period: Period | None = None
        self.states = frozenset(
            field.name for field in register.fields if field.choices in (tuple(State), tuple(WorkState))
        )
        self._periods: dict[str, Sequence[Period]] = {}

    def show(self, listing: Listing, period: Period | None) -> None:
        """Takes the records as they are now, and the period by which due wordings are read."""
        if period != self.period:
            self._periods.clear()
        self.listing, self.period = listing, period

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What the rows can be filtered by."""
        return facets_of(self.register, self._words)

    def groupings(self, facets: Iterable[Facet]) -> tuple[Grouping, ...]:
        """By what the rows can stand beneath captions, given what they are filtered by."""
        return tuple(grouping_of(facet) for facet in facets if not facet.is_exclusive)

    def tally(self, rows: Sequence[Any]) -> str:
        """What a caption says of the rows beneath it: «выполнено 3 из 9», or how many they are."""
        said = counted(len(rows), *self.register.plural_forms)
        for name in self.states:
            states = list(map(attrgetter(name), rows))
            for word in (State.DONE, WorkState.DONE):
                if done := states.count(word):
                    said = f"{word} {done} из {len(rows)}"
        return said

    def heading(self, field: Field) -> str:
        """What stands above the column of a field."""
        return self.headings.get(field.name, field.label)

    def is_editable(self, field: Field) -> bool:
        """Whether a field is edited in its cell."""
        return field.name in self.listing.fields and field.name not in self.fixed

    def can_edit(self, row: Any, field: Field) -> bool:
        """Whether the cell of a row is edited in place; of a caption none is."""
        return not isinstance(row, Caption) and self.is_editable(field)

    def note(self, _row: Any, _field: Field) -> str:
        """What stands beneath a cell's text in small letters."""
        return ""

    def ink(self, row: Any, field: Field) -> str:
        """The name of the colour of a cell's text."""
        return "danger" if self.is_urgent(row, field) else "ink"

    def text(self, row: Any, field: Field) -> str:
        """A cell's text; of a date of expiry also what it means today."""
        text = self.listing.text(row, field)
        left = self.days_left(row, field)
        if left is None or left > SOON:
            return text
        if left < 0:
            return f"{text}, {Expiry.EXPIRED}"
        return f"{text}, ещё {left} дн." if left else f"{text}, последний день"

    def days_left(self, row: Any, field: Field) -> int | None:
        """How many days a record is still valid, in the cell of its expiry; None in others."""
        if field.name != self.register.expires:
            return None
        until = self.listing.value(row, field.name)
        return (until - self.today()).days if until is not None else None

    def is_urgent(self, row: Any, field: Field) -> bool:
        """Whether what the cell says is to be seen at once."""
        left = self.days_left(row, field)
        return left is not None and left <= SOON

    def standing(self, row: Any, field: Field) -> Standing | None:
        """How the record stands, for the cell of its state; None for any other cell."""
        if field.name not in self.states:
            return None
        state = self.listing.value(row, field.name)
        is_known = isinstance(state, (State, WorkState))
        return standing_of(state, self._last_day(row), self.today()) if is_known else None

    def pill(self, _row: Any, standing: Standing) -> str:
        """What the pill of a state says."""
        return pill_text(standing)

    def order(self, row: Any, field: Field) -> Any:
        """What a row is sorted by in a column; None where the cell is empty: such rows are the last either way."""
        value = self.listing.value(row, field.name)
        if value in (None, "", ()):
            return None
        if field.kind in NUMBERS or field.kind is FieldKind.DATE:
            return value
        if field.kind is FieldKind.DUE:
            periods = self.periods(row)
            return (min(one.start for one in periods), max(one.end for one in periods)) if periods else None
        how = self.standing(row, field)
        if how is not None and how.is_overdue:
            # What is overdue longest comes first, then as work goes on.
            return -how.overdue_days
        if field.kind is FieldKind.CHOICE:
            return field.choices.index(value) if value in field.choices else len(field.choices)
        return as_counted(self.listing.text(row, field).lstrip(_LEADING))

    def periods(self, row: Any) -> Sequence[Period]:
        """The periods of the record's due wording, read once for each wording."""
        wording = self.listing.value(row, "due_text")
        if wording not in self._periods and self.period is not None:
            self._periods[wording] = effective_due(wording, "", self.period).periods
        return self._periods.get(wording, ())

    def _last_day(self, row: Any) -> date | None:
        if self.register.direction is not None:
            day, end = self.register.day, self.register.ends
            last: date | None = self.listing.value(row, end or day) or self.listing.value(row, day)
            return last
        if self.register.day != "due_text":
            return None
        return max((period.end for period in self.periods(row)), default=None)

    def _words(self, field: Field, row: Any) -> tuple[str, ...]:
        if field.name == self.register.expires:
            return (expiry(self.listing.value(row, field.name), self.today()).value,)
        how = self.standing(row, field)
        return words_of(field, self.listing.text(row, field), is_late=how is not None and how.is_overdue)
