"""When the details stand beside the page, and when the page has the whole width."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication

from roadmap_desktop.ui.details.panel import DetailsPanel
from roadmap_desktop.ui.selection import Selection


class DetailsPresence(QObject):
    """Beside the table the details always stand; beside the calendar while an activity is chosen, so that a month with
    nothing chosen has the whole window; beside the history never. ``wanted`` is the user's own switch."""

    def __init__(self, panel: DetailsPanel, selection: Selection, wanted: QAction) -> None:
        super().__init__(panel)
        self._panel = panel
        self._selection = selection
        self._wanted = wanted
        self._page = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._when_the_mouse_is_free)
        selection.changed.connect(self._on_selection)

    def page_shown(self, page: str) -> None:
        """Another page is shown, or the switch was turned."""
        self._page = page
        self._show_or_hide()

    def edit_chosen(self) -> None:
        """Brings the details into sight and puts the caret into them."""
        self._wanted.setChecked(True)
        self._show_or_hide()
        self._panel.edit_chosen()

    def attach(self, paths: list[Path]) -> None:
        """Attaches files to the chosen activity, in sight: where else would she see that they are there?"""
        self._wanted.setChecked(True)
        self._show_or_hide()
        self._panel.attach(paths)

    def _on_selection(self) -> None:
        if self._page == "calendar":
            # The grid grows narrower: between the clicks of a double-click the bar would slip away from the mouse.
            self._timer.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def _when_the_mouse_is_free(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._on_selection()
        else:
            self._show_or_hide()

    def _show_or_hide(self) -> None:
        self._timer.stop()
        has_place = self._page in ("table", "month_plan") or (
            self._page == "calendar" and bool(self._selection.ids)
        )
        self._panel.setVisible(has_place and self._wanted.isChecked())
