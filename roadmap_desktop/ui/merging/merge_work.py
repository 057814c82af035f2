"""What the window of merging does in the background."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import NOTHING_WRITTEN, Cancelled, UserError
from roadmap_desktop.model.merging import (
    LEFT_BEHIND,
    NO_COMMON_PAST,
    ConflictKey,
    MergePreview,
    MergeResult,
    Prefer,
)
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.copies import two_step_merge
from roadmap_desktop.operations.copies.merge_warnings import preview_warnings, rewritten_words
from roadmap_desktop.operations.copies.merging import Keep, label_of
from roadmap_desktop.operations.copies.two_step_merge import PreviewedMerge
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.ui.document import Content, content_of
from roadmap_desktop.ui.merging.merge_rows import merge_rows
from roadmap_desktop.ui.merging.rows import Row

_CHANGES = ("изменение", "изменения", "изменений")


class Looked(NamedTuple):
    """A preview with its rows, laid out where it does not hold the window up."""

    look: PreviewedMerge
    rows: Row


class Outcome(NamedTuple):
    """What became of a merge, and what stands in the file now: a refusal may come after mine has been written, when a
    copy could not be."""

    content: Content
    result: MergeResult | None = None
    refusal: str | None = None


def look(mine: Path, theirs: tuple[Path, ...], is_cancelled: Callable[[], bool]) -> Looked:
    """The preview of a merge. Raises UserError, Cancelled."""
    looked = two_step_merge.look(mine, theirs, is_cancelled)
    return Looked(looked, merge_rows(looked.preview, looked.theirs))


def merge(
    mine: Path,
    looked: PreviewedMerge,
    choices: Mapping[ConflictKey, Prefer],
    both: bool,
    keep: Keep | None,
    is_cancelled: Callable[[], bool],
) -> Outcome:
    """Merges what was looked at. Raises UserError when mine cannot be read after it."""
    try:
        result = two_step_merge.merge_looked_at(
            mine, looked, choices, both=both, keep=keep, is_cancelled=is_cancelled
        )
    except UserError as error:
        return Outcome(_content_at(mine), refusal=str(error))
    except Cancelled:
        return Outcome(_content_at(mine), refusal=f"Объединение отменено. {NOTHING_WRITTEN}")
    return Outcome(_content_at(mine), result)


def _content_at(path: Path) -> Content:
    with RoadmapFile(path) as file:
        return content_of(file)


def said_before(told: MergePreview, count: int) -> str:
    """What there is to merge, in words, beginning with what is to be known of the copies."""
    return "\n".join((*preview_warnings(told), _said_of_changes(told, count)))


def _said_of_changes(told: MergePreview, count: int) -> str:
    copy = "копии" if count == 1 else "копиях"
    if told.identical:
        same = "Файлы одинаковы" if told.common_past else f"{NO_COMMON_PAST} Записи в них одни и те же"
        return f"{same}: объединять нечего."
    if not told.common_past:
        nothing = "" if told.theirs or told.conflicts else " Нового в другом файле нет."
        return f"{NO_COMMON_PAST} {LEFT_BEHIND}{nothing}"
    if not told.theirs:
        there = "неё" if count == 1 else "них"
        what = "Других изменений" if told.rewritten or told.fuller else "Нового"
        return f"{what} в {copy} нет. Можно отдать обратно: записать в {there} то, что изменили вы."
    mine, theirs = (counted(len(side), *_CHANGES) for side in (told.mine, told.theirs))
    kept = " Значения, которые вы не выберете, сохранит история." if told.conflicts else ""
    if not told.mine:
        mine = "изменений нет"
    return f"С тех пор как файлы разошлись, у вас {mine}, в {copy} {theirs}.{kept}"


def said_after(result: MergeResult, theirs: tuple[Path, ...], *, both: bool) -> str:
    """What was done, in words."""
    if result.changed:
        parts = [f"{label_of(theirs)}. Изменено записей: {result.records}."]
        if result.chosen:
            parts.append(f"По вашему выбору записано значений: {result.chosen}.")
        parts.append("Всё это отменяется одним шагом: «Правка → Отменить».")
    else:
        parts = ["Ваш файл не изменён." if result.rewritten else "Нового не было, ваш файл не изменён."]
    if result.rewritten:
        parts.append(rewritten_words(result.rewritten))
    if both:
        names = ", ".join(f"«{path.name}»" for path in theirs)
        parts.append(f"Итог отдан обратно: {names}. Теперь файлы одинаковы.")
    return "\n\n".join(parts)
