"""A plan that another program has written: what was understood of its document, and its rows put into a roadmap."""

from collections.abc import Mapping
from pathlib import Path

from roadmap_desktop.exchange.activity_table import PlanPart
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan
from roadmap_desktop.exchange.plan_reading.reading import PlanReading as PlanReading
from roadmap_desktop.exchange.plan_reading.reading import PlanRow
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.operations.file.source_files import read_file
from roadmap_desktop.operations.plan.paste import insert_parts
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def read_source(path: Path, columns: Mapping[str, int] | None = None) -> PlanReading:
    """What is understood of a document; ``columns`` says which column, from 0, holds which field, where that was not
    understood. The file is only read, and nothing in it is run. Raises UserError."""
    return read_plan(read_file(path), columns)


def append_rows(file: RoadmapFile, reading: PlanReading) -> ChangeSet | None:
    """Adds the rows at the end of the plan, those of a section to the section of that name, which is made if there is
    none; one step of undo. Raises UserError."""
    with file.edit(f"Импорт мероприятий: {len(reading.rows)}") as edit:
        insert_parts(edit, _parts(reading))
    return edit.change_set


def _parts(reading: PlanReading) -> list[PlanPart]:
    found: dict[str, list[ActivityDraft]] = {}
    for row in reading.rows:
        found.setdefault(row.section, []).append(_draft(row))
    return [PlanPart(section or None, drafts) for section, drafts in found.items()]


def _draft(row: PlanRow) -> ActivityDraft:
    return ActivityDraft(
        row.name,
        due_text=row.due_text,
        performers=row.performers,
        expected_result=row.expected_result,
        note=row.note,
        state=row.state,
    )
