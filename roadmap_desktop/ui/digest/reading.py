"""The files of a digest, read in the background each time they become others."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.model.digest import Digest
from roadmap_desktop.model.digest_tables import Value, activity_rows, file_rows
from roadmap_desktop.operations.copies.digest import read_digest
from roadmap_desktop.ui.runner import Runner, Task, known


class Shown(NamedTuple):
    """A digest with the rows of its tables, laid out where it does not hold the window up."""

    digest: Digest
    file_rows: list[tuple[Value, ...]]
    activity_rows: list[tuple[Value, ...]]


def lay_out(digest: Digest) -> Shown:
    """The digest with its rows."""
    return Shown(digest, list(file_rows(digest)), list(activity_rows(digest)))


class DigestReading(QObject):
    """``shown`` is what was read last. Reading that is cancelled leaves it, and the choice of files, as they were."""

    began = Signal()
    went_on = Signal(int, int)  # so many files of so many
    ended = Signal()  # read, or cancelled
    changed = Signal()  # ``shown`` is another one
    failed = Signal(str)

    def __init__(self, today: Callable[[], date], runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._runner = runner
        self._task: Task | None = None
        self.shown = lay_out(Digest(today(), (), ()))

    @property
    def digest(self) -> Digest:
        """What was read last, without its rows."""
        return self.shown.digest

    @property
    def paths(self) -> list[Path]:
        """The files that were read, those that refused among them."""
        return [line.path for line in self.digest.files]

    def add(self, paths: Iterable[Path]) -> None:
        """Takes more files, and of folders what is in them."""
        self._read([*self.paths, *paths])

    def remove(self, places: Iterable[int]) -> None:
        """Leaves out the files of these places; the others are read anew."""
        leaving = set(places)
        self._read([path for index, path in enumerate(self.paths) if index not in leaving])

    def again(self) -> None:
        """Reads the same files as they are now."""
        self._read(self.paths)

    def cancel(self) -> None:
        """Stops reading."""
        if self._task is not None and not self._task.is_over:
            self._task.cancel()
            self.ended.emit()

    def _read(self, paths: list[Path]) -> None:
        if self._task is not None:
            self._task.cancel()
        today = self._today()
        self.began.emit()
        self._task = self._runner.run(
            lambda is_cancelled: lay_out(read_digest(paths, today, is_cancelled, self.went_on.emit)),
            self._take,
            self._refuse,
        )

    def _take(self, shown: Shown) -> None:
        self.shown = shown
        self.changed.emit()
        self.ended.emit()

    def _refuse(self, error: Exception) -> None:
        self.ended.emit()
        known(self.failed.emit)(error)
