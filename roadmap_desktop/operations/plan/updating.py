"""An open plan brought up to what a document says: what differs is told row by row, and what was chosen is written as
one edit. Nothing is deleted or emptied that was not chosen."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.exchange.plan_reading.reading import PlanReading, PlanRow
from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.due import describe, read_due
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Section
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.same_activity import Named, paired
from roadmap_desktop.operations.plan.activities import insert_activities
from roadmap_desktop.operations.plan.order import positions_at
from roadmap_desktop.operations.plan.paste import section_named
from roadmap_desktop.operations.plan.sources import draft_of
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.record_listing import folded_name
from roadmap_desktop.storage.dependents import delete_record

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

_SECTION = "section_id"
# What a document says of an activity, by its fields.
_COMPARED = ("name", "due_text", "performers", "expected_result", "note", "state")


class FieldChange(NamedTuple):
    """A field that has another value in the document. ``is_emptied``: the document has none."""

    field: str
    label: str
    old: str
    new: str
    is_emptied: bool


class ChangedRow(NamedTuple):
    """An activity that the document has otherwise; ``row`` is its row there."""

    id: str
    number: str
    name: str
    row: int
    changes: tuple[FieldChange, ...]


class GoneRow(NamedTuple):
    """An activity that the document has not."""

    id: str
    number: str
    name: str


class Update(NamedTuple):
    """How a document differs from the plan. ``new`` are rows of the document, ``ids`` the activity of each row."""

    period: Period
    new: tuple[int, ...]
    changed: tuple[ChangedRow, ...]
    gone: tuple[GoneRow, ...]
    unchanged: int
    ids: tuple[str | None, ...]


class Choice(NamedTuple):
    """What of an update is to be written: rows that come, fields of activities that change, activities that go."""

    new: frozenset[int]
    fields: frozenset[tuple[str, str]]
    gone: frozenset[str] = frozenset()


def compare(plan: Plan, reading: PlanReading) -> Update:
    """What would change if the plan were as the document. A field that the document says of no activity is not
    compared: its table has no such column."""
    period = plan.info.period
    known = [Named(row.number, row.name) for row in plan.activities]
    places = paired([Named(row.number, row.name) for row in reading.rows], known)
    ids = tuple(plan.activities[found].id if found is not None else None for found in places)
    said = [field for field in _COMPARED if any(_is_said(row, field) for row in reading.rows)]
    sections = {section.id: section.name for section in plan.sections}
    has_sections = any(row.section for row in reading.rows)
    changed = []
    for index, (row, found) in enumerate(zip(reading.rows, places, strict=True)):
        if found is None:
            continue
        mine = plan.activities[found]
        changes = [one for field in said if (one := _changed(mine, row, field, period)) is not None]
        if has_sections:
            changes += _moved(sections.get(mine.section_id or "", ""), row.section)
        if changes:
            changed.append(ChangedRow(mine.id, mine.number, mine.name, index, tuple(changes)))
    there = set(ids)
    return Update(
        period,
        new=tuple(index for index, id_ in enumerate(ids) if id_ is None),
        changed=tuple(changed),
        gone=tuple(GoneRow(row.id, row.number, row.name) for row in plan.activities if row.id not in there),
        unchanged=len([id_ for id_ in ids if id_ is not None]) - len(changed),
        ids=ids,
    )


def proposed(update: Update) -> Choice:
    """What is written unless chosen otherwise: what is new or other. Nothing goes, and nothing is emptied."""
    fields = {
        (row.id, change.field) for row in update.changed for change in row.changes if not change.is_emptied
    }
    return Choice(frozenset(update.new), frozenset(fields))


def apply_update(edit: "Edit", reading: PlanReading, update: Update, choice: Choice) -> None:
    """Writes what was chosen of an update as a part of an edit."""
    sections = edit.find(Section, order=("position", "id"))

    def section_of(row: PlanRow) -> str | None:
        return section_named(edit, sections, row.section).id if row.section else None

    _change_fields(edit, reading.rows, update, choice)
    _change_sections(edit, reading.rows, update, choice, section_of)
    edit.flush()
    _add_new(edit, reading.rows, update, choice, section_of)
    for activity in edit.get_all(Activity, [row.id for row in update.gone if row.id in choice.gone]):
        delete_record(edit, activity)


def _is_said(row: PlanRow, field: str) -> bool:
    return getattr(row, field) not in ("", (), State.PLANNED)


def _changed(mine: ActivityRow, row: PlanRow, field: str, period: Period) -> FieldChange | None:
    has_dates = field == "due_text" and bool(row.due_dates)
    old, new = (_dated(one, period) if has_dates else value_text(getattr(one, field)) for one in (mine, row))
    if one_line(old) == one_line(new):
        return None
    return FieldChange(field, field_of(Activity, field).label, old, new, not _is_said(row, field))


def _dated(row: ActivityRow | PlanRow, period: Period) -> str:
    reading = effective_due(row.due_text, row.due_dates, period)
    return f"{row.due_text} ({describe(reading)})" if row.due_dates else row.due_text


def _moved(old: str, new: str) -> Iterator[FieldChange]:
    if folded_name(old) != folded_name(new):
        yield FieldChange(_SECTION, field_of(Activity, _SECTION).label, old, new, not new)


def _change_fields(edit: "Edit", rows: Sequence[PlanRow], update: Update, choice: Choice) -> None:
    assigning = Assigning(edit, Activity)
    for changed in update.changed:
        names = [one.field for one in changed.changes if (changed.id, one.field) in choice.fields]
        row = rows[changed.row]
        values = {name: getattr(row, name) for name in names if name != _SECTION}
        activity = edit.get(Activity, changed.id) if values else None
        if activity is not None:
            if "due_text" in values and (row.due_dates or read_due(row.due_text, update.period).periods):
                # Dates given by hand for the old wording are not those of another that names its own.
                values["due_dates"] = row.due_dates
            assigning.set(activity, values)


def _change_sections(
    edit: "Edit",
    rows: Sequence[PlanRow],
    update: Update,
    choice: Choice,
    section_of: Callable[[PlanRow], str | None],
) -> None:
    """Puts activities at the end of the sections that the document has them in."""
    found: dict[str | None, list[Activity]] = {}
    for changed in update.changed:
        activity = edit.get(Activity, changed.id) if (changed.id, _SECTION) in choice.fields else None
        if activity is not None:
            found.setdefault(section_of(rows[changed.row]), []).append(activity)
    for section, activities in found.items():
        positions = positions_at(edit, section, count=len(activities))
        for activity, position in zip(activities, positions, strict=True):
            activity.section_id, activity.position = section, position


def _add_new(
    edit: "Edit",
    rows: Sequence[PlanRow],
    update: Update,
    choice: Choice,
    section_of: Callable[[PlanRow], str | None],
) -> None:
    """Adds the new rows below the activity that stands above them in the document, in the section that they have
    there."""
    anchors: list[tuple[str | None, str, int]] = []
    above: str | None = None
    for index, (row, id_) in enumerate(zip(rows, update.ids, strict=True)):
        if id_ is not None:
            above = id_
        elif index in choice.new:
            anchors.append((above, row.section, index))
    below = next((id_ for id_ in update.ids if id_ is not None), None)
    for (after, _section), group in groupby(anchors, key=lambda one: one[:2]):
        added = [rows[index] for *_, index in group]
        insert_activities(
            edit,
            [draft_of(row) for row in added],
            after=after,
            before=below if after is None else None,
            section_id=section_of(added[0]),
        )
