"""What stands before whatever has the focus, and sees its keys first."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


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
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = focused if focused is not None and self.concerns(focused) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None
