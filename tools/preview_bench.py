"""How soon the print dialog shows its first page, and how long the window stands still meanwhile.

Called as a program it is one process with a window: ``preview_bench.py FILE REPORT TIMES`` prints, for each opening,
the seconds to the first page and the longest pause."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from stopwatch import OWN_PATH, Figure

_TODAY = date(2020, 9, 10)
_LATER, _PROCESSES = 3, 3
_FIRST_PAGE, _PAUSE = 0.150, 0.100


class Opening(NamedTuple):
    """Of one opening of the dialog: seconds to the first page, and the longest that the window stood still until the
    whole document was there."""

    first_page: float
    pause: float


def figures(sample: Path, long: Path) -> list[Figure]:
    """The sample's month and the annex of a long roadmap."""
    found = []
    for what, path, report in (
        ("the sample's month", sample, "month"),
        ("an annex of 5000 rows", long, "annex"),
    ):
        processes = [_openings(path, report) for _ in range(_PROCESSES)]
        first, later = [each[0] for each in processes], [each for of_one in processes for each in of_one[1:]]
        for when, openings in (("first in the process", first), ("later", later)):
            what_and_when = f"{what}, {when}"
            pages = [opening.first_page for opening in openings]
            pauses = [opening.pause for opening in openings]
            found.append(Figure.worst(f"print dialog to its first page, {what_and_when}", _FIRST_PAGE, pages))
            found.append(Figure.worst(f"longest pause of the window, {what_and_when}", _PAUSE, pauses))
    return found


def _openings(path: Path, report: str) -> list[Opening]:
    command = [sys.executable, __file__, str(path), report, str(1 + _LATER)]
    told = subprocess.run(command, check=True, env={**os.environ, **OWN_PATH}, capture_output=True, text=True)
    return [Opening(*map(float, line.split())) for line in told.stdout.splitlines()]


class _Window:
    """The window as the program opens it, with its work in the background."""

    def __init__(self, path: Path) -> None:
        from roadmap_desktop.app import collect_rarely
        from roadmap_desktop.ui import theme
        from roadmap_desktop.ui.document import RoadmapDocument
        from roadmap_desktop.ui.main_window import MainWindow
        from roadmap_desktop.ui.runner import ThreadRunner
        from roadmap_desktop.ui.settings import Settings

        self._application = theme.new_application()
        self.runner = ThreadRunner()
        document = RoadmapDocument(today=lambda: _TODAY, runner=self.runner)
        settings = Settings(path.with_suffix(".ini"))
        self.window = MainWindow(document, settings, self.runner, path.parent, path.with_suffix(".log"))
        self.window.resize(1366, 728)
        self.window.show()
        self.window.open_at_start(path)
        collect_rarely(document)
        self._beats: list[float] = []
        self.until(lambda: document.plan is not None)

    def until(self, reached: Callable[[], bool]) -> float:
        """Lives until that; answers when it was."""
        from PySide6.QtCore import QTimer

        beat = QTimer(interval=0)
        beat.timeout.connect(lambda: self._beats.append(time.perf_counter()))
        beat.start()
        while not reached():
            self._application.processEvents()
            # Work in the background needs its turns, as it has them while the window waits for something to do.
            time.sleep(0.001)
        self._application.processEvents()
        return time.perf_counter()

    def rest(self, seconds: float) -> None:
        """Lives that long."""
        ends = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > ends)

    def opening(self, report: str) -> Opening:
        """Opens the dialog on a report, waits for the whole of it and closes it."""
        from PySide6.QtWidgets import QPushButton

        from roadmap_desktop.ui.print_commands import PrintCommands
        from roadmap_desktop.ui.printing.dialog import PrintDialog

        began = time.perf_counter()
        self._beats = [began]
        commands = self.window.findChild(PrintCommands)
        assert commands is not None
        commands.report(report)
        dialog = self.window.findChildren(PrintDialog)[-1]
        shown = self.until(lambda: bool(dialog.preview.page_count))
        save = next(button for button in dialog.findChildren(QPushButton) if button.text() == "PDF…")
        ended = self.until(save.isEnabled)
        times = [*self._beats, ended]
        dialog.reject()
        self.rest(0.3)
        return Opening(shown - began, max(b - a for a, b in pairwise(times)))


def _main(path: str, report: str, times: str) -> None:
    from roadmap_desktop.app import preload

    window = _Window(Path(path))
    # As the program does a moment after its first picture.
    ready: list[None] = []
    window.runner.run(preload, ready.append, print)
    window.until(lambda: bool(ready))
    window.rest(0.5)
    for _ in range(int(times)):
        print(*window.opening(report))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    _main(*sys.argv[1:])
