"""«Найти везде» of the menu and the toolbar."""

from typing import TYPE_CHECKING

from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog

if TYPE_CHECKING:
    from roadmap_desktop.ui.search.index_keeper import IndexKeeper


class SearchCommands(Commands):
    """Opens the search over everything."""

    _keeper: "IndexKeeper | None" = None

    def handlers(self) -> Handlers:
        return {"find_everywhere": self.search}

    def search(self, words: str = "") -> None:
        """Opens the search over everything, with these words."""
        from roadmap_desktop.ui.search.dialog import SearchDialog
        from roadmap_desktop.ui.search.index_keeper import IndexKeeper

        if self._document.plan is None:
            return
        if self._keeper is None:
            self._keeper = IndexKeeper(self._document, self)
        dialog = SearchDialog(self._document, self._keeper, self._window)
        dialog.wanted.connect(self.record_wanted)
        dialog.line.setText(words)
        open_dialog(dialog)
