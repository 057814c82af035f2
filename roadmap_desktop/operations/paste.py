"""Rows of a table from the clipboard, as one step of undo."""

import re

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.activity_table import drafts_of
from roadmap_desktop.exchange.clipboard import parse_html, parse_tsv
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.activities import NEW_NAME, add_activities
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_MOST = 20_000
_LARGEST = 50_000_000
# What no text has: the bytes of a picture or a program read as letters.
_JUNK = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_LOOKED_AT = 4096


def paste_rows(file: RoadmapFile, plan: Plan, text: str, html: str, after: str | None) -> ChangeSet | None:
    """Adds the rows of the clipboard's HTML table, or else of its text, after the activity ``after``.

    Raises UserError when there are no rows, or more than a plan could be meant to have.
    """
    drafts = _drafts(text, html)
    if not drafts:
        raise UserError(
            "В буфере обмена нет строк таблицы.",
            NOTHING_CHANGED,
            "Скопируйте строки в Word или Excel и повторите.",
        )
    known = after if after is not None and after in plan.by_id else None
    return add_activities(file, drafts, after=known, label=f"Вставлено мероприятий: {len(drafts)}")


def _drafts(text: str, html: str) -> list[ActivityDraft]:
    if len(text) + len(html) > _LARGEST:
        raise UserError(
            "В буфере обмена слишком большая таблица.", NOTHING_CHANGED, "Скопируйте её по частям."
        )
    drafts = _read(parse_html(html)) or ([] if _is_junk(text) else _read(parse_tsv(text)))
    return [draft if draft.name else draft._replace(name=NEW_NAME) for draft in drafts]


def _read(rows: list[list[str]]) -> list[ActivityDraft]:
    filled = sum(any(map(str.strip, row)) for row in rows)
    if filled > _MOST:
        raise UserError(
            f"В буфере обмена строк: {filled}. Столько мероприятий в плане не бывает.",
            NOTHING_CHANGED,
            "Скопируйте только нужные строки.",
        )
    return drafts_of(rows)


def _is_junk(text: str) -> bool:
    start = text[:_LOOKED_AT]
    return len(_JUNK.findall(start)) > max(3, len(start) // 20)
