"""Views of a table under names: what is filtered, by what it is grouped and sorted, and which columns are shown."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.name_dialog import NameDialog
from roadmap_desktop.ui.table.listing import RowFilter
from roadmap_desktop.ui.table.view import TableView

_KEY = "views"


class SavedView(NamedTuple):
    """``sort`` is a column's name, after «-» where it goes downwards; ``chosen`` the words of each facet."""

    name: str
    columns: Sequence[str]
    sort: str
    grouping: str
    chosen: Mapping[str, Sequence[str]]


class SavedViews(QObject):
    """Those of one table, kept in the settings. ``applied``: another view is shown, the search is over; ``told``
    carries a sentence for the status line."""

    applied = Signal()
    told = Signal(str)

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view, self._model, self._memory = view, view.model(), view.memory

    def all(self) -> list[SavedView]:
        """The saved ones, by name; what a damaged setting says is left out."""
        try:
            found = [SavedView(**each) for each in json.loads(self._memory.text(_KEY) or "[]")]
        except (ValueError, TypeError):
            return []
        return sorted(found, key=lambda view: view.name.casefold())

    def fill(self, menu: QMenu) -> None:
        """Fills a menu with the saved views and what can be done with them."""
        menu.clear()
        views = self.all()
        for view in views:
            menu.addAction(view.name.replace("&", "&&"), partial(self.apply, view))
        if views:
            menu.addSeparator()
        menu.addAction("Сохранить вид…", self.ask_to_save)
        acts: tuple[tuple[str, Callable[[SavedView], object]], ...] = (
            ("Переименовать", self._ask_to_rename),
            ("Удалить", self._ask_to_delete),
        )
        for title, act in acts if views else ():
            submenu = menu.addMenu(title)
            for view in views:
                submenu.addAction(f"{view.name.replace('&', '&&')}…", partial(act, view))

    def ask_to_save(self) -> None:
        """Asks for a name and saves the present view under it, in place of one of that name."""
        self._ask("Сохранить вид", "", "Сохранить", self._save)

    def apply(self, view: SavedView) -> None:
        """Shows the rows in that view."""
        self._view.header.arrange(view.columns, view.sort)
        self._model.group_by(view.grouping)
        known = {
            name: frozenset(words) for name, words in view.chosen.items() if name in self._model.facts.facets
        }
        self._model.filter_by(RowFilter(chosen=known))
        self.applied.emit()

    def _save(self, name: str) -> None:
        model, header = self._model, self._view.header
        view = SavedView(
            name,
            [field.name for field in header.fields()],
            header.sorted_by,
            model.grouping.name if model.grouping is not None else "",
            {facet: sorted(words) for facet, words in model.row_filter.chosen.items()},
        )
        self._keep([*(one for one in self.all() if one.name != name), view])
        self.told.emit(f"Вид «{name}» сохранён: «Вид → Сохранённые виды».")

    def _ask_to_rename(self, view: SavedView) -> None:
        def rename(name: str) -> None:
            others = [one for one in self.all() if one.name not in (view.name, name)]
            self._keep([*others, view._replace(name=name)])

        self._ask("Переименовать вид", view.name, "Переименовать", rename)

    def _ask_to_delete(self, view: SavedView) -> None:
        messages.ask(
            self._view.window(),
            "Удаление вида",
            f"Удалить вид «{view.name}»? Сами записи останутся на месте.",
            "Удалить вид",
            lambda: self._keep([one for one in self.all() if one.name != view.name]),
        )

    def _ask(self, title: str, name: str, yes: str, then: Callable[[str], Any]) -> None:
        dialog = NameDialog(title, "Название вида", name, yes, self._view.window())
        dialog.named.connect(then)
        open_dialog(dialog)

    def _keep(self, views: Sequence[SavedView]) -> None:
        self._memory.remember(_KEY, json.dumps([view._asdict() for view in views], ensure_ascii=False))
