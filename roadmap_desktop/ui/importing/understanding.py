"""The document that is taken, and what was understood of it: read, and read anew, in the background."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.imported import Found
from roadmap_desktop.model.period import Period, school_year_of
from roadmap_desktop.operations.plan.found import Looked, look, look_into
from roadmap_desktop.operations.plan.importing import PlanReading
from roadmap_desktop.operations.plan.sources import (
    Source,
    allowance_for,
    clipboard_source,
    corrected,
    open_source,
)
from roadmap_desktop.operations.plan.updating import Update, compare
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner, Task, known
from roadmap_desktop.ui.waiting import Progress, show_waiting


class Understanding(QObject):
    """``read`` when another document was read, ``understood`` when the same was understood anew, ``corrected`` when
    dues of it were typed; ``refused`` carries why a document is none. ``compared`` carries how it differs from the open
    plan, None where that is not to be changed."""

    read = Signal()
    understood = Signal()
    corrected = Signal()
    compared = Signal(object)
    refused = Signal(str)

    def __init__(self, document: RoadmapDocument, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._runner, self._window = document, runner, window
        self._task: Task | None = None
        self._looked: Looked | None = None
        self.reading: PlanReading | None = None

    @property
    def source(self) -> Source | None:
        """The document; None before one was read."""
        return self._looked.source if self._looked is not None else None

    @property
    def looked(self) -> Looked:
        """The document and what was understood of it."""
        assert self._looked is not None
        return self._looked

    @property
    def found(self) -> Found:
        """What was understood, with the dues that were typed."""
        return self.looked.shown.found(self.reading) if self.reading is not None else self.looked.found

    @property
    def period(self) -> Period:
        """By which dues are read: that of the document, or else of the open plan, or of today."""
        if self.reading is not None and self.reading.period is not None:
            return self.reading.period
        plan = self._document.plan
        return plan.info.period if plan is not None else school_year_of(self._document.today())

    def stop(self) -> None:
        """Nothing of it is wanted any more."""
        if self._task is not None:
            self._task.cancel()

    def read_file(self, path: Path) -> None:
        """Reads a document."""
        progress = Progress(self._window)

        def work(is_cancelled: Callable[[], bool]) -> Looked:
            return look_into(partial(open_source, path), allowance_for(is_cancelled, progress.percent.emit))

        self._run(work, self._on_read, "Документ читается…", progress)

    def read_clipboard(self) -> None:
        """Reads what another program has put on the clipboard: rows, or a file."""
        # Nothing at all is there right after the start of some systems.
        data = QApplication.clipboard().mimeData() or QMimeData()
        if len(data.urls()) == 1 and data.urls()[0].isLocalFile():
            self.read_file(Path(data.urls()[0].toLocalFile()))
            return
        text, html = data.text() if data.hasText() else "", data.html() if data.hasHtml() else ""

        progress = Progress(self._window)

        def work(is_cancelled: Callable[[], bool]) -> Looked:
            opened = partial(clipboard_source, text, html)
            return look_into(opened, allowance_for(is_cancelled, progress.percent.emit))

        self._run(work, self._on_read, "Таблица читается…", progress)

    def understand(self, columns: Mapping[int, str]) -> None:
        """Understands the same document with columns that hold what is told."""
        source, shown = self.looked.source, self.looked.shown
        self.stop()
        progress = Progress(self._window)

        def work(is_cancelled: Callable[[], bool]) -> Looked:
            return look(source, columns, shown, allowance_for(is_cancelled, progress.percent.emit))

        self._run(work, self._on_understood, "Документ читается…", progress)

    def correct(self, dues: Mapping[int, DueValue]) -> None:
        """Gives rows other dues."""
        if self.looked.reading is not None:
            self.reading = corrected(self.looked.reading, dues)
            self.corrected.emit()

    def compare(self) -> None:
        """Finds out how the document differs from the open plan."""
        reading, plan = self.reading, self._document.plan
        if reading is None or plan is None or not self._document.can_edit:
            self.compared.emit(None)
            return

        def work(_is_cancelled: Callable[[], bool]) -> Update:
            return compare(plan, reading)

        self._run(work, self.compared.emit, "Документ сравнивается с картой…")

    def _run(
        self,
        work: Callable[[Callable[[], bool]], object],
        done: Callable[..., object],
        label: str,
        progress: Progress | None = None,
    ) -> None:
        self._task = self._runner.run(work, done, known(self.refused.emit))
        if not self._task.is_over:
            show_waiting(self._window, label, self._task, progress)

    def _on_read(self, looked: Looked) -> None:
        self._looked, self.reading = looked, looked.reading
        self.read.emit()

    def _on_understood(self, looked: Looked) -> None:
        self._looked, self.reading = looked, looked.reading
        self.understood.emit()
