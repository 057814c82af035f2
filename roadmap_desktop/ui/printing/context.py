"""What printing works with: the open file, read beside the window's thread, and what the window lends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings


class PrintContext(NamedTuple):
    """Without a document, or with none open, only what is shown on the screen can be printed."""

    today: date
    settings: Settings
    runner: Runner
    document: RoadmapDocument | None = None

    @property
    def plan(self) -> Plan | None:
        """The open plan."""
        return self.document.plan if self.document is not None else None

    @property
    def folder(self) -> Path:
        """Where saving begins."""
        path = self.document.path if self.document is not None else None
        return path.parent if path is not None else Path.home()

    @contextmanager
    def source(self) -> Iterator[Any]:
        """The file by a connection of its own, for the thread that asks, with the plan as the window shows it; None
        when no file is open. Raises UserError."""
        plan = self.plan
        if self.document is None or plan is None:
            yield None
            return
        from roadmap_desktop.operations.printing.report_source import source_at

        with self.document.location() as path, source_at(path, self.today, plan) as source:
            yield source
