"""The height of dialogs whose parts come and go."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog


def fit_height(dialog: QDialog) -> None:
    """Makes a dialog as high as its parts need, as soon as they have settled. A layout by itself only grows, and
    ``adjustSize`` reckons with a width at which sentences take more lines."""

    def fit() -> None:
        layout = dialog.layout()
        if layout is not None:
            layout.activate()
            dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))

    QTimer.singleShot(0, dialog, fit)
