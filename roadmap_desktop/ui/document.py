"""The open roadmap as the window sees it: plain rows, one way down (``execute``) and one way back (``changed``)."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from roadmap_desktop import clock
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSet, ChangeSetKind
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.file import file_content, files, opening
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.file.opening import NO_FILE, NO_FINGERPRINT, Access, AccessKind, Replaced
from roadmap_desktop.operations.plan import history, reading, refreshing
from roadmap_desktop.operations.plan.history import UndoState
from roadmap_desktop.ui.runner import InlineRunner, Runner, Task, known

# Bytes; a smaller file is open before anyone could see that it is being opened.
_LARGE_FILE = 4_000_000
# What is told when the file was written to elsewhere: views show the whole plan anew.
_BY_ANOTHER = ChangeSet(
    "", datetime.min.replace(tzinfo=UTC), "", "Изменено другой программой", ChangeSetKind.EDIT, None, ()
)

T = TypeVar("T")
Operation = Callable[[RoadmapFile], ChangeSet | None]


class Content(NamedTuple):
    """What is shown of a file."""

    plan: Plan
    undo_state: UndoState


class RoadmapDocument(QObject):
    """Holds the open file. Views read ``plan`` and listen to ``changed`` and ``replaced``."""

    changed = Signal(object)  # ChangeSet: something was edited, undone or redone; ``plan`` is already fresh
    leaving = Signal()  # the file may be about to give way: what is typed and not written yet belongs to it
    replaced = Signal()  # another file was opened, or the file was closed
    access_changed = Signal()  # the file may be edited from now on, or only read, or has another name
    overwritten = Signal()  # what was read is not in the file any more: who watches it should see to that
    editing = Signal()  # an edit is about to be written: who watches the file should look whether it is there
    failed = Signal(str)  # a Russian sentence: an operation was refused, nothing changed
    printing = Signal(
        object, object
    )  # something is to be printed: the PrintRequest, and the window that asks
    waiting = Signal(str, Task)  # slow work began in the background: what it is, and how to cancel it

    def __init__(
        self,
        today: Callable[[], date] = clock.today,
        runner: Runner | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.today = today
        self._runner = runner or InlineRunner()
        self._file: RoadmapFile | None = None
        self._content: Content | None = None
        self.access = NO_FILE
        self.fingerprint = NO_FINGERPRINT  # of the file when it was opened, for who watches it
        self.saved_at: datetime | None = None

    @property
    def plan(self) -> Plan | None:
        """The plan as it is on the disk; None when no file is open."""
        return self._content.plan if self._content else None

    @property
    def undo_state(self) -> UndoState:
        """What undo and redo would do now."""
        return self._content.undo_state if self._content else UndoState(None, None)

    @property
    def path(self) -> Path | None:
        """The open file."""
        return self._file.path if self._file else None

    @property
    def can_edit(self) -> bool:
        """Whether the open file may be edited; ``access`` says why not."""
        return self.access.can_edit

    def open(self, path: Path) -> None:
        """Opens a file in place of the present one, which stays open if this fails. Raises UserError."""
        self.leaving.emit()
        access = opening.access_to(path, self.access.lock)
        try:
            file = opening.open_as(path, access)
            try:
                content = content_of(file)
            except BaseException:
                file.close()
                raise
        except BaseException:
            access.release(self.access)
            raise
        self._show_file(file, content, access)

    def open_and_tell(
        self, path: Path, opened: Callable[[], object], refused: Callable[[str], object]
    ) -> None:
        """Opens a file, a large one in the background; calls one of the two when that is over."""
        self.leaving.emit()
        if not opening.is_there(path) or path.stat().st_size < _LARGE_FILE:
            try:
                self.open(path)
            except UserError as error:
                refused(str(error))
            else:
                opened()
            return

        try:
            access = opening.access_to(path, self.access.lock)
        except UserError as error:
            refused(str(error))
            return

        def work(is_cancelled: Callable[[], bool]) -> tuple[RoadmapFile, Content]:
            with opening.open_as(path, access, is_cancelled) as file:
                return file, content_of(file)

        def done(result: tuple[RoadmapFile, Content]) -> None:
            # It was closed in the work's thread and connects again in this one; edits must not ask the old task.
            file, content = result
            self._show_file(file.for_another_thread() if access.can_edit else file, content, access)
            opened()

        def let_go() -> None:
            if self.access is not access:
                access.release(self.access)

        def refuse(sentence: str) -> None:
            let_go()
            refused(sentence)

        task = self._run("Файл открывается…", work, done, refuse)
        # A cancelled work calls neither.
        task.over.connect(lambda: QTimer.singleShot(0, self, let_go))

    def close(self) -> None:
        """Closes the file; the window is left with its start page."""
        self.leaving.emit()
        self._show_file(None, None, NO_FILE)

    def switch_to(self, file: RoadmapFile | None, content: Content | None, access: Access) -> None:
        """Shows the same plan as it is now, or from another connection, or with other rights; None: the present one.
        What is being typed stays."""
        before, had = self._file, self.access
        self._file, self._content, self.access = file or before, content or self._content, access
        if file is not None and before is not None:
            before.close()
        had.release(access)
        if access != had or file is not None:
            self.access_changed.emit()
        self.changed.emit(_BY_ANOTHER)

    def may_edit(self) -> bool:
        """Whether an edit would be written now; looks whether the file is where it was."""
        self.editing.emit()
        return self.can_edit

    def execute(self, operation: Operation) -> ChangeSet | None:
        """Runs one operation on the file. What it changed goes out by ``changed``; a refusal by ``failed``."""
        if not self._is_allowed() or self._file is None:
            return None
        try:
            change_set = operation(self._file)
            if change_set is not None:
                self._content = Content(
                    refreshing.refreshed(self.plan, self._file, change_set), history.undo_state(self._file)
                )
        except Replaced as error:
            self.overwritten.emit()
            if self._is_allowed():
                self.failed.emit(str(error))
            return None
        except UserError as error:
            self.failed.emit(str(error))
            return None
        self._tell(change_set)
        return change_set

    def execute_in_background(
        self, label: str, operation: Operation, done: Callable[[ChangeSet], object] | None = None
    ) -> None:
        """Runs an operation that may take long in the background, on a connection of its own. ``label`` is what the
        user is told meanwhile; cancelling leaves the file as it was."""
        path, before = self.path, self._content
        if not self._is_allowed() or self._file is None or path is None:
            return
        newest = self._file.newest

        def work(is_cancelled: Callable[[], bool]) -> tuple[ChangeSet | None, Content]:
            with files.open_roadmap(path, is_cancelled, newest) as file:
                return operation(file), content_of(file)

        def finish(result: tuple[ChangeSet | None, Content]) -> None:
            change_set, content = result
            # A quick edit may have come in between: then what the work read is no longer all.
            overtaken = self._file is not None and self._content is not before
            self._content = self.query(content_of, content) if overtaken else content
            self._tell(change_set)
            if change_set is not None and done is not None:
                done(change_set)

        self._run(label, work, finish, self.failed.emit)

    def adopt(self, content: Content, label: str) -> None:
        """Shows what was written to the open file by another way than ``execute``, such as a merge. ``label`` is what
        that was; which records it touched is not told."""
        self._content = content
        self._tell(ChangeSet("", clock.now(), "", label, ChangeSetKind.EDIT, None, ()))

    def query(self, question: Callable[[RoadmapFile], T], otherwise: T) -> T:
        """Reads something from the file; ``otherwise`` when no file is open or it cannot be read."""
        if self._file is None:
            return otherwise
        try:
            return question(self._file)
        except Replaced:
            self.overwritten.emit()
            return otherwise
        except UserError as error:
            # Of a file that is gone the strip tells already.
            if self.access.kind is not AccessKind.GONE:
                self.failed.emit(str(error))
            return otherwise

    def query_in_background(
        self, label: str, question: Callable[[RoadmapFile], T], done: Callable[[T], object]
    ) -> Task | None:
        """Reads something from the file in the background, on a connection of its own; ``done`` gets it. Returns what
        is under way, None when no file is open."""
        if self._file is None:
            return None
        beside = file_content.read_beside(self._file, self._file.newest)

        def work(_is_cancelled: Callable[[], bool]) -> T:
            with beside as file:
                return question(file)

        return self._run(label, work, done, self.failed.emit)

    def location(self) -> AbstractContextManager[Path]:
        """Where the file can be copied from, while the block lasts; callable from any thread."""
        return file_content.location_of(self._file) if self._file is not None else nullcontext(Path())

    def _is_allowed(self) -> bool:
        if self.may_edit():
            return True
        if self._file is not None:
            self.failed.emit(f"{self.access.why} Правка не записана.")
        return False

    def _run(
        self,
        label: str,
        work: Callable[[Callable[[], bool]], T],
        done: Callable[[T], object],
        refused: Callable[[str], object],
    ) -> Task:
        task = self._runner.run(work, done, known(refused))
        if not task.is_over:
            self.waiting.emit(label, task)
        return task

    def _tell(self, change_set: ChangeSet | None) -> None:
        if change_set is not None:
            self.saved_at = clock.local_time()
            self.changed.emit(change_set)

    def _show_file(self, file: RoadmapFile | None, content: Content | None, access: Access) -> None:
        if self._file is not None:
            self._file.close()
        self.access.release(access)
        self._file, self._content, self.saved_at = file, content, None
        self.access = access
        self.fingerprint = opening.fingerprint_of(file) if file is not None else NO_FINGERPRINT
        self.replaced.emit()


def content_of(file: RoadmapFile) -> Content:
    """What is shown of that file. Raises UserError."""
    return Content(reading.read_plan(file), history.undo_state(file))
