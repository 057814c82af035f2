"""The sign of life that keeps the right to edit a file."""

import time

from roadmap_desktop.operations.file import opening
from roadmap_desktop.operations.file.opening import Holder, Lock


class Heartbeat:
    """Gives it once in a while."""

    def __init__(self) -> None:
        self._given_at = 0.0

    def begin(self) -> None:
        """The right was just taken."""
        self._given_at = time.time()

    def give(self, lock: Lock | None) -> Holder | None:
        """Gives it where it is due. Returns who edits the file now if it is another: this PC may have slept."""
        # By the clock of the day, which also goes on while the PC sleeps; one that is set back is no reason to wait.
        if lock is None or abs(time.time() - self._given_at) < opening.HEARTBEAT:
            return None
        self.begin()
        try:
            return lock.refresh()
        except OSError:
            return None
