"""Which activities of different files are one and the same.

Copies of one file keep the keys of their records, so an activity is known by its key whatever became of its name.
Files made separately have nothing in common but words: their activities are matched by name, case, spaces and
punctuation aside, and each file gives a row one activity only, so that two of one name stay two.
"""

import re
from collections.abc import Iterable, Sequence

from roadmap_desktop.model.digest import ActivityLine, Entry, Progress
from roadmap_desktop.model.search import folded

_NOT_WORDS = re.compile(r"\W+")


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
    for place, entries in enumerate(files):
        for entry in entries:
            groups.setdefault(entry.id, {})[place] = entry
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
