"""The open roadmap as the window sees it: plain rows, one way down (``do``) and one way back (``changed``)."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.change_set import NOTHING, ChangeSet
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations import files, history, reading
from roadmap_desktop.operations.history import UndoState
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_ORDER_FIELDS = frozenset({"position", "section_id"})

T = TypeVar("T")
Operation = Callable[[RoadmapFile], ChangeSet | None]


class RoadmapDocument(QObject):
    """Holds the open file. Views read ``plan`` and listen to ``changed`` and ``replaced``."""

    changed = Signal(object)  # ChangeSet: something was edited, undone or redone; ``plan`` is already fresh
    replaced = Signal()  # another file was opened, or the file was closed
    failed = Signal(str)  # a Russian sentence: an operation was refused, nothing changed

    def __init__(self, today: Callable[[], date] = date.today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self._file: RoadmapFile | None = None
        self._plan: Plan | None = None
        self.undo_state = UndoState(None, None)
        self.saved_at: datetime | None = None

    @property
    def plan(self) -> Plan | None:
        """The plan as it is on the disk; None when no file is open."""
        return self._plan

    @property
    def path(self) -> Path | None:
        """The open file."""
        return self._file.path if self._file else None

    def open(self, path: Path) -> None:
        """Opens a file in place of the present one, which stays open if this fails. Raises KnownError."""
        opened = files.open_roadmap(path)
        try:
            plan = reading.read_plan(opened)
            undo_state = history.undo_state(opened)
        except BaseException:
            opened.close()
            raise
        self._let_go()
        self._file, self._plan, self.undo_state = opened, plan, undo_state
        self.saved_at = None
        self.replaced.emit()

    def close(self) -> None:
        """Closes the file; the window is left with its start page."""
        self._let_go()
        self.replaced.emit()

    def do(self, operation: Operation) -> ChangeSet | None:
        """Runs one operation on the file. What it changed goes out by ``changed``; a refusal by ``failed``."""
        if self._file is None:
            return None
        try:
            change_set = operation(self._file)
            if change_set is not None:
                self._plan = self._refreshed(self._file, change_set)
                self.undo_state = history.undo_state(self._file)
                self.saved_at = datetime.now()
        except KnownError as error:
            self.failed.emit(str(error))
            return None
        if change_set is not None:
            self.changed.emit(change_set)
        return change_set

    def ask(self, question: Callable[[RoadmapFile], T], otherwise: T) -> T:
        """Reads something from the file; ``otherwise`` when no file is open or it cannot be read."""
        if self._file is None:
            return otherwise
        try:
            return question(self._file)
        except KnownError as error:
            self.failed.emit(str(error))
            return otherwise

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file, self._plan, self.undo_state = None, None, UndoState(None, None)

    def _refreshed(self, file: RoadmapFile, change_set: ChangeSet) -> Plan:
        """Re-reads as little as the change set allows: the touched rows, or the whole plan when its shape changed."""
        touched = _touched_rows(change_set)
        if self._plan is None or touched is None:
            return reading.read_plan(file)
        fresh = reading.read_activities(file, self._plan, touched)
        rows = tuple(fresh.get(row.id, row) for row in self._plan.activities)
        return Plan(self._plan.info, self._plan.sections, rows)


def _touched_rows(change_set: ChangeSet) -> set[str] | None:
    """Keys of the activities whose fields changed, or None when rows came, went or moved, or more than rows changed."""
    touched: set[str] = set()
    for change in change_set.changes:
        came_or_went = NOTHING in (change.old, change.new)
        if change.table == "activity" and not came_or_went and change.field not in _ORDER_FIELDS:
            touched.add(change.record_id)
        elif change.table == "activity_performer" and came_or_went:
            if change.field == "activity_id":
                touched.add(str(change.old if change.new is NOTHING else change.new))
        elif change.table != "performer" or not came_or_went:
            return None
    return touched
