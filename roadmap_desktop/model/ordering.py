"""Fractional order keys: a text key can always be found between two others, so inserting a row touches one record.

After "Implementing Fractional Indexing" (D. Greenspan, 2020), without its integer part: roadmaps are short, and keys
grow by one digit only after dozens of rows added at the end.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

# In ASCII order, because SQLite's BINARY collation and Python's str compare agree on it.
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def key_between(before: str | None, after: str | None) -> str:
    """A key greater than ``before`` and smaller than ``after``; None means the start or the end of the list.

    Raises ValueError when ``before >= after``.
    """
    if before is not None and after is not None and before >= after:
        raise ValueError(f"no key between {before!r} and {after!r}")
    if before and after is None:
        return _next(before)
    return _midpoint(before or "", after)


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """``count`` ascending keys between two others, spread evenly so that they stay short."""
    if count <= 0:
        return []
    middle = key_between(before, after)
    left = keys_between(before, middle, count // 2)
    right = keys_between(middle, after, count - count // 2 - 1)
    return [*left, middle, *right]


def woven(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Mine in its order, and what only theirs has after what it follows there; what follows nothing of mine stands
    before the first that they share, else at the end."""
    known = set(mine)
    following: dict[str | None, list[str]] = {}
    before = None
    for one in theirs:
        if one in known:
            before = one
        else:
            following.setdefault(before, []).append(one)
    first = next((one for one in theirs if one in known), None)
    made: list[str] = []
    for one in mine:
        if one == first:
            made += following.pop(None, [])
        made += [one, *following.get(one, ())]
    return made + following.get(None, [])


def rearranged(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Mine with what both have in the order of theirs; what only mine has keeps its place."""
    known = set(mine)
    shared = iter([one for one in theirs if one in known])
    both = known.intersection(theirs)
    return [next(shared) if one in both else one for one in mine]


def keys_in_order(order: Sequence[str], present: Mapping[str, str]) -> dict[str, str]:
    """Keys for those of ``order`` that have none in ``present``; for all of them where those present do not ascend."""
    kept = [present[one] for one in order if one in present]
    if any(one >= other for one, other in pairwise(kept)):
        return dict(zip(order, keys_between(None, None, len(order)), strict=True))
    made: dict[str, str] = {}
    fresh: list[str] = []
    low: str | None = None
    for one in (*order, None):
        if one is not None and one not in present:
            fresh.append(one)
            continue
        high = None if one is None else present[one]
        made |= zip(fresh, keys_between(low, high, len(fresh)), strict=True)
        fresh, low = [], high
    return made


def _next(key: str) -> str:
    """The next key by one digit, so that a list filled from its end does not halve the room that is left each time."""
    last = _DIGITS.index(key[-1])
    return key[:-1] + _DIGITS[last + 1] if last + 1 < _BASE else key + _DIGITS[1]


def _midpoint(low: str, high: str | None) -> str:
    """The shortest key between; a key never ends in the zero digit, else nothing could go before it."""
    prefix: list[str] = []
    index = 0
    while True:
        a = _DIGITS.index(low[index]) if index < len(low) else 0
        b = _DIGITS.index(high[index]) if high is not None and index < len(high) else _BASE
        if b - a > 1:
            return "".join(prefix) + _DIGITS[(a + b) // 2]
        prefix.append(_DIGITS[a])
        if a < b:
            # The key is already below ``high`` here; from now on only ``low`` binds.
            high = None
        index += 1
