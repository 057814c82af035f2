"""Reads the plan from the file as plain rows."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.numbering import numbers
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Roadmap, Section
from roadmap_desktop.model.rows import ActivityRow, Plan, RoadmapInfo, SectionRow
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

# In the order of ``ActivityRow`` less what is worked out: number, due, performers.
_FIELDS = (
    "id",
    "section_id",
    "name",
    "due_text",
    "due_dates",
    "expected_result",
    "state",
    "actual_result",
    "completed_on",
    "note",
)
_IN_ORDER = ("position", "id")


def read_info(file: RoadmapFile) -> RoadmapInfo:
    """The roadmap's own fields."""
    with file.read() as connection:
        return _info(connection)


def read_plan(file: RoadmapFile) -> Plan:
    """The whole plan in its order: sections by their order, activities outside sections first."""
    with file.read() as connection:
        info = _info(connection)
        sections = _sections(connection)
        found = select(connection, Activity, _FIELDS, order=_IN_ORDER)
        performers = _performers(connection)
    ordinals = {section.id: section.ordinal for section in sections}
    if sections:
        found = sorted(found, key=lambda row: ordinals.get(row[1], 0))
    labels = numbers((ordinals.get(row[1]) for row in found), info.numbering)
    rows = tuple(
        _activity_row(row, number, performers, info.period) for row, number in zip(found, labels, strict=True)
    )
    return Plan(info, sections, rows)


def read_activities(file: RoadmapFile, plan: Plan, ids: Iterable[str]) -> dict[str, ActivityRow]:
    """Fresh rows of these activities, numbered as in ``plan``; those no longer in the file are left out."""
    wanted = [id_ for id_ in ids if id_ in plan.by_id]
    with file.read() as connection:
        found = select(connection, Activity, _FIELDS, {"id": wanted})
        performers = _performers(connection, wanted)
    period = plan.info.period
    return {row[0]: _activity_row(row, plan.by_id[row[0]].number, performers, period) for row in found}


def activity_numbered(plan: Plan, number: str) -> ActivityRow:
    """The activity with that «№ п/п», with or without the dot after it. Raises KnownError when there is none."""
    wanted = number.replace("№", "").strip().rstrip(".")
    for row in plan.activities:
        if row.number == wanted:
            return row
    raise KnownError(
        f"Мероприятия № {wanted} в плане нет: в нём мероприятий {len(plan.activities)}. Ничего не изменено."
    )


def _info(connection: sqlite3.Connection) -> RoadmapInfo:
    (found,) = select(connection, Roadmap, RoadmapInfo._fields)
    return RoadmapInfo(*found)


def _sections(connection: sqlite3.Connection) -> tuple[SectionRow, ...]:
    ordered = select(connection, Section, ("id", "name"), order=_IN_ORDER)
    return tuple(SectionRow(id_, name, ordinal) for ordinal, (id_, name) in enumerate(ordered, start=1))


def _performers(connection: sqlite3.Connection, ids: list[str] | None = None) -> dict[str, tuple[str, ...]]:
    """The performers' names of each activity in their order."""
    names = dict(select(connection, Performer, ("id", "name")))
    links = select(
        connection,
        ActivityPerformer,
        ("activity_id", "performer_id"),
        None if ids is None else {"activity_id": ids},
        order=_IN_ORDER,
    )
    found: dict[str, list[str]] = {}
    for activity_id, performer_id in links:
        # A copy without personal data knows that somebody performs it, but not who.
        if names[performer_id]:
            found.setdefault(activity_id, []).append(names[performer_id])
    return {activity_id: tuple(of_one) for activity_id, of_one in found.items()}


def _activity_row(
    row: Any, number: str, performers: dict[str, tuple[str, ...]], period: Period
) -> ActivityRow:
    # Unpacked and not looked up by name: ten thousand rows are read while the window waits.
    id_, section_id, name, due_text, due_dates, expected, state, actual, completed_on, note = row
    due = effective_due(due_text, due_dates, period)
    return ActivityRow(
        id_,
        number,
        section_id,
        name,
        due_text,
        due_dates,
        due,
        performers.get(id_, ()),
        expected,
        state,
        actual,
        completed_on,
        note,
    )
