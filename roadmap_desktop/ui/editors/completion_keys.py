"""Tab while a list of completions is open beneath a field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CompletionKeys(QObject):
    """Tab takes what is marked in the list by ``take`` and goes on as it does without a list. Qt would hand the key to
    the field past all who watch it, and the focus would go from a cell to the toolbar."""

    def __init__(
        self, completer: QCompleter, field: QWidget, take: Callable[[str], object] = lambda _text: None
    ) -> None:
        self._popup, self._field, self._take = completer.popup(), field, take
        super().__init__(self._popup)
        self._popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or event.key() not in _TABS
        ):
            return False
        marked = self._popup.currentIndex()
        self._popup.hide()
        if marked.isValid():
            self._take(str(marked.data()))
        again = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
        QApplication.sendEvent(self._field, again)
        return True
