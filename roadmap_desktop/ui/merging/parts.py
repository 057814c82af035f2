"""Small parts that both windows are put together from."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton


def wrapped() -> QLabel:
    """A label for sentences: wrapped, plain, to be picked with the mouse."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def button(text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """A button that Enter in another part of the window does not press."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setProperty("primary", primary)
    made.clicked.connect(lambda _checked=False: act())
    return made


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
