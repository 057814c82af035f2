"""A document made in the background each time something of it is chosen: its first page first, then all of it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.operations.printing import printing
from roadmap_desktop.operations.printing.printing import Draft, Report
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.pages import Pages, pages_of
from roadmap_desktop.ui.runner import Task, Work, known


class Wanted(NamedTuple):
    """What is to be made."""

    report: Report
    choices: Mapping[str, Any]
    altered: Mapping[str, Any]  # fields of the usual options


class Drafting(QObject):
    """What was asked for before and is not ready yet is given up when something else is asked for."""

    began = Signal()
    first_page = Signal(object, object)  # the Draft, and Pages with the first of them
    whole = Signal(object, str)  # all Pages, and a sentence on what they lack
    refused = Signal(str)

    def __init__(self, context: PrintContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    def make(self, wanted: Wanted) -> None:
        """Begins anew."""
        self.cancel()
        self.began.emit()

        def work(is_cancelled: Callable[[], bool]) -> tuple[Draft, Pages]:
            with self._context.source() as source:
                draft = printing.draft(*wanted, source)
            return draft, pages_of(printing.first_page(draft.document, is_cancelled))

        self._run(work, self._take)

    def cancel(self) -> None:
        """Gives up what is under way."""
        if self._task is not None:
            self._task.cancel()

    def _take(self, made: tuple[Draft, Pages]) -> None:
        draft, first = made
        self.first_page.emit(draft, first)

        def work(is_cancelled: Callable[[], bool]) -> tuple[Pages, str]:
            pages = pages_of(printing.pdf_bytes(draft.document, is_cancelled))
            return pages, printing.undrawable(draft.document)

        self._run(work, lambda made: self.whole.emit(*made))

    def _run(self, work: Work, done: Callable[..., object]) -> None:
        self._task = self._context.runner.run(work, done, known(self.refused.emit))
