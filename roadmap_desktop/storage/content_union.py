"""The contents that a file takes over from copies that are merged into it."""

import sqlite3
from collections.abc import Callable, Collection, Sequence

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.storage.attachments import IsCancelled, bytes_of, content_of, put
from roadmap_desktop.storage.content_names import named_contents

_STORED = "SELECT sha256, data IS NOT NULL FROM content"


class ContentsToTake:
    """What copies have and the file has not, as far as their journals name it: a copy may lack what it was made
    without, and the fuller one counts. Nothing is read of the bytes before ``take``."""

    def __init__(
        self,
        mine: sqlite3.Connection,
        theirs: Sequence[sqlite3.Connection],
        named: Callable[[sqlite3.Connection], Collection[str]] = named_contents,
    ) -> None:
        """``named`` tells which contents of a copy are wanted. The copies must stay open and as they are while this is
        used. Raises sqlite3.Error."""
        self._mine = mine
        stored = dict(mine.execute(_STORED))
        self._wanted: dict[str, list[sqlite3.Connection]] = {}
        for copy in theirs:
            fuller = {
                sha256
                for sha256, has_bytes in copy.execute(_STORED)
                if sha256 not in stored or (has_bytes and not stored[sha256])
            }
            for sha256 in sorted(fuller.intersection(named(copy)) if fuller else ()):
                self._wanted.setdefault(sha256, []).append(copy)

    @property
    def hashes(self) -> Collection[str]:
        """By which they are known."""
        return self._wanted.keys()

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def take(self, is_cancelled: IsCancelled) -> int:
        """Takes them over, within the transaction that the caller began; one whose bytes are nowhere whole is noted as
        lost. Returns how many that were. Raises sqlite3.Error, Cancelled."""
        for sha256, copies in self._wanted.items():
            for copy in copies:
                if is_cancelled():
                    raise Cancelled
                content = content_of(copy, sha256)
                if content is None:
                    continue
                is_whole = bytes_of(content) is not None
                put(self._mine, content if is_whole else content._replace(is_compressed=False, data=None))
                if is_whole:
                    break
        return len(self._wanted)
