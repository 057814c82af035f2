"""Records of registers that have a day or a term: what the calendar shows beside activities."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from sqlalchemy import select

from roadmap_desktop.model.due import DueKind, occurrences, read_due
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.record_names import name_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.operations.registers import names_for
from roadmap_desktop.storage.roadmap_file import RoadmapFile


class DatedKind(NamedTuple):
    """A register whose records stand in the calendar."""

    register: str
    title: str


class DatedRecord(NamedTuple):
    """A record and one of its periods within the days asked for."""

    register: str
    id: str
    title: str
    caption: str
    period: Period


@cache
def dated_kinds() -> tuple[DatedKind, ...]:
    """The registers whose records have a day or a term, in the order of the navigation."""
    return tuple(DatedKind(register.id, register.title) for register in REGISTERS if register.day)


def dated_records(
    file: RoadmapFile, window: Period, plan: Period, kinds: Collection[str]
) -> tuple[DatedRecord, ...]:
    """The records of these registers that share a day with the window; ``plan`` is the period by which words are read.
    Words that last all through the plan name no day of their own and are left out, as those that name none."""
    found: list[DatedRecord] = []
    with file.read() as session:
        for kind in dated_kinds():
            if kind.register not in kinds:
                continue
            register = BY_ID[kind.register]
            columns = register.record.__table__.c
            wanted = tuple(dict.fromkeys((register.day, *register.named_by)))
            is_due = register.field(register.day).kind is FieldKind.DUE
            chosen = select(columns.id, *(columns[name] for name in wanted)).order_by(columns.id)
            day = columns[register.day]
            chosen = chosen.where(day != "" if is_due else day.between(window.start, window.end))
            links = None
            for row in session.connection().execute(chosen):
                periods = _read(row[1], window, plan) if is_due else (Period(row[1], row[1]),)
                if not periods:
                    continue
                if links is None:
                    links = names_for(session, register) if _is_named_by_links(register) else {}
                title = name_of(register, dict(zip(wanted, row[1:], strict=True)), links)
                caption = register.record.caption
                found += (DatedRecord(register.id, row[0], title, caption, period) for period in periods)
    return tuple(found)


def _read(words: str, window: Period, plan: Period) -> tuple[Period, ...]:
    due = read_due(words, plan)
    if due.kind is DueKind.PERIOD:
        return ()
    if due.kind is DueKind.RECURRING:
        return tuple(Period(day, day) for day in occurrences(due, window))
    return tuple(each for each in due.periods if each.overlaps(window) and not each.covers(plan))


@cache
def _is_named_by_links(register: Register) -> bool:
    return any(register.field(name).kind is FieldKind.LINK for name in register.named_by)
