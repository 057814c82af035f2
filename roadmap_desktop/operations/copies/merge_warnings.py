"""What is to be known of a copy before it is merged, beside what changed in it: told alike by windows and commands."""

from collections.abc import Iterator

from roadmap_desktop.model.merging import Ahead, Comparison, MergePreview

_FULLER = "Копия полнее: в ней есть то, чего в ваш файл не взяли. При объединении это добавится."
_LEFT = "При объединении останутся ваши"


def preview_warnings(told: MergePreview) -> tuple[str, ...]:
    """The sentences about a merge, none for an ordinary one."""
    return (*_rewritten(told.rewritten, _LEFT), *_ahead(told.ahead), *([_FULLER] if told.fuller else []))


def comparison_warnings(told: Comparison) -> tuple[str, ...]:
    """The sentences about two files side by side."""
    return (*_rewritten(told.rewritten, _LEFT), *_ahead(told.ahead))


def rewritten_words(count: int) -> str:
    """What is said of a copy that tells the shared past otherwise; mine were taken."""
    return " ".join(_rewritten(count, "Взяты ваши"))


def _rewritten(count: int, taken: str) -> Iterator[str]:
    if count:
        yield (
            f"В копии переписано прошлое: изменений, которые в ней не такие, как у вас, — {count}. {taken}. "
            "Спросите, кто и чем правил копию."
        )


def _ahead(ahead: Ahead | None) -> Iterator[str]:
    if ahead is not None:
        yield (
            f"Часы на компьютере, где правили, спешат: изменений, датированных будущим (до {ahead.year} года), — "
            f"{ahead.changes}. Новее других они не считаются, порядок истории от этого не меняется."
        )
