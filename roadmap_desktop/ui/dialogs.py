"""How a dialog is opened."""

from PySide6.QtWidgets import QDialog


def open_dialog(dialog: QDialog) -> None:
    """Opens a dialog over its window without waiting for the answer; once closed it is deleted."""
    dialog.finished.connect(dialog.deleteLater)
    # QPrintDialog hides QDialog.open() behind its own, which wants a slot.
    QDialog.open(dialog)
