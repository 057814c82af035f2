"""How much of a document is read and understood: rows, characters, seconds. A sentence is better than a long wait."""

import time
from collections.abc import Callable
from typing import Final

from roadmap_desktop.errors import NOTHING_CHANGED, Cancelled, UserError

MOST_BYTES: Final = 64 * 1024 * 1024
"""Bytes of a file that is read."""
MOST_UNPACKED: Final = 48 * 1024 * 1024
"""Bytes of one part of a packed document; a plan of ten thousand rows has less than half."""
MOST_PARSED: Final = 24 * 1024 * 1024
"""Bytes of XML that are kept as a tree, which takes ten times as many."""
MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 600_000
_SECONDS: Final = 10.0
_LOOK_EVERY: Final = 64
# Understanding a row takes longer than reading it.
_STEP_EVERY: Final = 8


class Allowance:
    """What one reading may take. ``cancelled`` is asked now and then, from the reading thread; ``progress`` is told the
    share that is read, from 0 to 1."""

    def __init__(
        self,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[float], object] | None = None,
        seconds: float = _SECONDS,
    ) -> None:
        self._cancelled = cancelled
        self._progress = progress
        # Of the processor, not of the clock: a document is none the larger where the machine is busy or was asleep.
        self._end = time.process_time() + seconds
        self._rows = 0
        self._steps = 0
        self._cells = 0
        self._understood = 0
        self._stage = 0.0, 1.0

    def begin_stage(self, first: float, last: float) -> None:
        """What is told from now on is a part of the whole: from that share of it to that."""
        self._stage = first, last

    def step(self, share: float | None = None) -> None:
        """Says that a row is being understood, and how much is. Raises as ``look`` does."""
        self._understood += 1
        if self._understood % _STEP_EVERY == 0:
            self.look()
            if share is not None:
                self.tell(share)

    def take_row(self, cells: int = 1) -> None:
        """Counts a row of so many cells, or a paragraph of none. Raises UserError beyond what is read."""
        self._rows += cells > 0
        self._steps += 1
        self._cells += cells
        if self._rows > MOST_ROWS or self._steps > MOST_CELLS or self._cells > MOST_CELLS:
            raise too_many_rows()
        if self._steps % _LOOK_EVERY == 0:
            self.look()

    def look(self) -> None:
        """Raises Cancelled when nobody wants it any more, UserError when it has taken too long."""
        self.look_whether_wanted()
        if time.process_time() > self._end:
            raise UserError(
                "Документ слишком велик: за отведённое время прочитать его не удалось.",
                NOTHING_CHANGED,
                "Оставьте в нём только нужную таблицу и попробуйте ещё раз.",
            )

    def look_whether_wanted(self) -> None:
        """Raises Cancelled when nobody wants it any more."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def tell(self, share: float) -> None:
        """Tells how much is done of the stage, from 0 to 1."""
        if self._progress is not None:
            first, last = self._stage
            self._progress(first + (last - first) * min(share, 1.0))


def too_many_rows() -> UserError:
    """The refusal of a table that no plan can be."""
    return UserError(
        f"В документе больше {MOST_ROWS:,} строк — это слишком много.".replace(",", "\u00a0"),
        NOTHING_CHANGED,
        "Оставьте в нём только нужную таблицу и попробуйте ещё раз.",
    )


def too_large() -> UserError:
    """The refusal of a file, or of what it unpacks to."""
    return UserError(
        "Документ слишком велик.",
        NOTHING_CHANGED,
        "Уберите из него рисунки и лишние листы или скопируйте таблицу и вставьте её.",
    )


def damaged() -> UserError:
    """The refusal of a document that breaks off or is no such document at all."""
    return UserError(
        "Документ повреждён или записан не полностью.",
        NOTHING_CHANGED,
        "Откройте его в той программе, где он сделан, сохраните заново и попробуйте ещё раз.",
    )


def locked() -> UserError:
    """The refusal of a document that asks for a password."""
    return UserError(
        "Документ защищён паролем.",
        NOTHING_CHANGED,
        "Откройте его со своим паролем, сохраните копию без пароля и выберите её.",
    )
