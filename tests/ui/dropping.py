"""Files or texts that are dragged over a widget and let fall on it."""

import warnings

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def let_fall(target: QWidget, data: QMimeData, place: QPointF) -> bool:
    """Whether the widget took what was dragged over it; only then it falls."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        # The only way to make it in the oldest Qt that is allowed is deprecated in the newest.
        warnings.simplefilter("ignore", DeprecationWarning)
        entering = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, left, none)
    entering.ignore()
    QApplication.sendEvent(target, entering)
    if entering.isAccepted():
        QApplication.sendEvent(target, QDropEvent(place, Qt.DropAction.CopyAction, data, left, none))
    return entering.isAccepted()
