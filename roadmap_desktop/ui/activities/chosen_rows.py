"""One choice for the whole window: the table's selected rows and the shared selection follow each other."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from roadmap_desktop.model.change_set import ChangeSet, ChangeSetKind
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.view import TableView


class ChosenRows(QObject):
    """Ties a view to the shared selection."""

    def __init__(self, view: TableView, model: TableModel, selection: Selection) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._selection = selection
        self._is_following = False
        view.chosen_changed.connect(self._on_view)
        view.selectionModel().currentRowChanged.connect(self._on_current)
        selection.changed.connect(self._on_selection)
        model.filtered.connect(self._let_go_of_hidden)
        model.folding_changed.connect(self._let_go_of_hidden)
        model.modelReset.connect(self._let_go_of_gone)

    def choose(self, ids: Sequence[str]) -> None:
        """Chooses rows everywhere at once and brings the first into sight."""
        self._follow(ids)
        self._selection.choose(ids)

    def choose_touched(self, change_set: ChangeSet) -> None:
        """After undo and redo the eye looks for what has changed."""
        if change_set.kind is ChangeSetKind.EDIT:
            return
        touched = [change.record_id for change in change_set.changes if change.table == "activity"]
        listed = [id_ for id_ in dict.fromkeys(touched) if self._model.row_of(id_) is not None]
        if listed:
            self.choose(listed)

    def _follow(self, ids: Sequence[str]) -> None:
        # Selecting in a view goes by steps; the others should hear of the outcome only. And a row that a filter hides
        # stays chosen when another page chooses it.
        self._is_following = True
        self._view.choose(ids)
        self._is_following = False

    def _let_go_of_hidden(self) -> None:
        # Deleting or copying must never touch rows that a filter hides, or that are folded away.
        self._selection.choose(id_ for id_ in self._selection.ids if self._model.row_of(id_) is not None)

    def _let_go_of_gone(self) -> None:
        known = self._model.listing.by_id
        self._selection.choose(id_ for id_ in self._selection.ids if id_ in known)

    def _on_view(self) -> None:
        if not self._is_following:
            self._selection.choose(self._view.chosen())

    def _on_current(self, index: QModelIndex) -> None:
        # Of several chosen rows the current one is shown in the details. A row that the mouse has just made current,
        # but not chosen yet, is no news.
        if self._view.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self._on_view()

    def _on_selection(self) -> None:
        if not self._is_following and set(self._selection.ids) != set(self._view.chosen()):
            self._follow(self._selection.ids)
