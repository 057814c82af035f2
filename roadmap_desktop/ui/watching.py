"""Watches the open file: written to by another program, replaced, gone, back again, free to be edited."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from roadmap_desktop.errors import NOTHING_WRITTEN, UserError
from roadmap_desktop.operations.file import file_content, opening
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.file.opening import (
    Access,
    AccessKind,
    FileFingerprint,
    Signature,
    newest_of,
    signature_or_none,
)
from roadmap_desktop.ui.document import Content, RoadmapDocument, content_of
from roadmap_desktop.ui.heartbeat import Heartbeat
from roadmap_desktop.ui.kept_copy import Kept, KeptCopy
from roadmap_desktop.ui.path_watcher import PathWatcher
from roadmap_desktop.ui.runner import InlineRunner, Runner

# Folders of other computers and some sticks tell nothing of what happens in them.
_LOOK_EVERY_MS = 2000
_FIRST_LOOK_MS = 300
# Bytes; less is read before anyone could see it.
_LARGE = 4_000_000


class Seen(NamedTuple):
    """What a look at the place told; no signature where nothing is."""

    signature: Signature | None
    is_held: bool


class FileWatch(QObject):
    """Follows the open file. ``told`` says that ``is_behind`` or ``is_free`` is another."""

    told = Signal()

    def __init__(self, document: RoadmapDocument, runner: Runner) -> None:
        super().__init__(document)
        self._document = document
        self._runner = runner
        self._kept = KeptCopy(document, runner)
        self.is_behind = False  # another has written what is not shown yet
        self.is_free = False  # who edited the file has closed it
        self._signature: Signature | None = None
        self._writes: int | None = None
        self._doubted: Signature | None = None
        self._heartbeat = Heartbeat()
        self._is_looking = False
        self._watcher = PathWatcher(self)
        self._watcher.written.connect(self.look)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        document.replaced.connect(self._on_replaced)
        document.editing.connect(self.check_place)
        document.overwritten.connect(self._on_overwritten)
        document.changed.connect(self._on_changed)
        self._on_replaced()

    def look(self) -> None:
        """Looks at the file; in the background where the place may not answer at once."""
        path, kind = self._document.path, self._document.access.kind
        if path is None or self._is_looking:
            return
        self._watcher.follow(path)
        if kind is AccessKind.EDITING:
            self._look_while_editing(path)
            return
        self._is_looking = True
        self._runner.run(
            lambda _is_cancelled: _seen(path, kind), lambda seen: self._judge(path, kind, seen), self._broke
        )

    def update_shown(self) -> None:
        """Shows what the other has written. Raises UserError."""
        path = self._document.path
        if path is not None:
            self._go_on(path, self._document.access)

    def begin_editing(self) -> None:
        """Takes the right to edit, if nobody else has it. Raises UserError."""
        path = self._document.path
        if path is not None:
            self._go_on(path, opening.access_to(path))

    def go_on_at(self, target: Path) -> None:
        """Writes what is on the screen to another place and goes on there. Raises UserError; nothing is left behind
        then."""
        content = self._kept.latest().content
        if content is None:
            raise UserError(
                "Файл слишком велик, чтобы держать его в памяти.", NOTHING_WRITTEN, "Верните его на место."
            )
        file_content.write_content(content, target)
        self._go_on(target, opening.access_to(target))

    def _look_while_editing(self, path: Path) -> None:
        if not self.check_place():
            return
        self._look_into(path, signature_or_none(path))
        another = self._heartbeat.give(self._document.access.lock)
        # It may be written to this very moment; the next look will tell.
        with suppress(UserError):
            if another is not None:
                self._go_on(path, opening.held(another))

    def _doubt(self, path: Path, signature: Signature | None) -> None:
        """It cannot be read: another writes to it this very moment, or what was laid over it is no roadmap."""
        if self._signature != signature == self._doubted and not opening.is_busy(path):
            self._lose(path, self._kept.before, replaced=True)
            self._signature = signature
        self._doubted = signature

    def _reread(self, path: Path) -> None:
        """Shows what another has written; what holds less than is on the screen was copied over the file."""
        before, kept, newest = self._document.plan, self._kept.before, self._document.query(newest_of, None)

        def work(_is_cancelled: object) -> Content | None:
            with file_content.open_to_read(path) as later, _in_memory(path, kept) as earlier:
                return content_of(later) if opening.goes_on(newest, later, earlier) else None

        def done(content: Content | None) -> None:
            if self._document.plan is not before or not self._document.can_edit:
                self._writes = None
            elif content is None:
                self._lose(path, kept, replaced=True)
                self._signature = signature_or_none(path)
            else:
                self._document.switch_to(None, content, self._document.access)

        def refused(error: Exception) -> None:
            self._writes = None
            self._broke(error)

        is_large = self._signature is not None and self._signature[2] > _LARGE
        runner = self._runner if is_large else InlineRunner()
        runner.run(work, done, refused)

    def _on_overwritten(self) -> None:
        path, access = self._document.path, self._document.access
        if path is not None and access.can_edit:
            self._follow(path, access)

    def _on_changed(self) -> None:
        if self._document.can_edit and self._document.path is not None:
            self._signature = signature_or_none(self._document.path)

    def check_place(self) -> bool:
        """Whether the file that is edited stands where it was; sees to it when not."""
        path, access = self._document.path, self._document.access
        if path is None or not access.can_edit:
            return False
        there = signature_or_none(path)
        if there is not None and self._signature is not None and there[:2] == self._signature[:2]:
            if there != self._signature:
                self._look_into(path, there)
            return self._document.can_edit
        if there is None:
            self._lose(path, self._kept.latest(), replaced=False)
        else:
            self._follow(path, access)
        return self._document.can_edit

    def _look_into(self, path: Path, signature: Signature | None) -> None:
        """Something wrote to it: into it or over it, which its content alone tells."""
        writes = self._document.query(opening.writes_of, None)
        if not self._document.can_edit:
            return
        if writes is None:
            self._doubt(path, signature)
        elif (signature, writes) != (self._signature, self._writes):
            self._signature, self._writes = signature, writes
            self._reread(path)

    def _judge(self, path: Path, kind: AccessKind, seen: Seen) -> None:
        self._is_looking = False
        access = self._document.access
        if path != self._document.path or kind is not access.kind:
            return
        if kind is AccessKind.GONE:
            if seen.signature is not None and seen.signature != self._signature:
                self._follow(path, None)
        elif seen.signature is None:
            self._lose(path, self._kept.latest(), replaced=False)
        else:
            self._note(
                is_behind=seen.signature != self._signature,
                is_free=kind is AccessKind.HELD and not seen.is_held,
            )

    def _note(self, *, is_behind: bool, is_free: bool) -> None:
        if (is_behind, is_free) != (self.is_behind, self.is_free):
            self.is_behind, self.is_free = is_behind, is_free
            self.told.emit()

    def _broke(self, error: Exception) -> None:
        self._is_looking = False
        if not isinstance(error, (UserError, OSError)):
            raise error

    def _follow(self, path: Path, access: Access | None) -> None:
        """Another file stands there, or the old one again: goes on with it unless it lacks what is on the screen."""
        signature = signature_or_none(path)
        taken: Access | None = None
        try:
            taken = access or opening.access_to(path)
            later = opening.open_as(path, taken)
            with later, _in_memory(path, self._kept.before) as earlier:
                is_same = opening.goes_on(self._document.query(newest_of, None), later, earlier)
            if is_same:
                self._go_on(path, taken)
                return
        except UserError:
            # Half a copy, or no roadmap: what is on the screen stays.
            pass
        if taken is not None and access is None:
            taken.release()
        self._lose(path, self._kept.latest(), replaced=True)
        self._signature = signature

    def _lose(self, path: Path, kept: Kept, *, replaced: bool) -> None:
        """Keeps what is on the screen, from memory."""
        self._signature = None
        access = opening.missing(
            path,
            replaced=replaced,
            complete=kept.is_complete or kept.content is None,
            kept=kept.content is not None,
        )
        if kept.content is None:
            self._document.switch_to(None, None, access)
            return
        file = file_content.file_from(path, kept.content)
        self._document.switch_to(file, content_of(file), access)

    def _go_on(self, path: Path, access: Access) -> None:
        try:
            file = opening.open_as(path, access)
            content = content_of(file)
        except UserError:
            access.release(self._document.access)
            raise
        self._document.switch_to(file, content, access)
        self._begin(opening.fingerprint_of(file))

    def _on_replaced(self) -> None:
        path = self._document.path
        self._timer.stop()
        self._watcher.stop()
        if path is not None:
            self._begin(self._document.fingerprint)
            self._timer.start()
            QTimer.singleShot(_FIRST_LOOK_MS, self, self.look)

    def _begin(self, fingerprint: FileFingerprint) -> None:
        self._signature, self._writes = fingerprint
        self._heartbeat.begin()
        self._note(is_behind=False, is_free=False)


@contextmanager
def _in_memory(path: Path, kept: Kept) -> Iterator[RoadmapFile | None]:
    """As large as the file itself: it is let go at once."""
    if kept.content is None:
        yield None
        return
    with file_content.file_from(path, kept.content) as file:
        yield file


def _seen(path: Path, kind: AccessKind) -> Seen:
    return Seen(signature_or_none(path), kind is AccessKind.HELD and opening.holder_of(path) is not None)
