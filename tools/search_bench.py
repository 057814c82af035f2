"""How quickly a large district is searched."""

from functools import partial
from pathlib import Path

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.search import build_index, search
from stopwatch import seconds

_TYPED = ("образцова матем", "шаг 99", "повысить качество", "сош № 12")


def answers(path: Path) -> list[float]:
    """Seconds of the answers to queries as they are typed."""
    with open_roadmap(path) as file:
        index = build_index(file)
    return [
        seconds(partial(search, index, query))
        for text in _TYPED
        for query in (text[:end] for end in range(1, len(text) + 1))
    ]
