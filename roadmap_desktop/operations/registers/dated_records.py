"""Records of registers that have a day or a term: what the calendar shows beside activities."""

import sqlite3
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from roadmap_desktop.model.dated_record import DatedRecord as DatedRecord
from roadmap_desktop.model.due import DueKind, occurrences, read_due
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.record_names import name_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.operations.registers.record_listing import names_for, names_in
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select


class DatedKind(NamedTuple):
    """A register whose records stand in the calendar."""

    register: str
    title: str


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
    with file.read() as connection:
        for kind in dated_kinds():
            if kind.register in kinds:
                found += _of_register(connection, BY_ID[kind.register], window, plan)
    return tuple(found)


def _of_register(
    connection: sqlite3.Connection, register: Register, window: Period, plan: Period
) -> Iterator[DatedRecord]:
    kind, day = register.record, register.day
    asked = ("id", day, *register.named_by, *_beside(register))
    if register.field(day).kind is FieldKind.DUE:
        # Thousands of records share a few wordings.
        wordings = connection.execute(f"SELECT DISTINCT {day} FROM {register.table} WHERE {day} <> ''")
        periods = {words: read for (words,) in wordings if (read := _read(words, window, plan))}
        rows = select(connection, kind, asked, {day: periods.keys()})
    else:
        periods = None
        rows = select(connection, kind, asked, {day: window})
    links = names_for(connection, register) if rows and _needs_links(register) else {}
    told_by = register.told_by
    whose = names_in(connection, register.field(told_by).references or "") if rows and told_by else {}
    for id_, value, *others in rows:
        found = dict(zip(asked[2:], others, strict=True))
        title = name_of(register, found, links)
        owner = whose.get(found.get(told_by) or "", "")
        hours = found.get("time", "")
        for period in (Period(value, value),) if periods is None else periods[value]:
            yield DatedRecord(register.id, id_, title, register.record.caption, period, hours, owner)


def _beside(register: Register) -> tuple[str, ...]:
    """What is asked for besides the name."""
    return (*(("time",) if register.direction else ()), *((register.told_by,) if register.told_by else ()))


def _read(words: str, window: Period, plan: Period) -> tuple[Period, ...]:
    due = read_due(words, plan)
    if due.kind is DueKind.PERIOD:
        return ()
    if due.kind is DueKind.RECURRING:
        return tuple(Period(day, day) for day in occurrences(due, window))
    return tuple(each for each in due.periods if each.overlaps(window) and not each.covers(plan))


@cache
def _needs_links(register: Register) -> bool:
    return any(register.field(name).kind is FieldKind.LINK for name in register.named_by)
