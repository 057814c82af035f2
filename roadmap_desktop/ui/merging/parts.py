"""Small parts that both windows are put together from."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar


def wrapped() -> QLabel:
    """A label for sentences: wrapped, plain, to be picked with the mouse."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def moving_bar() -> QProgressBar:
    """A bar for work whose length is not known."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedHeight(8)
    return bar


def told_apart(mine: Path, others: Sequence[Path]) -> list[str]:
    """The names of other files; a copy on a stick often has the name of the original, and its folder is told then."""
    names = [mine.name, *(path.name for path in others)]
    return [
        f"«{path.name}» из папки «{path.parent.name or path.parent}»"
        if names.count(path.name) > 1
        else f"«{path.name}»"
        for path in others
    ]
