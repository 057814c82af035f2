"""Slow work off the window's thread, through one injected runner that runs inline in tests."""

import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from roadmap_desktop.errors import Cancelled, UserError

# Seconds for which work may keep Python to itself while the window wants it. Painting a page asks for it some dozens of
# times, and with the usual five milliseconds each the window would stand still for a quarter of a second.
_TURN = 0.001

_under_way: "set[Task]" = set()


class Task(QObject):
    """A piece of work under way. Its outcome arrives in the window's thread, and not at all after ``cancel``."""

    finished = Signal(object)
    broke = Signal(object)
    over = Signal()  # nothing of it will come any more

    def __init__(self, done: Callable[[Any], object], failed: Callable[[Exception], object]) -> None:
        super().__init__()
        self._cancelled = threading.Event()
        self.is_over = False
        self._done = done
        self._failed = failed
        # Until the outcome has arrived nobody else may be holding on to it.
        _under_way.add(self)
        # Slots of an object that lives in the window's thread: a lambda would run in the worker's.
        self.finished.connect(self._on_finished)
        self.broke.connect(self._on_broke)

    def cancel(self) -> None:
        """Asks the work to stop at its next look at ``is_cancelled``."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether to stop; callable from the working thread."""
        return self._cancelled.is_set()

    @Slot(object)
    def _on_finished(self, result: Any) -> None:
        if self._end():
            self._done(result)

    @Slot(object)
    def _on_broke(self, error: Exception) -> None:
        if self._end():
            self._failed(error)

    def _end(self) -> bool:
        """Tells that it is over. Returns whether its outcome is still wanted: asked first, because a box that closes
        when it is over calls that cancelling."""
        wanted = not self.is_cancelled()
        self.is_over = True
        _under_way.discard(self)
        self.over.emit()
        return wanted


def known(tell: Callable[[str], object]) -> Callable[[Exception], None]:
    """What is called when work breaks: it tells a refusal in its own words and nothing of work that was given up; any
    other error is a bug and goes on."""

    def broke(error: Exception) -> None:
        if isinstance(error, UserError):
            tell(str(error))
        elif not isinstance(error, Cancelled):
            raise error

    return broke


Work = Callable[[Callable[[], bool]], Any]


class Runner(Protocol):
    """Runs ``work(is_cancelled)`` and hands what it returns to ``done``, or the exception to ``failed``."""

    def run(
        self, work: Work, done: Callable[[Any], object], failed: Callable[[Exception], object]
    ) -> Task: ...


class ThreadRunner:
    """Runs work on Qt's thread pool."""

    def __init__(self) -> None:
        sys.setswitchinterval(_TURN)

    def run(self, work: Work, done: Callable[[Any], object], failed: Callable[[Exception], object]) -> Task:
        """Starts the work and returns at once."""
        task = Task(done, failed)
        QThreadPool.globalInstance().start(_Job(task, work))
        return task

    def wait(self) -> None:
        """Waits for what is under way, as the program's end must: it may be writing a copy."""
        QThreadPool.globalInstance().waitForDone()


class InlineRunner:
    """Runs work at once, in the caller's thread."""

    def run(self, work: Work, done: Callable[[Any], object], failed: Callable[[Exception], object]) -> Task:
        """Runs the work to its end before it returns."""
        task = Task(done, failed)
        try:
            result = work(task.is_cancelled)
        except Exception as error:
            task.broke.emit(error)
        else:
            task.finished.emit(result)
        return task


class _Job(QRunnable):
    def __init__(self, task: Task, work: Work) -> None:
        super().__init__()
        self._task = task
        self._work = work

    @Slot()
    def run(self) -> None:
        try:
            result = self._work(self._task.is_cancelled)
        except Exception as error:
            self._task.broke.emit(error)
        else:
            self._task.finished.emit(result)
