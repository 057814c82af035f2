"""When the details stand beside the page, and when the page has the whole width."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from roadmap_desktop.ui.details.panel import DetailsPanel
from roadmap_desktop.ui.table.view import TableView

_PAGES = ("table", "month_plan", "calendar")


class DetailsPresence(QObject):
    """The details stand beside the table, the month's plan and the calendar while something is chosen there, so that
    with nothing chosen they have the whole window; beside other pages never. ``wanted`` is the user's own switch."""

    def __init__(self, panel: DetailsPanel, wanted: QAction) -> None:
        super().__init__(panel)
        self._panel = panel
        self._wanted = wanted
        self._page = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._when_the_mouse_is_free)
        panel.filled.connect(self._on_filled)

    def page_shown(self, page: str) -> None:
        """Another page is shown, or the switch was turned."""
        self._page = page
        self._show_or_hide()

    def edit_chosen(self) -> None:
        """Brings the details into sight and puts the caret where a result is to be told, else into the name."""
        self._wanted.setChecked(True)
        self._show_or_hide()
        if not self._panel.tell_result():
            self._panel.edit_field("name")

    def attach(self, paths: list[Path]) -> None:
        """Attaches files to the chosen activity, in sight: where else would she see that they are there?"""
        self._wanted.setChecked(True)
        self._show_or_hide()
        self._panel.attach(paths)

    def _on_filled(self) -> None:
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if by_mouse or self._panel.is_empty or self._page == "calendar":
            # The page grows narrower: between the clicks of a double-click its row would slip away from the mouse. And
            # between two letters of a search it would jump.
            self._timer.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        else:
            self._show_or_hide()

    def _when_the_mouse_is_free(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._on_filled()
        else:
            self._show_or_hide()

    def _show_or_hide(self) -> None:
        self._timer.stop()
        if (
            self._panel.isVisible()
            and self._panel.is_empty
            and self._page in _PAGES
            and _is_typing_in_a_table()
        ):
            # Of a new row there is nothing to show until it has a name: without the panel the page would grow beneath
            # the caret, and shrink again after the first word.
            self._timer.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
            return
        has_place = self._page in _PAGES and not self._panel.is_empty
        self._panel.setVisible(has_place and self._wanted.isChecked())


def _is_typing_in_a_table() -> bool:
    widget = QApplication.focusWidget()
    while widget is not None:
        widget = widget.parentWidget()
        if isinstance(widget, TableView):
            return True
    return False
