"""Which activities of different files are one and the same.

Copies of one file keep the keys of their records, so an activity is known by its key whatever became of its name.
Files made separately have nothing in common but words: their activities are matched by name, case, spaces and
punctuation aside, and each file gives a row one activity only, so that two of one name stay two.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from roadmap_desktop.model.digest import ActivityLine, Entry, Progress
from roadmap_desktop.model.search import folded

_NOT_WORDS = re.compile(r"\W+")
# Of the words of two names that share their number, as many must be common for the one to be the other reworded.
_REWORDED = 0.5


class Named(NamedTuple):
    """What is known of an activity where there are no keys."""

    number: str
    name: str


def paired(rows: Sequence[Named], known: Sequence[Named]) -> list[int | None]:
    """For each row, which of the known activities it is: the place of that one, None for a new one. The same number and
    name are surest; then the same name, as when a row above was struck out; then the same number and half of the words,
    as when it was reworded. No activity is given twice."""
    found: list[int | None] = [None] * len(rows)
    free = set(range(len(known)))

    def pair(keys_of: Callable[[Named], Hashable], fits: Callable[[Named, Named], bool]) -> None:
        by_key: dict[Hashable, list[int]] = {}
        for candidate in sorted(free):
            by_key.setdefault(keys_of(known[candidate]), []).append(candidate)
        for index, row in enumerate(rows):
            if found[index] is None:
                candidates = by_key.get(keys_of(row), [])
                fitting = next((candidate for candidate in candidates if fits(row, known[candidate])), None)
                if fitting is not None:
                    found[index] = fitting
                    candidates.remove(fitting)
                    free.discard(fitting)

    pair(lambda one: (_number(one), _words(one.name)), lambda row, _other: bool(_words(row.name)))
    pair(lambda one: _words(one.name), lambda row, _other: bool(_words(row.name)))
    pair(_number, lambda row, other: bool(_number(row)) and _is_reworded(row.name, other.name))
    return found


def _number(one: Named) -> str:
    return one.number.strip(" .)№")


def _is_reworded(name: str, other: str) -> bool:
    words, others = set(_words(name).split()), set(_words(other).split())
    return len(words & others) >= _REWORDED * max(len(words), len(others), 1)


def matched(files: Sequence[Sequence[Entry]]) -> tuple[ActivityLine, ...]:
    """A line for each activity, in the order in which the files first name them."""
    lines: list[dict[int, Entry]] = []
    by_words: dict[str, list[dict[int, Entry]]] = {}
    for group in _by_key(files):
        names = {words for entry in group.values() if (words := _words(entry.name))}
        line = next(
            (
                line
                for words in sorted(names)
                for line in by_words.get(words, ())
                if not line.keys() & group.keys()
            ),
            None,
        )
        if line is None:
            line = {}
            lines.append(line)
        line |= group
        _note(by_words, names, line)
    return tuple(_line(line, len(files)) for line in lines)


def _by_key(files: Sequence[Sequence[Entry]]) -> Iterable[dict[int, Entry]]:
    groups: dict[str, dict[int, Entry]] = {}
    for index, entries in enumerate(files):
        for entry in entries:
            groups.setdefault(entry.id, {})[index] = entry
    return groups.values()


def _words(name: str) -> str:
    return _NOT_WORDS.sub(" ", folded(name)).strip()


def _note(by_words: dict[str, list[dict[int, Entry]]], names: Iterable[str], line: dict[int, Entry]) -> None:
    for words in names:
        known = by_words.setdefault(words, [])
        if not any(other is line for other in known):
            known.append(line)


def _line(entries: dict[int, Entry], count: int) -> ActivityLine:
    first = entries[min(entries)]
    marks = tuple(entries[index].mark if index in entries else None for index in range(count))
    return ActivityLine(first.name, marks, sum((entry.progress for entry in entries.values()), Progress()))
