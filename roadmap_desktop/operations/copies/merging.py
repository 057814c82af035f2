"""Merging copies of one file: what would come of it, and doing it."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from roadmap_desktop import clock
from roadmap_desktop.errors import NOTHING_CHANGED, NOTHING_WRITTEN, UserError
from roadmap_desktop.model.change_set import Change, Value
from roadmap_desktop.model.merging import Choices, ConflictKey, MergePreview, MergeResult, Prefer
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.storage.conflicts import Unsettled, find_conflicts, newest_of
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.journal.state import same
from roadmap_desktop.storage.merge_memory import remember_union
from roadmap_desktop.storage.merging import (
    file_signature,
    give_back,
    is_present_version,
    merge_into,
    new_copy,
    reading,
    unions_of,
)
from roadmap_desktop.storage.union import Union
from roadmap_desktop.storage.upgrade import Keep as Keep

NO_CHOICES: Choices = MappingProxyType({})


class Conflicted(UserError):
    """Both sides changed the same fields and nobody chose; nothing was written. ``preview`` tells what to choose."""

    def __init__(self, told: MergePreview) -> None:
        super().__init__(
            f"Одни и те же поля изменены в обоих файлах: {len(told.conflicts)}.",
            NOTHING_WRITTEN,
            "Выберите, чьи значения взять.",
        )
        self.preview = told


class _Unrelated(Exception):
    """The two files were made separately."""


def preview(
    mine: Path,
    theirs: Sequence[Path],
    is_cancelled: Callable[[], bool] = lambda: False,
    now: datetime | None = None,
) -> MergePreview:
    """What a merge of these copies into mine would do; the files are only read, from any thread.

    A file without a common past is compared by content. Raises UserError for one that is another year's plan and for a
    file that cannot be read, Cancelled.
    """
    from roadmap_desktop.operations.copies import content, other_year
    from roadmap_desktop.operations.copies.merge_preview import PreviewBuilder

    with ExitStack() as stack:
        first, *others = journals = [stack.enter_context(reading(path)) for path in (mine, *theirs)]
        unions = unions_of(first, others, is_cancelled)
        if _are_copies(unions, theirs):
            connections = [journal.connection for journal in journals]
            return PreviewBuilder(connections, unions, now or clock.now()).preview()
    other_year.refuse_other_year(mine, theirs[0])
    return content.preview(mine, theirs[0], is_cancelled)


def merge(
    mine: Path,
    theirs: Sequence[Path],
    choices: Choices = NO_CHOICES,
    prefer: Prefer | None = None,
    *,
    out: Path | None = None,
    both: bool = False,
    keep: Keep | None = None,
    now: datetime | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
    before_joining: Callable[[], None] = lambda: None,
) -> MergeResult:
    """Unites copies with mine, one after another.

    ``choices`` settles conflicts one by one, ``prefer`` the others. ``out``: a new file gets the result, and mine stays
    as it is. ``both``: the copies are replaced by the result as well; refused for a file without a common past.
    ``keep`` is called with every file before it is written to, ``before_joining`` before anything of a file without a
    common past is written: its history does not come along. Raises Conflicted when a conflict is settled by neither,
    UserError when a file cannot be read or written, Cancelled; nothing is written then. A copy that changed meanwhile
    is not replaced: UserError says so.
    """
    signatures = [file_signature(path) for path in theirs]
    try:
        if out is not None:
            with new_copy(mine, out) as target:
                result = _merge(target, out, theirs, choices, prefer, both, now, is_cancelled, before_joining)
        else:
            _make_ready(mine, theirs, choices, prefer, keep)
            result = _merge(mine, mine, theirs, choices, prefer, both, now, is_cancelled, before_joining)
    except Unsettled:
        raise Conflicted(preview(mine, theirs, is_cancelled, now)) from None
    if not both:
        return result
    given = [
        give_back(out or mine, path, signature, keep)
        for path, signature in zip(theirs, signatures, strict=True)
    ]
    return replace(result, given_back=sum(given))


def label_of(theirs: Sequence[Path]) -> str:
    """What the merge is called in history and undo."""
    names = ", ".join(f"«{path.stem}»" for path in theirs)
    return f"Объединение с {'копией' if len(theirs) == 1 else 'копиями'} {names}"


def _make_ready(
    mine: Path, theirs: Sequence[Path], choices: Choices, prefer: Prefer | None, keep: Keep | None
) -> None:
    """Opens mine as any opening would, so that one of an older version is upgraded, but not before it is certain that
    the merge will go on."""
    if not is_present_version(mine):
        told = preview(mine, theirs)
        if prefer is None and any(conflict.key not in choices for conflict in told.conflicts):
            raise Conflicted(told)
        open_roadmap(mine).close()
    if keep is not None:
        keep(mine)


def _merge(
    target: Path,
    place: Path,
    theirs: Sequence[Path],
    choices: Choices,
    prefer: Prefer | None,
    both: bool,
    now: datetime | None,
    is_cancelled: Callable[[], bool],
    before_joining: Callable[[], None],
) -> MergeResult:
    label = label_of(theirs)
    try:
        with ExitStack() as stack:
            merged = merge_into(
                target,
                [stack.enter_context(reading(path)) for path in theirs],
                lambda unions: _settled(unions, theirs, choices, prefer, now or clock.now()),
                f"{label}: выбраны значения",
                remember=lambda connection, made: remember_union(place, connection, made, label),
                now=now,
                is_cancelled=is_cancelled,
            )
    except _Unrelated:
        from roadmap_desktop.operations.copies import content, other_year

        if both:
            # The result would not hold the other file's history.
            raise UserError(
                f"«{theirs[0].name}» — не копия этой дорожной карты, отдать обратно в неё нельзя: "
                "её история пропала бы.",
                NOTHING_CHANGED,
                "Объедините, не отдавая обратно.",
            ) from None
        other_year.refuse_other_year(target, theirs[0])
        return content.merge(
            target, theirs[0], choices, prefer, label, before_joining, now=now, is_cancelled=is_cancelled
        )
    return MergeResult(
        bool(merged.brought or merged.contents),
        len({(change.table, change.record_id) for change in merged.net}),
        len(merged.chosen.changes) if merged.chosen else 0,
        rewritten=merged.rewritten,
    )


def _are_copies(unions: Sequence[Union], theirs: Sequence[Path]) -> bool:
    """Whether the files share a past. Raises UserError where only some of several do."""
    strange = [path for union, path in zip(unions, theirs, strict=True) if not union.has_common_past]
    if strange and len(theirs) > 1:
        raise UserError(
            f"«{strange[0].name}» — не копия этой дорожной карты, у них нет общего прошлого.",
            NOTHING_CHANGED,
            "Объедините с этим файлом отдельно.",
        )
    return not strange


def _settled(
    unions: Sequence[Union], theirs: Sequence[Path], choices: Choices, prefer: Prefer | None, now: datetime
) -> list[Change]:
    """The changes by which the choices differ from the union. Raises Unsettled, _Unrelated."""
    if not _are_copies(unions, theirs):
        raise _Unrelated
    chosen: dict[tuple[Key, str], Value] = {}
    newest: set[tuple[Key, str]] = set()
    for index, union in enumerate(unions):
        for conflict in find_conflicts(union):
            key = ((conflict.table, conflict.record_id), conflict.field)
            match choices.get(ConflictKey(index, *key[0], conflict.field), prefer):
                case None:
                    raise Unsettled
                case Prefer.MINE:
                    chosen.setdefault(key, conflict.mine.value)
                case Prefer.THEIRS:
                    chosen[key] = conflict.theirs.value
                case Prefer.NEWEST:
                    newest.add(key)
    whole, state = unions[-1].whole, unions[-1].state
    for key in newest:
        found = state.field(*key)
        if found is not None:
            chosen[key] = newest_of(whole, found.candidates, now).value
    return list(_differing(chosen, unions[-1]))


def _differing(chosen: dict[tuple[Key, str], Value], union: Union) -> list[Change]:
    found = []
    for (key, field), value in chosen.items():
        state = union.state.field(key, field) if union.state.exists(key) else None
        # Where a later copy has settled the matter already, the choice is no longer one.
        if state and not same(state.value, value) and any(same(one.value, value) for one in state.candidates):
            found.append(Change(*key, field, state.value, value))
    return found
