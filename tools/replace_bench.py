"""How quickly «Найти и заменить» looks through a large district."""

from functools import partial
from pathlib import Path

from roadmap_desktop.model.replacing import Query
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.registers.replacing import find_places
from stopwatch import seconds

# A few places, thousands of them, and none.
_WORDS = ("СОШ № 12", "русский язык", "математика", "нет такого слова")


def previews(path: Path) -> list[float]:
    """Seconds of each look through the whole file."""
    with open_roadmap(path) as file:
        return [seconds(partial(find_places, file, Query(words, "слово"))) for words in _WORDS]
