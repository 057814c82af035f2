"""Rows of a table from the clipboard, as one step of undo."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.activity_table import PlanPart, parts_of
from roadmap_desktop.exchange.clipboard import parse_clipboard
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.letters import composed
from roadmap_desktop.model.ordering import key_between
from roadmap_desktop.model.roadmap import Section
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.plan.activities import NEW_NAME, insert_activities
from roadmap_desktop.operations.registers.record_listing import folded_name
from roadmap_desktop.storage.roadmap_file import RoadmapFile

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

_MOST = 20_000
_LARGEST = 50_000_000


def paste_rows(
    file: RoadmapFile, plan: Plan, text: str, html: str, after: str | None, into: str | None = None
) -> ChangeSet | None:
    """Adds the rows of the clipboard after the activity ``after``, or at the end of the section ``into``; rows of a
    section that is named among them go into that section, which is made if the plan has none of that name.

    Raises UserError when there are no rows, or more than a plan could be meant to have.
    """
    rows = clipboard_rows(text, html)
    filled = sum(any(map(str.strip, row)) for row in rows)
    if filled > _MOST:
        raise UserError(
            f"В буфере обмена строк: {filled}. Столько мероприятий план не вместит.",
            NOTHING_CHANGED,
            "Скопируйте только нужные строки.",
        )
    parts = parts_of(rows)
    if not parts:
        raise no_rows()
    count = sum(len(part.drafts) for part in parts)
    with file.edit(f"Вставлено мероприятий: {count}") as edit:
        insert_parts(edit, parts, after if after in plan.by_id else None, into)
    return edit.change_set


def insert_parts(
    edit: "Edit", parts: Iterable[PlanPart], after: str | None = None, into: str | None = None
) -> None:
    """Adds activities within an edit, after the one with that key or at the end of the section ``into``; those of a
    named section to it, which is made if there is none."""
    sections = edit.find(Section, order=("position", "id"))
    for name, found in _by_section(parts).items():
        drafts = [draft if draft.name else draft._replace(name=NEW_NAME) for draft in found]
        section_id = into if name is None else section_named(edit, sections, name).id
        insert_activities(edit, drafts, after=after, section_id=section_id)


def _by_section(parts: Iterable[PlanPart]) -> dict[str | None, list[ActivityDraft]]:
    found: dict[str | None, list[ActivityDraft]] = {}
    for part in parts:
        found.setdefault(part.section, []).extend(part.drafts)
    return found


def section_named(edit: "Edit", sections: list[Section], name: str) -> Section:
    """The one of the sections with that name; a new one at the end of the plan where there is none."""
    for section in sections:
        if folded_name(section.name) == folded_name(name):
            return section
    made = Section(name=name, position=key_between(sections[-1].position if sections else None, None))
    edit.add(made)
    edit.flush()
    sections.append(made)
    return made


def clipboard_rows(text: str, html: str, most: int | None = None) -> list[list[str]]:
    """The rows of the clipboard's HTML table, or else of its text. Raises UserError when there are none, more than
    ``most``, or too many letters."""
    if len(text) + len(html) > _LARGEST:
        raise UserError(
            "В буфере обмена слишком большая таблица.", NOTHING_CHANGED, "Вставляйте её по частям."
        )
    rows = [[composed(cell) for cell in row] for row in parse_clipboard(text, html)]
    if not any(cell.strip() for row in rows for cell in row):
        raise no_rows()
    if most is not None and len(rows) > most:
        raise UserError(
            f"В буфере обмена строк: {len(rows)}. За раз вставляется не больше {most}.",
            NOTHING_CHANGED,
            "Вставляйте по частям.",
        )
    return rows


def no_rows() -> UserError:
    """The refusal of what holds no rows of a table."""
    return UserError(
        "В буфере обмена нет строк таблицы.",
        NOTHING_CHANGED,
        "Скопируйте строки в Word или Excel и повторите.",
    )
