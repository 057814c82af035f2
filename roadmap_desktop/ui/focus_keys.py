"""What stands before whatever has the focus, and sees its keys first."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid


class FocusKeys(QObject):
    """An event filter of what has the focus. Not of the whole application: each of its events would pass through."""

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QObject | None = None
        application.focusObjectChanged.connect(self._watch)

    def concerns(self, _focused: QObject) -> bool:
        """Whether the keys of that are looked at."""
        return True

    def _watch(self, focused: QObject | None) -> None:
        # The focus may leave a button only while that is deleted with its dialog: X11 tells later than that which
        # window has the keys now. Then there is nothing left to take the filter from.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focused if focused is not None and self.concerns(focused) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
