"""Enter on a button presses that button, as on every other program's."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from roadmap_desktop.ui.focus_keys import FocusKeys

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def watch_buttons(parent: QObject) -> None:
    """Lets Enter press whatever button has the focus while ``parent`` lives."""
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        ButtonKeys(application, parent)


class ButtonKeys(FocusKeys):
    """Of a button that Enter in a field shall not press (``setAutoDefault(False)``) Qt takes its own Enter away, too,
    and gives it to the dialog's main one: on «Отмена» it would save."""

    def concerns(self, focused: QObject) -> bool:
        return isinstance(focused, (QPushButton, QToolButton))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in _ENTER or event.modifiers() not in _PLAIN:
            return False
        assert isinstance(watched, (QPushButton, QToolButton))
        # Held down it would press the next dialog's button, too.
        if not event.isAutoRepeat():
            watched.click()
        return True
