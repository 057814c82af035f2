"""Where files may be dropped."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

# A roadmap is opened wherever in the window it is dropped.
_OPENED = ".roadmap"


class DropArea(QWidget):
    """Takes files from the disk while it is wanted; ``dropped`` carries their paths. Whatever else is dropped is left
    to the window."""

    dropped = Signal(list)

    def __init__(self, is_wanted: Callable[[], bool]) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._is_wanted = is_wanted

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if self._is_wanted() and files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: "QDropEvent") -> None:
        event.acceptProposedAction()
        self.dropped.emit(files_in(event.mimeData()))


def files_in(data: QMimeData) -> list[Path]:
    """The files from the disk that are dragged; none when a roadmap is, or anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    is_roadmap = len(paths) == 1 and paths[0].suffix.casefold() == _OPENED
    return [] if is_roadmap or len(paths) < len(data.urls()) else paths
