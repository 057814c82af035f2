"""Which record was chosen when a file was left, so that it is chosen again when the file is opened."""

import json
from pathlib import Path

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.pages import Pages
from roadmap_desktop.ui.settings import Settings

_KEY = "window/chosen"
# Files.
_MOST = 8


class ChosenMemory:
    """Of each of the last files, the page and the key of a record."""

    def __init__(self, document: RoadmapDocument, pages: Pages, settings: Settings) -> None:
        self._document, self._pages, self._settings = document, pages, settings
        document.leaving.connect(self._note)

    def restore(self) -> None:
        """Chooses the record again on the page that is shown, if it was that page's."""
        page, id_ = self._known().get(str(self._document.path), ("", ""))
        if id_ and page == self._pages.current_name:
            self._pages.current.show_record(id_)

    def _note(self) -> None:
        path = self._document.path
        if path is not None:
            others = {name: chosen for name, chosen in self._known().items() if name != str(path)}
            chosen = (self._pages.current_name, self._pages.current.chosen_id)
            newest = dict([(str(path), chosen), *others.items()][:_MOST])
            self._settings.remember(_KEY, json.dumps(newest, ensure_ascii=False))

    def _known(self) -> dict[str, tuple[str, str]]:
        """What the settings hold may be of another version, or be typed by hand."""
        try:
            kept = json.loads(self._settings.text(_KEY) or "{}")
            return {str(Path(name)): (str(page), str(id_)) for name, (page, id_) in dict(kept).items()}
        except (TypeError, ValueError):
            return {}
