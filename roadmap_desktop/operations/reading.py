"""Reads the plan from the file as plain rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.numbering import numbers
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Numbering, Roadmap, Section
from roadmap_desktop.model.rows import ActivityRow, Plan, RoadmapInfo, SectionRow
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_ACTIVITY = Activity.__table__.c
_PERFORMER = Performer.__table__.c
_LINK = ActivityPerformer.__table__.c
_SECTION = Section.__table__.c
# In the order of ``ActivityRow`` less what is worked out: number, due, performers.
_COLUMNS = (
    _ACTIVITY.id,
    _ACTIVITY.section_id,
    _ACTIVITY.name,
    _ACTIVITY.due_text,
    _ACTIVITY.due_dates,
    _ACTIVITY.expected_result,
    _ACTIVITY.state,
    _ACTIVITY.actual_result,
    _ACTIVITY.completed_on,
    _ACTIVITY.note,
)


def read_info(file: RoadmapFile) -> RoadmapInfo:
    """The roadmap's own fields."""
    with file.read() as session:
        return _info(session)


def read_plan(file: RoadmapFile) -> Plan:
    """The whole plan in its order: sections by their order, activities outside sections first."""
    with file.read() as session:
        connection = session.connection()
        info = _info(session)
        sections = _sections(connection)
        found = connection.execute(select(*_COLUMNS).order_by(_ACTIVITY.position, _ACTIVITY.id)).fetchall()
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
    with file.read() as session:
        connection = session.connection()
        found = connection.execute(select(*_COLUMNS).where(_ACTIVITY.id.in_(wanted))).fetchall()
        performers = _performers(connection, wanted)
    period = plan.info.period
    return {row[0]: _activity_row(row, plan.by_id[row[0]].number, performers, period) for row in found}


def activity_numbered(plan: Plan, number: str) -> ActivityRow:
    """The activity with that «№ п/п», with or without the dot after it. Raises UserError when there is none."""
    wanted = number.replace("№", "").strip().rstrip(".")
    for row in plan.activities:
        if row.number == wanted:
            return row
    raise UserError(
        f"Мероприятия № {wanted} в плане нет: в нём мероприятий {len(plan.activities)}.", NOTHING_CHANGED
    )


def _info(session: Session) -> RoadmapInfo:
    row = session.execute(select(*Roadmap.__table__.columns)).one()
    return RoadmapInfo(**{**row._mapping, "numbering": Numbering(row.numbering)})


def _sections(connection: Connection) -> tuple[SectionRow, ...]:
    # Columns and not attributes: the first question to a class makes all classes ready for edits.
    ordered = connection.execute(
        select(_SECTION.id, _SECTION.name).order_by(_SECTION.position, _SECTION.id)
    ).fetchall()
    return tuple(SectionRow(id_, name, ordinal) for ordinal, (id_, name) in enumerate(ordered, start=1))


def _performers(connection: Connection, ids: list[str] | None = None) -> dict[str, tuple[str, ...]]:
    """The performers' names of each activity in their order."""
    names = dict(connection.execute(select(_PERFORMER.id, _PERFORMER.name)).fetchall())
    links = select(_LINK.activity_id, _LINK.performer_id).order_by(_LINK.position, _LINK.id)
    if ids is not None:
        links = links.where(_LINK.activity_id.in_(ids))
    found: dict[str, list[str]] = {}
    for activity_id, performer_id in connection.execute(links).fetchall():
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
