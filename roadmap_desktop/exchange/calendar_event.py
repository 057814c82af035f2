"""An activity or a record of a register as events of a calendar program."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_desktop.exchange.calendar_terms import Term, terms_of
from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.due import DueReading
from roadmap_desktop.model.hours import Hours, hours_in
from roadmap_desktop.model.identity import link_id
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.rows import ActivityRow

_LABELS = {
    "due_text": "Срок",
    "performers": "Исполнители",
    "expected_result": "Ожидаемый результат",
    "state": "Состояние",
    "actual_result": "Фактический результат",
    "note": "Примечание",
}


class CalendarEvent(NamedTuple):
    """``uid`` follows from the record and the place of the period among those of its due: exporting again gives the
    same events, and one with another date takes the place of the earlier. ``category`` is what the user calls its
    kind."""

    uid: str
    term: Term
    summary: str
    description: str
    category: str
    state: State | None = None
    hours: Hours | None = None
    place: str = ""


class Dated(NamedTuple):
    """A record as a calendar tells of it: its key, when it is, what it is called, what else is known of it by label."""

    table: str
    id: str
    due: DueReading
    title: str
    details: Sequence[tuple[str, str]]
    state: State | None = None
    hours: Hours | None = None
    place: str = ""


def events_of(dated: Dated, category: str) -> Iterator[CalendarEvent]:
    """The events of a record, none for what is undated."""
    described = "\n".join(f"{label}: {text}" for label, text in dated.details if text)
    for term in terms_of(dated.due):
        uid = link_id("calendar", dated.table, dated.id, str(term.ordinal))
        # A stretch of days is an all-day event: whether the hours are those of each day is not said.
        hours = dated.hours if term.period.days == 1 else None
        yield CalendarEvent(uid, term, dated.title, described, category, dated.state, hours, dated.place)


def dated_activity(row: ActivityRow) -> Dated:
    """An activity with its number, performers, expected result and state."""
    texts = {
        "due_text": row.due_text,
        "performers": ", ".join(row.performers),
        "expected_result": row.expected_result,
        "state": _state_words(row.state, row.completed_on),
        "actual_result": row.actual_result,
        "note": row.note,
    }
    details = [(_LABELS[name], text) for name, text in texts.items()]
    title = f"{row.number}. {one_line(row.name)}"
    hours = hours_in(row.due_text)
    return Dated(Activity.__tablename__, row.id, row.due, title, details, row.state, hours)


def _state_words(state: State, completed_on: date | None) -> str:
    return f"{state.value} {completed_on:%d.%m.%Y}" if completed_on else state.value
