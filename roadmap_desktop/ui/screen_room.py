"""How large a window can be: an office screen at 150 % has 910 x 512 of our pixels."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

# What the frame of a window takes.
_FRAME = QSize(12, 44)


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Gives a window that size, or as much of it as the screen has room for."""
    room = window.screen().availableSize() - _FRAME
    window.resize(QSize(width, height).boundedTo(room))


def fit_to_parts(window: QWidget) -> None:
    """Makes a window that asked for no size as large as its parts need. Qt by itself gives it two thirds of the screen
    at most, and squeezes them, though the screen has room."""
    layout = window.layout()
    size = window.sizeHint().expandedTo(window.minimumSize())
    if layout is not None and layout.hasHeightForWidth():
        size.setHeight(max(layout.totalHeightForWidth(size.width()), window.minimumHeight()))
    resize_within_screen(window, size.width(), size.height())


def fit_within_screen(window: QWidget) -> None:
    """Takes from a window what its screen has no room for; one that fits is left where it stands."""
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        resize_within_screen(window, window.width(), window.height())
        window.move(room.topLeft())


def scrolled(inner: QWidget) -> QScrollArea:
    """The widget in what scrolls where the window is lower than it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    return area
