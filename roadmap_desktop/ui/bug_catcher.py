"""One place turns what was raised and not caught into a window: a known refusal, or a bug with the log's place."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from roadmap_desktop import log
from roadmap_desktop.errors import UserError
from roadmap_desktop.ui import messages

Place = tuple[str, tuple[tuple[str, int], ...]]


class BugCatcher(QObject):
    """Listens to Python's hooks in every thread; shows the outcome in the window's thread: one box at a time, and one
    in all for each place in the program, since an error in painting comes again with every frame."""

    _caught = Signal(object)

    def __init__(self, place: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._log = place
        self._box: QWidget | None = None
        self._told: set[Place] = set()
        self._waiting: list[UserError | str] = []
        self._caught.connect(self._show)

    def install(self) -> None:
        """Takes over ``sys.excepthook`` and ``threading.excepthook``."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda details: self._on_exception(
            details.exc_type, details.exc_value or details.exc_type(), details.exc_traceback
        )

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        place = _place(kind, trace)
        if isinstance(error, UserError):
            self._caught.emit(error)
        elif place not in self._told:
            self._told.add(place)
            details = "".join(traceback.format_exception(kind, error, trace))
            log.write(self._log, details)
            self._caught.emit(details)
        # A painter that the frames hold on to would outlive what it paints on, and Qt dies of that.
        traceback.clear_frames(trace)

    def tell_at_start(self, error: BaseException) -> None:
        """For an error after which there is no window: waits until its box is closed."""
        self._on_exception(type(error), error, error.__traceback__)
        if isinstance(self._box, QDialog):
            self._box.exec()

    @Slot(object)
    def _show(self, told: UserError | str) -> None:
        if self._box is not None:
            if str(told) not in map(str, self._waiting):
                self._waiting.append(told)
            return
        if isinstance(told, UserError):
            self._box = messages.refuse(self.window, str(told))
        else:
            self._box = messages.report_bug(self.window, told, self._log, goes_on=self.window is not None)
        self._box.destroyed.connect(self._show_next)

    def _show_next(self) -> None:
        self._box = None
        if self._waiting:
            QTimer.singleShot(0, self, lambda: self._show(self._waiting.pop(0)))


def _place(kind: type[BaseException], trace: TracebackType | None) -> Place:
    """Where in the program it was raised, and on which way: what breaks two pages is told for each."""
    lines = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(trace)]
    return kind.__name__, tuple(lines)
