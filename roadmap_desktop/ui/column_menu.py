"""The menu beneath a heading by which a column is said to hold something else."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu


def ask_column(
    header: QHeaderView,
    section: int,
    choices: Iterable[tuple[str, str]],
    present: str,
    chosen: Callable[[str], object],
) -> None:
    """Opens it: ``choices`` are what can be held, by its words and its name, ``present`` the name that is ticked;
    ``chosen`` is called with the name that is picked."""
    menu = QMenu(header)
    menu.setAccessibleName("Что в столбце")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, name in choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(name == present)
        action.triggered.connect(lambda _on=False, name=name: chosen(name))
    menu.popup(header.mapToGlobal(QPoint(header.sectionViewportPosition(section), header.height())))
