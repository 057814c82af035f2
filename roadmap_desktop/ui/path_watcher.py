"""What the system tells of writes to one file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

# Several writes of one edit are told of once.
_SETTLE_MS = 60


class PathWatcher(QObject):
    """Emits ``written`` a moment after somebody wrote to the file that is followed."""

    written = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._soon.timeout.connect(self.written)

    def follow(self, path: Path) -> None:
        """Asks the system to tell of writes; it forgets a file that was replaced, so this is asked again and again."""
        if self._watcher is None:
            # The first picture does without it.
            from PySide6.QtCore import QFileSystemWatcher

            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._soon.start)
        if str(path) not in self._watcher.files():
            self._watcher.addPath(str(path))

    def stop(self) -> None:
        """Follows nothing any more."""
        if self._watcher is not None and self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
