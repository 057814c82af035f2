"""A plan of another program's document put into a roadmap: appended, as an update, or as a new file."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.exchange.activity_table import PlanPart
from roadmap_desktop.exchange.plan_reading.reading import PlanReading as PlanReading
from roadmap_desktop.model.change_set import ChangeSet, ChangeSetKind
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.methodist import Methodist
from roadmap_desktop.model.period import school_year_of
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers.documents import Document, DocumentKind
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.operations.file import backups
from roadmap_desktop.operations.file.attachments import attach_to
from roadmap_desktop.operations.file.files import EMPTY_TITLE
from roadmap_desktop.operations.plan.paste import insert_parts
from roadmap_desktop.operations.plan.sources import draft_of
from roadmap_desktop.operations.plan.updating import Choice, Update, apply_update
from roadmap_desktop.storage.roadmap_file import RoadmapFile, create_file

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

_NOBODY = Methodist()


def append_rows(file: RoadmapFile, reading: PlanReading, original: Path | None = None) -> ChangeSet | None:
    """Adds the rows at the end of the plan, those of a section to the section of that name, which is made if there is
    none; one step of undo, a backup before. ``original`` is attached to a record of «Документы». Raises UserError."""
    _back_up(file)
    with file.edit(f"Взято из документа: {activities_counted(len(reading.rows))}") as edit:
        insert_parts(edit, _parts(reading))
        _keep_original(edit, reading, original)
    return edit.change_set


def update_rows(
    file: RoadmapFile, reading: PlanReading, update: Update, choice: Choice, original: Path | None = None
) -> ChangeSet | None:
    """Writes what was chosen of an update; one step of undo, a backup before. ``original`` as above. Raises
    UserError."""
    _back_up(file)
    with file.edit("Обновление плана из документа") as edit:
        apply_update(edit, reading, update, choice)
        _keep_original(edit, reading, original)
    return edit.change_set


def new_roadmap(
    reading: PlanReading, whose: Methodist = _NOBODY, today: date | None = None
) -> dict[str, Any]:
    """The fields of a roadmap that a document says: title, order, who approves, period. Where it says nothing it is of
    that department and, if ``today`` is given, of today's school year."""
    words, said = reading.document, {name: text for name, text in whose.of_the_plan.items() if text}
    period = reading.period or (school_year_of(today) if today is not None else None)
    own = {name: getattr(words, name) for name in type(words).__dataclass_fields__}
    return {
        "title": reading.title or EMPTY_TITLE,
        "period_start": period.start if period is not None else None,
        "period_end": period.end if period is not None else None,
        **own,
        **{name: own[name] or text for name, text in said.items()},
    }


def create_from(
    path: Path, reading: PlanReading, roadmap: dict[str, Any], original: Path | None = None
) -> None:
    """Makes a new file with the plan of a document; ``roadmap`` are its own fields, see ``new_roadmap``. Raises
    UserError when it cannot, also where the name is taken."""

    def fill(file: RoadmapFile) -> None:
        with file.edit("Создана дорожная карта из документа", ChangeSetKind.CREATION) as edit:
            edit.add(Roadmap(**roadmap))
            edit.flush()
            insert_parts(edit, _parts(reading))
            _keep_original(edit, reading, original)

    create_file(path, fill)


def _back_up(file: RoadmapFile) -> None:
    backups.before(backups.Reason.IMPORT)(file.path)


def _parts(reading: PlanReading) -> list[PlanPart]:
    found: dict[str, list[ActivityDraft]] = {}
    for row in reading.rows:
        found.setdefault(row.section, []).append(draft_of(row))
    return [PlanPart(section or None, drafts) for section, drafts in found.items()]


def _keep_original(edit: "Edit", reading: PlanReading, original: Path | None) -> None:
    """Attaches the document itself to its record among «Документы», which is made where there is none."""
    if original is None:
        return
    named: dict[str, Any] = {
        "kind": DocumentKind.PLAN,
        "number": reading.document.order_number,
        "signed_on": reading.document.order_date,
        "name": reading.title or original.stem,
    }
    record = next(iter(edit.find(Document, **named)), None)
    if record is None:
        record = Document(**named, issued_by=reading.document.approving_body)
        edit.add(record)
        edit.flush()
    attach_to(edit, owner_value(Document.__tablename__, record.id), original)
