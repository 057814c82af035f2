"""Rows of a table from the clipboard, as one step of undo."""

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.activity_table import drafts_of
from roadmap_desktop.exchange.clipboard import parse_clipboard
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.plan.activities import NEW_NAME, add_activities
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_MOST = 20_000
_LARGEST = 50_000_000


def paste_rows(file: RoadmapFile, plan: Plan, text: str, html: str, after: str | None) -> ChangeSet | None:
    """Adds the rows of the clipboard after the activity ``after``.

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
    drafts = [draft if draft.name else draft._replace(name=NEW_NAME) for draft in drafts_of(rows)]
    if not drafts:
        raise no_rows()
    known = after if after is not None and after in plan.by_id else None
    return add_activities(file, drafts, after=known, label=f"Вставлено мероприятий: {len(drafts)}")


def clipboard_rows(text: str, html: str, most: int | None = None) -> list[list[str]]:
    """The rows of the clipboard's HTML table, or else of its text. Raises UserError when there are none, more than
    ``most``, or too many letters."""
    if len(text) + len(html) > _LARGEST:
        raise UserError(
            "В буфере обмена слишком большая таблица.", NOTHING_CHANGED, "Вставляйте её по частям."
        )
    rows = parse_clipboard(text, html)
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
