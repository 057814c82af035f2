"""Merging in two steps, as the window does it: look first, then merge exactly what was looked at."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import IT_IS_UNCHANGED, NOTHING_WRITTEN, UserError
from roadmap_desktop.model.merging import Choices, MergePreview, MergeResult
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.storage.merging import file_signature
from roadmap_desktop.storage.signature import Signature
from roadmap_desktop.storage.upgrade import Keep


class PreviewedMerge(NamedTuple):
    """What a merge would do, and by what it is noticed that one of the files has become another one since."""

    theirs: tuple[Path, ...]
    preview: MergePreview
    signatures: tuple[Signature, ...]


def look(
    mine: Path, theirs: Sequence[Path], is_cancelled: Callable[[], bool] = lambda: False
) -> PreviewedMerge:
    """What merging these copies into mine would do. Raises UserError for a file that cannot be read or is mine itself,
    Cancelled."""
    paths = tuple(dict.fromkeys(theirs))
    for path in paths:
        refuse_itself(mine, path)
    # Taken first: what is written while the files are read is noticed later.
    signatures = tuple(file_signature(path) for path in (mine, *paths))
    return PreviewedMerge(paths, merging.preview(mine, paths, is_cancelled), signatures)


def merge_looked_at(
    mine: Path,
    looked: PreviewedMerge,
    choices: Choices,
    *,
    both: bool = False,
    keep: Keep | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> MergeResult:
    """Merges what was looked at, see ``merging.merge``. Raises UserError also when a file has changed since, and
    nothing is written then."""
    for path, signature in zip((mine, *looked.theirs), looked.signatures, strict=True):
        if file_signature(path) != signature:
            raise UserError(
                f"Файл «{path.name}» изменился, пока вы выбирали.",
                NOTHING_WRITTEN,
                "Ниже показано то, что в нём теперь: посмотрите и объедините ещё раз.",
            )
    return merging.merge(mine, looked.theirs, choices, both=both, keep=keep, is_cancelled=is_cancelled)


def refuse_itself(mine: Path, other: Path) -> None:
    """Raises UserError when both are one file."""
    try:
        is_same = mine.samefile(other)
    except OSError:
        # What cannot be found is told by who reads it.
        return
    if is_same:
        raise UserError(
            f"«{other.name}» — это тот самый файл, который открыт.",
            IT_IS_UNCHANGED,
            "Выберите его копию или другой файл.",
        )
