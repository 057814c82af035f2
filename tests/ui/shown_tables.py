"""A table in sight, on a page or in a record's dialog, and the keys that it is given."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.field import Field
from roadmap_desktop.operations.plan.file_history import change_count
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.listing import NEW
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.cell_editing import CellEditing
from roadmap_desktop.ui.table.view import TableView
from tests.ui.forms import dialog_of, list_of, open_tab


class Shown(NamedTuple):
    """A table in sight and what edits it."""

    view: TableView
    editing: CellEditing
    window: MainWindow

    def fields(self) -> list[Field]:
        """What is shown and can be edited."""
        row = self.view.model().rows[self.place]
        return [one for one in self.view.header.fields() if self.view.model().cells.can_edit(row, one)]

    @property
    def place(self) -> int:
        """The first row that is a record."""
        rows = self.view.model().rows
        return next(at for at, row in enumerate(rows) if not isinstance(row, Caption) and row is not NEW)

    def mark(self, field: Field) -> str:
        """Makes a cell current; the record's key."""
        model = self.view.model()
        id_: str = model.rows[self.place].id
        self.view.go_to(id_, model.places[field.name])
        self.view.setFocus()
        return id_

    def said(self, id_: str, field: Field) -> str:
        model = self.view.model()
        return model.listing.text(model.listing.by_id[id_], field)

    def number_of_edits(self) -> int:
        return self.window.document.query(change_count, 0)

    def current(self) -> tuple[str, str]:
        index = self.view.currentIndex()
        return self.view.model().rows[index.row()].id, self.view.model().columns[index.column()].name

    def assert_idle(self) -> None:
        """No editor is open, and the next key is the table's."""
        assert self.editing.editor is None
        # Of the window: the platform of tests may be a moment behind with what is active.
        assert self.view.window().focusWidget() is self.view


def on_page(window: MainWindow, name: str) -> Shown:
    window.activateWindow()
    QApplication.processEvents()
    window.show_page(name)
    page = window._pages.current
    editing = page.editing if hasattr(page, "editing") else page.view.editing  # type: ignore[attr-defined]
    return Shown(page.view, editing, window)  # type: ignore[attr-defined]


def in_dialog(window: MainWindow, page: str, tab: str, title: str) -> Shown:
    """The list of the first record that has rows in it."""
    view = on_page(window, page).view
    for row in view.model().rows:
        view.opened.emit(row.id)  # type: ignore[attr-defined]
        dialog = dialog_of(window)
        open_tab(dialog, tab)
        found = list_of(dialog, title)
        if found.model.rows:
            dialog.activateWindow()
            QApplication.processEvents()
            return Shown(found.view, found.view.editing, window)
        dialog.close()
    raise AssertionError(f"{page}: {title} is empty everywhere")


def hold(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """A key that is held is pressed again and again, without being let go."""
    target = QApplication.focusWidget()
    for _ in range(3):
        if target is not None:
            QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, held, "", True))
