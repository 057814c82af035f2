"""One choice for the whole window: the table's selected rows and the shared selection follow each other."""

from PySide6.QtCore import QObject

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
        view.chosen_changed.connect(self._on_view)
        selection.changed.connect(self._on_selection)
        model.asked.connect(self._let_go_of_hidden)

    def choose_touched(self, change_set: ChangeSet) -> None:
        """After undo and redo the eye looks for what has changed."""
        if change_set.kind is ChangeSetKind.EDIT:
            return
        touched = [change.record_id for change in change_set.changes if change.table == "activity"]
        listed = [id_ for id_ in dict.fromkeys(touched) if self._model.place_of(id_) is not None]
        if listed:
            self._view.choose(listed)

    def _let_go_of_hidden(self) -> None:
        # Deleting or copying must never touch rows that a filter hides.
        self._selection.choose(id_ for id_ in self._selection.ids if self._model.place_of(id_) is not None)

    def _on_view(self) -> None:
        self._selection.choose(self._view.chosen())

    def _on_selection(self) -> None:
        if set(self._selection.ids) != set(self._view.chosen()):
            self._view.choose(self._selection.ids)
