"""«События для другого календаря»: activities and the dated records of registers as a file for Outlook and others."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import NOTHING_WRITTEN, Cancelled, UserError
from roadmap_desktop.exchange.calendar_event import CalendarEvent, Dated, dated_activity, events_of
from roadmap_desktop.exchange.calendar_file import Edition, calendar_bytes
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due import DueKind, DueReading, read_due
from roadmap_desktop.model.due.reading import UNDATED
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.hours import kept_hours
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.model.plain_rows import PlainRow
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers.dated_records import DatedKind, dated_kinds
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.storage.journal.reader import edition
from roadmap_desktop.storage.output import refuse_to_replace, write_data
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_ACTIVITIES = DatedKind("activities", "Мероприятия")
_SUFFIX = ".ics"
_NAME = "Дорожная карта"


class Exported(NamedTuple):
    """How many events there are, and how many records have no day and so are not among them."""

    events: int
    undated: int

    @property
    def words(self) -> str:
        """«57 событий; без даты 1 — в календарь не вошло»."""
        events = counted(self.events, "событие", "события", "событий")
        return f"{events}; без даты {self.undated} — в календарь не вошло" if self.undated else events


class CalendarContent(NamedTuple):
    """All that a calendar can have of a roadmap, by kinds."""

    name: str
    edition: Edition
    events: Mapping[str, tuple[CalendarEvent, ...]]
    undated: Mapping[str, int]

    def chosen(self, window: Period | None, kinds: Collection[str]) -> tuple[CalendarEvent, ...]:
        """The events of these kinds, those of them that have a day in the window. A recurrence or a long stretch is
        whole even where the window is not: exporting a month after the year must not cut it short."""
        return tuple(
            event
            for kind, events in self.events.items()
            if kind in kinds
            for event in events
            if window is None or event.term.falls_in(window)
        )

    def counted(self, window: Period | None, kinds: Collection[str]) -> Exported:
        """How many events that would be."""
        undated = sum(count for kind, count in self.undated.items() if kind in kinds)
        return Exported(len(self.chosen(window, kinds)), undated)


def calendar_kinds() -> tuple[DatedKind, ...]:
    """What can be exported: activities, and the registers that the calendar shows, by its names for them."""
    return (_ACTIVITIES, *dated_kinds())


def kinds_named(names: Collection[str]) -> frozenset[str]:
    """The kinds with these ids or Russian titles. Raises UserError for any other, with the nearest names."""
    known = {word.casefold(): kind for kind in calendar_kinds() for word in kind}
    for name in names:
        if name.casefold() not in known:
            near = get_close_matches(name.casefold(), known, n=1, cutoff=0.5)
            hint = f" Может быть, «{known[near[0]].title}»?" if near else ""
            every = ", ".join(kind.register for kind in calendar_kinds())
            raise UserError(
                f"«{name}» в календарь не записывается.{hint}", NOTHING_WRITTEN, f"Можно: {every}."
            )
    return frozenset(known[name.casefold()].register for name in names)


def read_calendar(file: RoadmapFile) -> CalendarContent:
    """Everything that has a day. Raises UserError."""
    plan = read_plan(file)
    dated = {_ACTIVITIES: [dated_activity(row) for row in plan.activities]}
    for kind in dated_kinds():
        dated[kind] = list(_records(read_listing(file, BY_ID[kind.register]), plan.info.period))
    events = {
        kind.register: tuple(event for one in found for event in events_of(one, kind.title))
        for kind, found in dated.items()
    }
    undated = {kind.register: sum(not one.due.periods for one in found) for kind, found in dated.items()}
    with file.read() as connection:
        changed_at, changes = edition(connection)
    begun = datetime.combine(plan.info.period.start, time(), UTC)
    # The roadmap's own title takes a line and a half.
    return CalendarContent(
        f"{_NAME} {school_year_label(plan.info.period)}",
        Edition(changed_at or begun, changes),
        events,
        undated,
    )


def save_calendar(
    content: CalendarContent,
    path: Path,
    window: Period | None,
    kinds: Collection[str],
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Writes the chosen events, replacing a file of that name only when the new one is whole; needs no file, so it may
    run in any thread. Raises UserError, also where there is none to write, and Cancelled: nothing is written then."""
    if path.suffix.lower() != _SUFFIX:
        raise UserError(
            f"Календарь записывается в файл с окончанием {_SUFFIX}, а не «{path.name}».",
            NOTHING_WRITTEN,
            "Измените имя файла.",
        )
    refuse_to_replace(path, "календарь")
    events = content.chosen(window, kinds)
    if not events:
        raise UserError(
            "За выбранное время событий нет.",
            "Файл не записан.",
            "Выберите другое время или отметьте, что записать ещё.",
        )
    data = calendar_bytes(content.name, events, content.edition, is_cancelled)
    if is_cancelled():
        raise Cancelled
    write_data(data, path)
    return content.counted(window, kinds)


def export_calendar(
    file: RoadmapFile, path: Path, window: Period | None = None, kinds: Collection[str] | None = None
) -> Exported:
    """Writes what has a day in the window (None: at any time) and is of these kinds (None: of all). Raises UserError;
    an older file of that name is untouched then."""
    every = frozenset(kind.register for kind in calendar_kinds())
    return save_calendar(read_calendar(file), path, window, every if kinds is None else kinds)


def _records(listing: Listing, plan: Period) -> Iterator[Dated]:
    register = listing.register
    shown = [
        field
        for field in (register.field(name) for name in register.columns)
        if field.name not in register.named_by and not _names_a_person(register, field)
    ]
    readings: dict[str, DueReading] = {}
    for row in listing.rows:
        details = [
            (field.label, listing.text(row, field))
            for field in shown
            if not field.holds_personal(listing.value(row, field.name))
        ]
        due = _due(listing.value(row, register.day), plan, readings)
        if register.ends and (last := listing.value(row, register.ends)) and due.periods:
            due = DueReading(DueKind.DATED, (Period(due.periods[0].start, last),))
        hours, place = (
            (kept_hours(listing.value(row, "time")), listing.value(row, "place"))
            if register.direction
            else (None, "")
        )
        yield Dated(
            register.table, row.id, due, _title(listing, row), details, _state(listing, row), hours, place
        )


def _due(value: str | date | None, plan: Period, readings: dict[str, DueReading]) -> DueReading:
    """When a record is. Words that last all through the plan name no day of their own, see ``dated_records``."""
    if isinstance(value, date):
        return DueReading(DueKind.DATED, (Period(value, value),))
    if not value:
        return UNDATED
    # Thousands of records share a few wordings.
    if value not in readings:
        read = read_due(value, plan)
        lasts = read.kind is not DueKind.RECURRING and any(each.covers(plan) for each in read.periods)
        readings[value] = UNDATED if lasts or read.kind is DueKind.PERIOD else read
    return readings[value]


def _title(listing: Listing, row: PlainRow) -> str:
    register = listing.register
    expires = " истекает" if register.expires == register.day else ""
    return f"{register.record.caption}{expires}: {listing.name(row)}"


def _state(listing: Listing, row: PlainRow) -> State | None:
    value = listing.value(row, "state") if "state" in listing.fields else None
    return State(value) if value in [state.value for state in State] else None


def _names_a_person(register: Register, field: Field) -> bool:
    """Whether the field is a name of somebody, or of something that is called by one: what is exported may lie in a
    calendar on the internet."""
    if field.kind is not FieldKind.LINK:
        return field.personal is True
    linked = BY_TABLE.get(field.references)
    return linked is not None and any(_names_a_person(linked, linked.field(name)) for name in linked.named_by)
