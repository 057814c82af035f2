"""Reads the plan from the file as plain rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.numbering import numbers
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Numbering, Roadmap, Section
from roadmap_desktop.model.rows import ActivityRow, Plan, RoadmapInfo, SectionRow
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_COLUMNS = (
    Activity.id,
    Activity.section_id,
    Activity.name,
    Activity.due_text,
    Activity.due_dates,
    Activity.expected_result,
    Activity.state,
    Activity.actual_result,
    Activity.completed_on,
    Activity.note,
)


def read_info(file: RoadmapFile) -> RoadmapInfo:
    """The roadmap's own fields."""
    with file.read() as session:
        return _info(session)


def read_plan(file: RoadmapFile) -> Plan:
    """The whole plan in its order: sections by their order, activities outside sections first."""
    with file.read() as session:
        info = _info(session)
        sections = tuple(
            SectionRow(row.id, row.name, ordinal)
            for ordinal, row in enumerate(
                session.execute(select(Section.id, Section.name).order_by(Section.position, Section.id)),
                start=1,
            )
        )
        ordinals = {section.id: section.ordinal for section in sections}
        found = session.execute(select(*_COLUMNS).order_by(Activity.position, Activity.id)).all()
        if sections:
            found = sorted(found, key=lambda row: ordinals.get(row.section_id, 0))
        performers = _performers(session)
    labels = numbers((ordinals.get(row.section_id) for row in found), info.numbering)
    rows = tuple(
        _activity_row(row, number, performers.get(row.id, ()), info.period)
        for row, number in zip(found, labels, strict=True)
    )
    return Plan(info, sections, rows)


def read_activities(file: RoadmapFile, plan: Plan, ids: Iterable[str]) -> dict[str, ActivityRow]:
    """Fresh rows of these activities, numbered as in ``plan``; those no longer in the file are left out."""
    wanted = [id_ for id_ in ids if id_ in plan.by_id]
    with file.read() as session:
        found = session.execute(select(*_COLUMNS).where(Activity.id.in_(wanted))).all()
        performers = _performers(session, wanted)
    return {
        row.id: _activity_row(row, plan.by_id[row.id].number, performers.get(row.id, ()), plan.info.period)
        for row in found
    }


def activity_numbered(plan: Plan, number: str) -> ActivityRow:
    """The activity with that «№ п/п», with or without the dot after it. Raises KnownError when there is none."""
    wanted = number.strip().rstrip(".")
    for row in plan.activities:
        if row.number == wanted:
            return row
    raise KnownError(
        f"Мероприятия № {number} в плане нет: в нём мероприятий {len(plan.activities)}. Ничего не изменено."
    )


def _info(session: Session) -> RoadmapInfo:
    row = session.execute(select(*Roadmap.__table__.columns)).one()
    return RoadmapInfo(**{**row._mapping, "numbering": Numbering(row.numbering)})


def _performers(session: Session, ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
    """The performers' names of each activity in their order."""
    links = (
        select(ActivityPerformer.activity_id, Performer.name)
        .join(Performer, Performer.id == ActivityPerformer.performer_id)
        .order_by(ActivityPerformer.position, ActivityPerformer.id)
    )
    if ids is not None:
        links = links.where(ActivityPerformer.activity_id.in_(list(ids)))
    found: dict[str, list[str]] = {}
    for activity_id, name in session.execute(links):
        found.setdefault(activity_id, []).append(name)
    return {activity_id: tuple(names) for activity_id, names in found.items()}


def _activity_row(row: Any, number: str, performers: tuple[str, ...], period: Period) -> ActivityRow:
    return ActivityRow(
        id=row.id,
        number=number,
        section_id=row.section_id,
        name=row.name,
        due_text=row.due_text,
        due_dates=row.due_dates,
        due=effective_due(row.due_text, row.due_dates, period),
        performers=performers,
        expected_result=row.expected_result,
        state=row.state,
        actual_result=row.actual_result,
        completed_on=row.completed_on,
        note=row.note,
    )
