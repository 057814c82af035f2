"""Many keys in one question."""

from collections.abc import Iterable, Iterator

# SQLite takes some thousands of parameters in one statement, older ones 999.
_BATCH = 500


def batches(keys: Iterable[str]) -> Iterator[list[str]]:
    """The keys, as many at a time as one statement may name."""
    listed = list(keys)
    for start in range(0, len(listed), _BATCH):
        yield listed[start : start + _BATCH]


def marks(batch: list[str]) -> str:
    """The question marks for a batch, to stand in brackets."""
    return ", ".join("?" * len(batch))
