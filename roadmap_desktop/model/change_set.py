"""The journal's plain types: what one action of the user changed, field by field (double-entry in spirit: every value
is written down beside the one it replaced)."""

from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple


class _Nothing:
    """Where the record did not exist before, or does not exist after."""

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING: Final = _Nothing()
AUTHOR_UNKNOWN: Final = "не указан"
# What a copy without personal data, or of a part of the plan, calls a change set of which it does not keep the name.
NEUTRAL_LABEL: Final = "Изменение"
OTHER_PART: Final = "Изменение в другой части плана"
NEUTRAL_LABELS: Final = (NEUTRAL_LABEL, OTHER_PART)
# What a repaired file says in the place of a heading that could not be read.
LOST_LABEL: Final = "Подробности этой правки утрачены"
Value = str | int | float | bool | None | _Nothing


class ChangeSetKind(StrEnum):
    """What a change set is to undo and redo."""

    CREATION = "creation"  # The file's first content: undo stops above it.
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


class Change(NamedTuple):
    """One field of one record. ``old is NOTHING``: the record was created; ``new is NOTHING``: it was deleted.
    Values are as JSON has them: dates are ISO 8601 texts."""

    table: str
    record_id: str
    field: str
    old: Value
    new: Value


class ChangeSet(NamedTuple):
    """One thing the user did. ``at`` is when it was done by the clock of that PC, aware and in UTC; the journal's order
    is another matter, see ``storage.journal.times``. ``target`` is the change set that an undo or redo answers."""

    id: str
    at: datetime
    author: str
    label: str
    kind: ChangeSetKind
    target: str | None
    changes: tuple[Change, ...]

    @property
    def author_shown(self) -> str:
        """Who made it; a copy without personal data no longer knows."""
        return self.author or AUTHOR_UNKNOWN
