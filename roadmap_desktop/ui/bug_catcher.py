"""One place turns what was raised and not caught into a window: a known refusal, or a bug with the log's place."""

import contextlib
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from roadmap_desktop import __version__
from roadmap_desktop.errors import KnownError
from roadmap_desktop.ui import messages

_LOG_BYTES = 1_000_000


class BugCatcher(QObject):
    """Listens to Python's hooks in every thread; shows the outcome in the window's thread, one box at a time."""

    _caught = Signal(object)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._log = log
        self._box: QWidget | None = None
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
        if not isinstance(error, KnownError):
            text = "".join(traceback.format_exception(kind, error, trace))
            _logger(self._log).error(
                "%s\nversion %s, Python %s, %s", text, __version__, sys.version, sys.platform
            )
        self._caught.emit(error)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        # An error in painting comes again with every frame: one box is enough.
        if self._box is not None:
            return
        if isinstance(error, KnownError):
            self._box = messages.refuse(self.window, str(error))
        else:
            details = "".join(traceback.format_exception(error))
            self._box = messages.report_bug(self.window, details, self._log)
        self._box.destroyed.connect(self._forget_box)

    def _forget_box(self) -> None:
        self._box = None


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
