"""Files without a common past, made separately: compared and joined by what stands in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.field import Field, FieldKind, fields_of
from roadmap_desktop.model.merging import (
    Choices,
    Conflict,
    ConflictKey,
    Difference,
    DifferenceKind,
    MergePreview,
    MergeResult,
    Prefer,
    RecordName,
)
from roadmap_desktop.model.ordering import key_between
from roadmap_desktop.model.roadmap import Roadmap, Section
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations.activities import PERFORMERS_FIELD
from roadmap_desktop.operations.content_files import Files, attached_files, only_in, take_over
from roadmap_desktop.operations.order import positions_at
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.storage.conflicts import Unsettled
from roadmap_desktop.storage.journal.contents import Headline, Key
from roadmap_desktop.storage.journal.writer import Row
from roadmap_desktop.storage.merging import readable, reading
from roadmap_desktop.storage.performers import PerformerBook
from roadmap_desktop.storage.roadmap_file import RoadmapFile


@dataclass(frozen=True, slots=True)
class _Side:
    plan: Plan
    journal: dict[Key, list[Row]]
    headlines: dict[str, Headline]
    files: Files

    @classmethod
    def read(cls, path: Path) -> "_Side":
        with readable(path) as place, RoadmapFile(place) as file, reading(place) as journal:
            journal.check()
            contents = journal.contents
            return cls(read_plan(file), contents.of_records(None), contents.headlines, attached_files(file))


def preview(mine: Path, theirs: Path) -> MergePreview:
    """What each file has that the other has not, and what both have otherwise; activities and sections are the same
    when their names are. Raises KnownError."""
    one, other = _Side.read(mine), _Side.read(theirs)
    own, added = tuple(_only_in(one, other)), tuple(_only_in(other, one))
    conflicts = tuple(_conflicts(one, other))
    return MergePreview(not (own or added or conflicts), False, own, added, conflicts)


def differences(told: MergePreview) -> tuple[Difference, ...]:
    """The same as differences between the first file and the second."""
    removed = (Difference(DifferenceKind.REMOVED, one.record, "", "", None, None) for one in told.mine)
    changed = (
        Difference(DifferenceKind.CHANGED, one.record, one.key.field, one.label, one.mine, one.theirs)
        for one in told.conflicts
    )
    return (*changed, *removed, *told.theirs)


def merge(
    path: Path, theirs: Path, choices: Choices, prefer: Prefer | None, label: str, now: datetime | None = None
) -> MergeResult:
    """Adds to a file what the other has more, and sets the fields where its values are chosen, as one edit. Raises
    KnownError; the file is then as it was. Conflicts must be settled: raises Unsettled otherwise."""
    one, other = _Side.read(path), _Side.read(theirs)
    conflicts = list(_conflicts(one, other))
    picked = [(conflict, choices.get(conflict.key, prefer)) for conflict in conflicts]
    if any(pick is None for _, pick in picked):
        raise Unsettled
    taken = {
        conflict.key[1:]
        for conflict, pick in picked
        if (conflict.newest if pick is Prefer.NEWEST else pick) is Prefer.THEIRS
    }
    clock = None if now is None else lambda: now
    with reading(theirs) as source, RoadmapFile(path, now=clock) as file, file.edit(label) as edit:
        pairs = _pairs(other.plan, one.plan) | _write(edit.session, one.plan, other.plan, taken)
        take_over(edit.session, source.connection, one.files, other.files, pairs)
    made = edit.change_set
    records = len({(change.table, change.record_id) for change in made.changes}) if made else 0
    return MergeResult(made is not None, records, len(taken))


def _normal(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())


def _by_name(rows: Sequence[Any]) -> dict[tuple[str, int], Any]:
    """Rows by their names; those of one name are told apart by their order."""
    found: dict[tuple[str, int], Any] = {}
    for row in rows:
        name, count = _normal(row.name), 0
        while (name, count) in found:
            count += 1
        found[name, count] = row
    return found


def _only_in(side: _Side, opposite: _Side) -> Iterator[Difference]:
    plan, other = side.plan, opposite.plan
    for caption, rows, others in (
        (Section.caption, plan.sections, other.sections),
        (Activity.caption, plan.activities, other.activities),
    ):
        known = _by_name(others)
        for key, row in _by_name(rows).items():
            if key not in known:
                table = "section" if caption == Section.caption else "activity"
                name = RecordName(table, row.id, caption, _line(row.name), getattr(row, "number", None))
                yield Difference(DifferenceKind.ADDED, name, "", "", None, None)
    for id_, file in only_in(side.files, opposite.files, _pairs(plan, other)):
        row = plan.by_id[id_]
        name = RecordName("activity", id_, Activity.caption, _line(row.name), row.number)
        label = Attachment.caption
        yield Difference(DifferenceKind.CHANGED, name, "attachments", label, None, file.name)


def _pairs(plan: Plan, other: Plan) -> dict[str, str]:
    """The activities that are in both plans: the key in the other by that in the one."""
    theirs = _by_name(other.activities)
    return {row.id: theirs[key].id for key, row in _by_name(plan.activities).items() if key in theirs}


def _conflicts(one: _Side, other: _Side) -> Iterator[Conflict]:
    info = RecordName("roadmap", one.plan.info.id, Roadmap.caption, _line(one.plan.info.title))
    for field in fields_of(Roadmap):
        values = getattr(one.plan.info, field.name), getattr(other.plan.info, field.name)
        yield from _conflict(info, other.plan.info.id, field, values, one, other)
    theirs = _by_name(other.plan.activities)
    for key, row in _by_name(one.plan.activities).items():
        if key not in theirs:
            continue
        record = RecordName("activity", row.id, Activity.caption, _line(row.name), row.number)
        for field in _activity_fields():
            values = (
                _value(row, field, one.plan),
                _value(theirs[key], field, other.plan),
            )
            yield from _conflict(record, theirs[key].id, field, values, one, other)


def _activity_fields() -> list[Field]:
    fields = [field for field in fields_of(Activity) if not field.hidden and field.name != "name"]
    return [*fields, PERFORMERS_FIELD]


def _value(row: ActivityRow, field: Field, plan: Plan) -> Any:
    if field.name == PERFORMERS_FIELD.name:
        return ", ".join(row.performers)
    if field.kind is FieldKind.LINK:
        return next((section.name for section in plan.sections if section.id == row.section_id), "")
    return getattr(row, field.name)


def _conflict(
    record: RecordName, their_id: str, field: Field, values: tuple[Any, Any], one: _Side, other: _Side
) -> Iterator[Conflict]:
    mine, theirs = (value.isoformat() if isinstance(value, date) else value for value in values)
    if _normal(str(mine or "")) == _normal(str(theirs or "")):
        return
    signed = _signed(one, record.table, record.id, field.name)
    their_signed = _signed(other, record.table, their_id, field.name)
    key = ConflictKey(0, record.table, record.id, field.name)
    newest = Prefer.THEIRS if their_signed[1] > signed[1] else Prefer.MINE
    yield Conflict(key, record, field.label, None, mine, theirs, newest, *signed, *their_signed)


def _signed(side: _Side, table: str, record_id: str, field: str) -> tuple[str, datetime]:
    rows = side.journal[table, record_id]
    last = next((row for row in reversed(rows) if row[4] in (field, "")), rows[-1])
    headline = side.headlines[last[0]]
    return headline.author, headline.made_at


def _write(session: Any, mine: Plan, theirs: Plan, taken: set[tuple[str, str, str]]) -> dict[str, str]:
    """Returns the keys of the activities that were added, by those that they have in the other file."""
    sections = _write_sections(session, mine, theirs)
    named = {section.id: sections.get(_normal(section.name)) for section in theirs.sections}
    info = session.get_one(Roadmap, mine.info.id)
    for field in fields_of(Roadmap):
        if ("roadmap", mine.info.id, field.name) in taken:
            setattr(info, field.name, getattr(theirs.info, field.name))
    book, added = PerformerBook(session), {}
    known = _by_name(mine.activities)
    for key, row in _by_name(theirs.activities).items():
        section_id = named.get(row.section_id)
        if key not in known:
            added[row.id] = _add(session, book, row, section_id)
            continue
        activity = session.get_one(Activity, known[key].id)
        for field in _activity_fields():
            if ("activity", activity.id, field.name) not in taken:
                continue
            if field.name == PERFORMERS_FIELD.name:
                book.set_links(activity, row.performers)
            elif field.kind is FieldKind.LINK:
                (activity.position,) = positions_at(session, section_id, count=1)
                activity.section_id = section_id
            else:
                setattr(activity, field.name, getattr(row, field.name))
    return added


def _write_sections(session: Any, mine: Plan, theirs: Plan) -> dict[str, str]:
    """Sections by their names, those added that only the other file has."""
    found = {_normal(section.name): section.id for section in mine.sections}
    last = session.scalar(select(func.max(Section.position)))
    for row in theirs.sections:
        if _normal(row.name) not in found:
            last = key_between(last, None)
            section = Section(name=row.name, position=last)
            session.add(section)
            found[_normal(row.name)] = section.id
    session.flush()
    return found


def _add(session: Any, book: PerformerBook, row: ActivityRow, section_id: str | None) -> str:
    (position,) = positions_at(session, section_id, count=1)
    texts = {
        field.name: getattr(row, field.name)
        for field in fields_of(Activity)
        if not field.hidden and field.kind is not FieldKind.LINK
    }
    activity = Activity(section_id=section_id, position=position, **texts)
    session.add(activity)
    session.flush()
    book.add_links(activity, row.performers)
    return activity.id


def _line(text: str) -> str:
    return " ".join(text.split())
