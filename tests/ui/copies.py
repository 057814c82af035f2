"""What tests of the windows of merging and comparing share: copies with changes, and reading the tree of values."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.merging.merge_dialog import MergeDialog
from roadmap_desktop.ui.merging.view import RowsView
from tests.ui.person import choose, click

Dialog = TypeVar("Dialog", bound=QDialog)


def copy_of(path: Path, name: str) -> Path:
    return Path(shutil.copy(path, path.with_name(f"{name}.roadmap")))


def at(path: Path, number: int, do: Callable[..., Any], *arguments: Any) -> None:
    """Does something with the activity of that number, past any window."""
    with open_roadmap(path) as file:
        plan = read_plan(file)
        do(file, plan, [plan.activities[number - 1].id], *arguments)


def note(path: Path, number: int, text: str) -> None:
    at(path, number, activities.set_field, "note", text)


def notes(path: Path) -> dict[str, str]:
    """The notes that are not empty, by the numbers of their activities."""
    with open_roadmap(path) as file:
        return {row.number: row.note for row in read_plan(file).activities if row.note}


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, the journal's too."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names
        }


def choose_files(window: MainWindow, *paths: Path) -> None:
    """Answers the question which files."""
    (asking,) = [box for box in window.findChildren(QFileDialog) if box.isVisible()]
    asking.filesSelected.emit([str(path) for path in paths])
    asking.close()


def merge_with(window: MainWindow, *copies: Path) -> MergeDialog:
    choose(window, "Файл", "Объединить с копией…")
    choose_files(window, *copies)
    return shown(window, MergeDialog)


def undo_text(window: MainWindow) -> str:
    action = window.findChild(QAction, "undo")
    assert action is not None
    return action.text()


def shown(window: QWidget, kind: type[Dialog]) -> Dialog:
    (found,) = [box for box in window.findChildren(kind) if box.isVisible()]
    return found


def button(dialog: QWidget, words: str) -> QPushButton:
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    return found


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def told(window: QWidget) -> str:
    """What a box says; it is closed then."""
    box = shown(window, QMessageBox)
    text = box.text()
    box.accept()
    return text


def indexes(view: RowsView, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """The first cell of every line, as they stand below each other."""
    above = parent or QModelIndex()
    for place in range(view.rows.rowCount(above)):
        index = view.rows.index(place, 0, above)
        yield index
        yield from indexes(view, index)


def lines(view: RowsView) -> list[str]:
    """Every line as text: what is not empty of its cells."""
    return [" | ".join(filter(None, _texts(view, index))) for index in indexes(view)]


def cell_with(view: RowsView, text: str) -> QModelIndex:
    """The first cell that says this."""
    return next(
        index.siblingAtColumn(column)
        for index in indexes(view)
        for column in range(view.rows.columnCount())
        if index.siblingAtColumn(column).data() == text
    )


def click_cell(view: RowsView, text: str) -> None:
    index = cell_with(view, text)
    view.scrollTo(index)
    click(view.viewport(), view.visualRect(index).center())


def chosen(view: RowsView) -> list[str]:
    """The values that are marked as chosen, as a screen reader hears it."""
    role = Qt.ItemDataRole.AccessibleTextRole
    cells = [
        index.siblingAtColumn(column) for index in indexes(view) for column in range(view.rows.columnCount())
    ]
    return [cell.data() for cell in cells if str(cell.data(role)).endswith(", выбрано")]


def _texts(view: RowsView, index: QModelIndex) -> list[str]:
    return [str(index.siblingAtColumn(column).data() or "") for column in range(view.rows.columnCount())]
