"""What is done with activities: add, duplicate, delete, move, change a field."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations.plan.order import positions_at
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.storage.dependents import delete_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

NEW_NAME = "Новое мероприятие"


def add_activities(
    file: RoadmapFile,
    drafts: Sequence[ActivityDraft],
    *,
    after: str | None = None,
    section_id: str | None = None,
    label: str | None = None,
) -> ChangeSet | None:
    """Adds activities after the one with the key ``after`` and into its section (None: at the end of the section
    ``section_id``, or else of the plan)."""
    if not drafts:
        return None
    with file.edit(label or _counted("Добавлено", len(drafts))) as edit:
        insert_activities(edit, drafts, after=after, section_id=section_id)
    return edit.change_set


def insert_activities(
    edit: "Edit",
    drafts: Sequence[ActivityDraft],
    *,
    after: str | None = None,
    before: str | None = None,
    section_id: str | None = None,
) -> None:
    """Adds activities as a part of an edit that is under way; into that section, if one is given: at its end, unless
    ``after`` or ``before`` is in it."""
    beside = after or before
    neighbour = edit.get(Activity, beside) if beside is not None else None
    if section_id is None:
        section_id = neighbour.section_id if neighbour is not None else _last_section(edit)
    positions = positions_at(edit, section_id, after=after, before=before, count=len(drafts))
    assigning = Assigning(edit, Activity)
    for draft, position in zip(drafts, positions, strict=True):
        assigning.add({**draft._asdict(), "section_id": section_id, "position": position})
    edit.flush()


def add_activity(
    file: RoadmapFile, draft: ActivityDraft, *, after: str | None = None, section_id: str | None = None
) -> ChangeSet | None:
    """Adds one activity, see ``add_activities``."""
    return add_activities(file, [draft], after=after, section_id=section_id, label="Добавлено мероприятие")


def duplicate_activities(file: RoadmapFile, plan: Plan, ids: Iterable[str]) -> ChangeSet | None:
    """Copies activities below the last of them; what was done (state, result, date) is not copied."""
    chosen = _in_plan_order(plan, ids)
    drafts = [_copy(row) for row in chosen]
    return (
        add_activities(file, drafts, after=chosen[-1].id, label=_counted("Скопировано", len(drafts)))
        if drafts
        else None
    )


def delete_activities(
    file: RoadmapFile, plan: Plan, ids: Iterable[str], *, with_all: bool = False
) -> ChangeSet | None:
    """Deletes activities with what cannot be without them, ``with_all`` also what merely points at them; undo brings
    all of it back."""
    chosen = _in_plan_order(plan, ids)
    if not chosen:
        return None
    label = (
        f"Удалено мероприятие {chosen[0].number}" if len(chosen) == 1 else _counted("Удалено", len(chosen))
    )
    with file.edit(label) as edit:
        for activity in edit.get_all(Activity, [row.id for row in chosen]):
            delete_record(edit, activity, with_all=with_all)
    return edit.change_set


def move_activities(
    file: RoadmapFile, plan: Plan, ids: Iterable[str], *, before: str | None, section_id: str | None = None
) -> ChangeSet | None:
    """Moves activities, in their order among themselves, before another one and into its section; ``before=None``
    moves them to the end of the section ``section_id``."""
    moved = _in_plan_order(plan, ids)
    moved_ids = {row.id for row in moved}
    if not moved or before in moved_ids:
        return None
    label = f"Порядок, мероприятие {moved[0].number}" if len(moved) == 1 else "Порядок мероприятий"
    with file.edit(label) as edit:
        follower = edit.get(Activity, before) if before is not None else None
        section = follower.section_id if follower is not None else section_id
        positions = positions_at(edit, section, before=before, count=len(moved), without=moved_ids)
        for row, position in zip(moved, positions, strict=True):
            activity = edit.get(Activity, row.id)
            if activity is not None:
                activity.section_id, activity.position = section, position
    return edit.change_set


def set_field(file: RoadmapFile, plan: Plan, ids: Iterable[str], name: str, value: Any) -> ChangeSet | None:
    """Sets one field of activities as it was typed, see ``set_fields``: dates given by hand go when a due wording names
    its own, and a section takes them among its own."""
    field = field_of(Activity, name)
    if field.kind is FieldKind.LINK:
        staying = [id_ for id_ in ids if id_ in plan.by_id and getattr(plan.by_id[id_], name) != value]
        return move_activities(file, plan, staying, before=None, section_id=value)
    values = {name: value}
    if field.dates:
        text = values[name] = value.text if isinstance(value, DueValue) else value
        if read_due(text, plan.info.period).periods:
            values[field.dates] = ""
        elif isinstance(value, DueValue):
            values[field.dates] = value.dates
    return set_fields(file, plan, ids, values)


def set_fields(file: RoadmapFile, plan: Plan, ids: Iterable[str], values: dict[str, Any]) -> ChangeSet | None:
    """Sets fields of one or several activities in one step of undo. ``performers`` takes a sequence of names.

    Raises UserError for an empty name, KeyError for a field that activities do not have.
    """
    if "name" in values:
        refuse_empty_name(values["name"])
    chosen = _in_plan_order(plan, ids)
    if not chosen:
        return None
    with file.edit(_field_label(next(iter(values)), chosen)) as edit:
        found = edit.get_all(Activity, [row.id for row in chosen])
        Assigning(edit, Activity).set_all(found, values)
    return edit.change_set


def refuse_empty_name(name: str) -> None:
    """Raises UserError for a name in which nothing can be read."""
    # A name of zero-width characters is as invisible as one of spaces.
    if not any(letter.isprintable() and not letter.isspace() for letter in name):
        raise UserError(
            "Наименование не может быть пустым.", "Прежнее осталось на месте.", "Введите хотя бы одно слово."
        )


def _field_label(name: str, rows: Sequence[ActivityRow]) -> str:
    label = field_of(Activity, name).label
    return (
        f"{label}, мероприятие {rows[0].number}" if len(rows) == 1 else f"{label}, мероприятий: {len(rows)}"
    )


def _counted(verb: str, count: int) -> str:
    return f"{verb} мероприятий: {count}"


def _copy(row: ActivityRow) -> ActivityDraft:
    values = row._asdict()
    copied = [name for name in ActivityDraft._fields if name not in ACTIVITIES.done]
    # Dates given by hand are those of the one, not of the other.
    return ActivityDraft(**{name: values[name] for name in copied if name != "due_dates"})


def _in_plan_order(plan: Plan, ids: Iterable[str]) -> list[ActivityRow]:
    wanted = {id_ for id_ in ids if id_ in plan.by_id}
    if len(wanted) == 1:
        # The usual edit touches one row; it must not look through ten thousand.
        return [plan.by_id[id_] for id_ in wanted]
    return [row for row in plan.activities if row.id in wanted]


def _last_section(edit: "Edit") -> str | None:
    newest = "SELECT section_id FROM activity ORDER BY position DESC, id DESC LIMIT 1"
    found = edit.connection.execute(newest).fetchone()
    return found[0] if found is not None else None
