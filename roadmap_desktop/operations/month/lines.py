"""Reads the plan of a month or a week: work of the registers, what falls due there, and the activities."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.hours import kept_hours
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine, activity_lines, in_order, work_group
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_sources import sources, work_registers
from roadmap_desktop.model.references import owner_key, owner_value
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.registers.activity_links import ActivityLink
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.work import Direction
from roadmap_desktop.operations.month.usual_words import UsualWords, usual_words
from roadmap_desktop.operations.registers.dated_records import dated_records
from roadmap_desktop.storage.names import plain_rows
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_RESULTS = ("result", "outcome", "done")


def month_lines(
    file: RoadmapFile,
    plan: Plan,
    window: Period,
    today: date,
    chosen: Collection[str] | None = None,
) -> tuple[PlanLine, ...]:
    """The plan of the window in its order as it stands ``today``, of the registers with these ids or of all. Raises
    UserError."""
    lines = work_lines(file, plan, window, chosen)
    if chosen is None or ACTIVITIES.id in chosen:
        lines += activity_lines(plan, window, today=today)
    return tuple(in_order(lines))


def work_lines(
    file: RoadmapFile,
    plan: Plan,
    window: Period,
    chosen: Collection[str] | None = None,
    works: Collection[str] | None = None,
) -> list[PlanLine]:
    """Of the plan of the window what stands in registers, in no order: of those with these ids, of work the records
    with these keys, or all. Raises UserError."""
    wanted = [register for register in sources() if chosen is None or register.id in chosen]
    lines: list[PlanLine] = []
    with file.read() as connection:
        for register in wanted:
            if register.direction is not None:
                lines += _of_register(connection, register, plan, window, works)
    if any(register.id == "decisions" for register in wanted):
        lines += _decisions(file, plan, window)
    return lines


def moved_lines(file: RoadmapFile, plan: Plan, window: Period) -> tuple[PlanLine, ...]:
    """The work that was planned for the window and has been carried over to other days, in the order of those."""
    lines: list[PlanLine] = []
    with file.read() as connection:
        for register in work_registers():
            moved = connection.execute(f"SELECT id FROM {register.table} WHERE moved_from <> ''")
            rows = plain_rows(connection, register.record, {"id": [id_ for (id_,) in moved]})
            lines += _lines(connection, register, rows, plan, window)
    found = [
        line
        for line in lines
        if any(map(window.contains, line.moved_from))
        and not (line.period is not None and line.period.overlaps(window))
    ]
    return tuple(sorted(found, key=lambda line: line.period or (date.max, date.max)))


def _of_register(
    connection: sqlite3.Connection,
    register: Register,
    plan: Plan,
    window: Period,
    works: Collection[str] | None,
) -> Iterator[PlanLine]:
    last = f"coalesce({register.ends}, {register.day})" if register.ends else register.day
    found = connection.execute(
        f"SELECT id FROM {register.table} WHERE {register.day} <= ? AND {last} >= ?",
        (window.end.isoformat(), window.start.isoformat()),
    )
    ids = [id_ for (id_,) in found if works is None or id_ in works]
    rows = plain_rows(connection, register.record, {"id": ids})
    return _lines(connection, register, rows, plan, window)


def _lines(
    connection: sqlite3.Connection, register: Register, rows: list[Any], plan: Plan, window: Period
) -> Iterator[PlanLine]:
    usual = usual_words(connection, register.id, rows)
    numbers = _numbers(connection, register, [row.id for row in rows], plan)
    name_of, nothing = Listing(register, rows, {}).name, UsualWords()
    for row in rows:
        of_row = usual.get(row.id, nothing)
        yield _line(register, row, of_row.name or name_of(row), of_row, numbers.get(row.id, ()), window)


def _line(
    register: Register, row: Any, name: str, usual: UsualWords, numbers: tuple[str, ...], window: Period
) -> PlanLine:
    day = getattr(row, register.day)
    period = Period(day, getattr(row, register.ends or register.day) or day) if day else None
    result = next((getattr(row, name) for name in _RESULTS if hasattr(row, name)), "")
    typed = getattr(row, "performers", ()) or split_performers(getattr(row, "responsible", ""))
    return PlanLine(
        register.id,
        row.id,
        work_group(period, window) if period else PlanGroup.UNDATED,
        getattr(row, "direction", register.direction or Direction.OTHER),
        register.record.brief or register.record.caption,
        name,
        row.state,
        period,
        hours=kept_hours(row.time),
        numbers=numbers,
        place=row.place or usual.place,
        participants=row.participants or usual.participants,
        responsible=tuple(typed) or tuple(split_performers(usual.responsible)),
        result=result,
        evidence=getattr(row, "evidence", ""),
        reason=row.reason,
        moved_from=tuple(days_in(row.moved_from)),
    )


def days_in(text: str) -> Iterator[date]:
    """The days that a text names, «06.10.2020; 12.11.2020»; what is no day is passed over."""
    for day, month, year in _DAY.findall(text):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def _numbers(
    connection: sqlite3.Connection, register: Register, ids: Iterable[str], plan: Plan
) -> dict[str, tuple[str, ...]]:
    """The numbers of the activities that each record serves, in the order of the plan."""
    owners = [owner_value(register.table, id_) for id_ in ids]
    served: dict[str, set[str]] = {}
    for activity, owner in select(connection, ActivityLink, ("activity_id", "owner"), {"owner": owners}):
        served.setdefault(owner_key(owner)[1], set()).add(activity)
    order = {row.id: index for index, row in enumerate(plan.activities)} if served else {}
    return {
        id_: tuple(plan.by_id[one].number for one in sorted(activities & order.keys(), key=order.__getitem__))
        for id_, activities in served.items()
    }


def _decisions(file: RoadmapFile, plan: Plan, window: Period) -> Iterator[PlanLine]:
    register = BY_ID["decisions"]
    found = {
        record.id: record
        for record in dated_records(file, window, plan.info.period, (register.id,))
        if window.contains(record.period.end)
    }
    with file.read() as connection:
        rows = select(
            connection,
            register.record,
            ("id", "responsible", "due_text", "state", "done"),
            {"id": list(found)},
        )
        numbers = _numbers(connection, register, found, plan)
    for id_, responsible, due, state, done in rows:
        yield PlanLine(
            register.id,
            id_,
            PlanGroup.EXPIRING,
            Direction.MEETINGS,
            register.record.brief or register.record.caption,
            found[id_].title,
            State(state),
            found[id_].period,
            numbers=numbers.get(id_, ()),
            responsible=tuple(split_performers(responsible)),
            due=due,
            result=done,
        )
