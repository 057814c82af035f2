"""One place turns what was raised and not caught into a window: a known refusal, or a bug with the log's place."""

import contextlib
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from roadmap_desktop import __version__
from roadmap_desktop.errors import UserError
from roadmap_desktop.ui import messages

_LOG_BYTES = 1_000_000

Place = tuple[str, tuple[tuple[str, int], ...]]


class BugCatcher(QObject):
    """Listens to Python's hooks in every thread; shows the outcome in the window's thread: one box at a time, and one
    in all for each place in the program, since an error in painting comes again with every frame."""

    _caught = Signal(object)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._log = log
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
            self._write(details)
            self._caught.emit(details)
        # A painter that the frames hold on to would outlive what it paints on, and Qt dies of that.
        traceback.clear_frames(trace)

    def tell_at_start(self, error: BaseException) -> None:
        """For an error after which there is no window: waits until its box is closed."""
        self._on_exception(type(error), error, error.__traceback__)
        if isinstance(self._box, QDialog):
            self._box.exec()

    def _write(self, details: str) -> None:
        # A log that cannot be written must not become the next error.
        with contextlib.suppress(OSError, ValueError):
            _logger(self._log).error(
                "%s\nversion %s, Python %s, %s", details, __version__, sys.version, sys.platform
            )

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


def _logger(log: Path) -> logging.Logger:
    logger = logging.getLogger("roadmap_desktop")
    if not logger.handlers:
        from logging.handlers import RotatingFileHandler

        # Without a place for the log the program still works; the box then has the details to copy.
        with contextlib.suppress(OSError):
            log.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                log, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
            )
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            logger.addHandler(handler)
    return logger
