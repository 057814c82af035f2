"""Reads the plan from the file as plain rows."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.numbering import activity_numbers
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Roadmap, Section
from roadmap_desktop.model.rows import ActivityRow, Plan, RoadmapInfo, SectionRow
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.storage.names import read_names
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import Where, select

_PERFORMERS = field_of(Activity, "performers")
# The columns that a row has, in its order.
_STORED = [name for name in ActivityRow._fields if name not in ("performers", "number", "due")]
_AT = ActivityRow._fields.index("performers")
_DUE = slice(_STORED.index("due_text"), _STORED.index("due_dates") + 1)
_SECTION = _STORED.index("section_id")
_IN_ORDER = ("position", "id")


def read_info(file: RoadmapFile) -> RoadmapInfo:
    """The roadmap's own fields."""
    with file.read() as connection:
        return _info(connection)


def read_plan(file: RoadmapFile, where: Where | None = None) -> Plan:
    """The whole plan in its order: sections by their order, activities outside sections first; of ``where`` only the
    activities whose fields have those values, numbered as in the whole."""
    with file.read() as connection:
        info = _info(connection)
        sections = _sections(connection)
        found = select(connection, Activity, _STORED, order=_IN_ORDER)
        performers = read_names(connection, Activity, _PERFORMERS)
    ordinals = {section.id: section.ordinal for section in sections}
    if sections:
        found = sorted(found, key=lambda row: ordinals.get(row[_SECTION], 0))
    labels = activity_numbers((ordinals.get(row[_SECTION]) for row in found), info.numbering)
    rows = tuple(
        _activity_row(row, number, performers, info.period) for row, number in zip(found, labels, strict=True)
    )
    if where:
        rows = tuple(row for row in rows if all(getattr(row, name) == value for name, value in where.items()))
    return Plan(info, sections, rows)


def read_activities(file: RoadmapFile, plan: Plan, ids: Iterable[str]) -> dict[str, ActivityRow]:
    """Fresh rows of these activities, numbered as in ``plan``; those no longer in the file are left out."""
    wanted = [id_ for id_ in ids if id_ in plan.by_id]
    with file.read() as connection:
        found = select(connection, Activity, _STORED, {"id": wanted})
        performers = read_names(connection, Activity, _PERFORMERS, wanted)
    period = plan.info.period
    return {row[0]: _activity_row(row, plan.by_id[row[0]].number, performers, period) for row in found}


def activity_numbered(plan: Plan, number: str) -> ActivityRow:
    """The activity with that «№ п/п», with or without the dot after it. Raises UserError when there is none."""
    wanted = number.replace("№", "").strip().rstrip(".")
    for row in plan.activities:
        if row.number == wanted:
            return row
    held = activities_counted(len(plan.activities)) if plan.activities else "пока ни одного"
    raise UserError(f"Мероприятия № {wanted} в плане нет: в нём {held}.", NOTHING_CHANGED)


def _info(connection: sqlite3.Connection) -> RoadmapInfo:
    (found,) = select(connection, Roadmap, RoadmapInfo._fields)
    return RoadmapInfo(*found)


def _sections(connection: sqlite3.Connection) -> tuple[SectionRow, ...]:
    ordered = select(connection, Section, ("id", "name"), order=_IN_ORDER)
    return tuple(SectionRow(id_, name, ordinal) for ordinal, (id_, name) in enumerate(ordered, start=1))


def _activity_row(
    row: tuple[Any, ...], number: str, performers: dict[str, tuple[str, ...]], period: Period
) -> ActivityRow:
    # By places and not by names: ten thousand rows are read while the window waits.
    due_text, due_dates = row[_DUE]
    due = effective_due(due_text, due_dates, period)
    return ActivityRow._make((*row[:_AT], performers.get(row[0], ()), *row[_AT:], number, due))
