"""How quickly registers, their forms and the answers of the search are on the screen, with a large district."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.references import references_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.operations.registers import record_listing
from stopwatch import seconds

# Of these the forms are opened, of the record on which most hangs.
_FORMS = ("schools", "plans", "meetings", "teachers")
_TYPED = ("образцова матем", "шаг 99", "повысить", "сош № 12")


class DistrictWindow:
    """The window open on a large district."""

    def __init__(self, path: Path, folder: Path, today: date) -> None:
        from PySide6.QtWidgets import QApplication

        from roadmap_desktop.app import collect_rarely, preload
        from roadmap_desktop.ui.document import RoadmapDocument
        from roadmap_desktop.ui.main_window import MainWindow
        from roadmap_desktop.ui.runner import InlineRunner
        from roadmap_desktop.ui.settings import Settings

        self._settle = QApplication.processEvents
        self._document = RoadmapDocument(today=lambda: today)
        collect_rarely(self._document)
        settings = Settings(folder / "district.ini")
        self._window = MainWindow(self._document, settings, InlineRunner(), folder, folder / "log")
        self._window.resize(1366, 768)
        self._window.show()
        self._window.open_at_start(path)
        # As the program does a moment after its first picture.
        preload(lambda: False)
        self._settle()

    def pages(self) -> list[float]:
        """Seconds until each register stands painted, first when its page is new, then when it is come back to."""
        ids = [register.id for register in REGISTERS if register.is_page]
        found = []
        for id_ in (*ids, *ids):
            self._window.show_page("table")
            self._settle()
            found.append(self._seconds(partial(self._window.show_page, id_)))
        return found

    def forms(self) -> list[float]:
        """Seconds until forms stand painted."""
        from roadmap_desktop.ui.registers.own_dialogs import open_record

        found = []
        for id_ in _FORMS:
            key = self._laden(id_)
            for _ in range(3):
                found.append(
                    self._seconds(partial(open_record, self._document, BY_ID[id_], key, self._window))
                )
                self._close_dialogs()
        return found

    def keystrokes(self) -> list[float]:
        """Seconds from a letter of the search over everything to the painted hits."""
        from roadmap_desktop.ui.search.dialog import SearchDialog

        self._window.search.search()
        self._settle()
        dialog = self._window.findChild(SearchDialog)
        assert dialog is not None
        found = []
        for text in _TYPED:
            for end in range(1, len(text) + 1):
                found.append(self._seconds(partial(dialog.line.setText, text[:end])))
            dialog.line.clear()
        dialog.reject()
        return found

    def close(self) -> None:
        """Closes the window."""
        self._window.close()

    def _laden(self, id_: str) -> str:
        """The record of a register to which most others point."""
        register = BY_ID[id_]
        weights: Counter[str] = Counter()
        for other in REGISTERS:
            for reference in references_of(other.table):
                if reference.table == register.table:
                    listing = self._listing(other)
                    weights.update(
                        filter(None, (listing.value(row, reference.field) for row in listing.rows))
                    )
        if weights:
            return max(weights, key=weights.__getitem__)
        return str(self._listing(register).rows[0].id)

    def _listing(self, register: Register) -> Listing:
        listing = self._document.query(lambda file: record_listing.read_listing(file, register), None)
        assert listing is not None
        return listing

    def _close_dialogs(self) -> None:
        from PySide6.QtWidgets import QDialog

        for dialog in self._window.findChildren(QDialog):
            dialog.reject()
        self._settle()

    def _seconds(self, work: Callable[[], object]) -> float:
        return seconds(work, self._settle)
