"""How a dialog is opened, and its buttons."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton


def open_dialog(dialog: QDialog) -> None:
    """Opens a dialog over its window without waiting for the answer; once closed it is deleted."""
    dialog.finished.connect(dialog.deleteLater)
    # QPrintDialog hides QDialog.open() behind its own, which wants a slot.
    QDialog.open(dialog)


def save_by_keys(dialog: QDialog) -> None:
    """Lets Ctrl+Enter and Ctrl+S save and close it, wherever the keys go: Enter means something else in a table."""
    for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
        QShortcut(QKeySequence(keys), dialog, dialog.accept)


def dialog_button(text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """A button that Enter in a field does not press."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setProperty("primary", primary)
    button.clicked.connect(lambda _checked=False: act())
    return button
