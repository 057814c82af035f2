"""What is on the screen, kept in memory: a stick can be pulled out at any moment."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from roadmap_desktop.operations.file import file_content
from roadmap_desktop.operations.file.opening import newest_of
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner

# Bytes. Copying less takes a few milliseconds and is done at every edit; more is copied in the background, a moment
# after; still more is not kept.
_SMALL = 2_000_000
_LARGEST = 64_000_000
_LATER_MS = 1000


class Kept(NamedTuple):
    """The bytes of a file, and whether the last edit is in them; None where there are none."""

    content: bytes | None
    is_complete: bool


_NOTHING = Kept(None, False)


class KeptCopy(QObject):
    """Follows the open file."""

    def __init__(self, document: RoadmapDocument, runner: Runner) -> None:
        super().__init__(document)
        self._document = document
        self._runner = runner
        self.before = _NOTHING  # what was kept at the last edit seen here
        self._edits = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_replaced)
        self._on_replaced()

    def latest(self) -> Kept:
        """The newest content there is: of a file that lost its name, what is still open; else what was kept before."""
        content = self._document.query(file_content.content_of, None)
        return Kept(content, True) if content is not None else self.before

    def keep(self) -> None:
        """Copies the file into memory, in the background."""
        path, edits = self._document.path, self._edits
        newest = self._document.query(newest_of, None)
        if path is None or not 0 < self._size() <= _LARGEST:
            return

        def work(_is_cancelled: Callable[[], bool]) -> bytes | None:
            with file_content.open_to_read(path, newest) as file:
                return file_content.content_of(file)

        def done(content: bytes | None) -> None:
            if content is not None and path == self._document.path:
                self.before = Kept(content, edits == self._edits)

        self._runner.run(work, done, lambda _error: None)

    def _on_replaced(self) -> None:
        self.before = _NOTHING
        # Opening does not wait for it.
        self._on_later_change()

    def _on_changed(self) -> None:
        if not 0 < self._size() <= _SMALL:
            self._on_later_change()
            return
        self._edits += 1
        content = self._document.query(file_content.content_of, None)
        if content is not None:
            self.before = Kept(content, True)

    def _on_later_change(self) -> None:
        self._edits += 1
        self.before = self.before._replace(is_complete=False)
        self._timer.start(0 if 0 < self._size() <= _SMALL else _LATER_MS)

    def _size(self) -> int:
        """Bytes of the file; 0 when it cannot be reached."""
        path = self._document.path
        try:
            return path.stat().st_size if path is not None else 0
        except OSError:
            return 0
