"""Plain types of merging and comparing: what differs, what both sides changed, what came back, what is alike.

Values are as the journal has them (texts, ISO dates); where a field points at another record, its name stands for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from roadmap_desktop.model.change_set import Value

NO_COMMON_PAST = (
    "У этих файлов нет общего прошлого: они сделаны отдельно, а не копированием. Записи, которые названы одинаково, "
    "считаются одними и теми же."
)
LEFT_BEHIND = "История другого файла, отмена сделанного в нём и его редакции при объединении не переносятся."


class Prefer(StrEnum):
    """Whose value is taken."""

    NEWEST = "newest"
    MINE = "mine"
    THEIRS = "theirs"


class DifferenceKind(StrEnum):
    """What became of a record: it was added or removed as a whole, or one of its fields changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RecordName:
    """A record in words: ``caption`` is its sort («Мероприятие»), ``number`` its «№ п/п» where it has one."""

    table: str
    id: str
    caption: str
    name: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs (``field`` and ``label`` are empty for a whole record). Between two files ``old`` is the
    one's value and ``new`` the other's; of what a side changed, before and after. ``author`` and ``at`` tell who
    changed it last; they are empty where the journal does not say."""

    kind: DifferenceKind
    record: RecordName
    field: str
    label: str
    old: Value
    new: Value
    author: str | None = None
    at: datetime | None = None


class ConflictKey(NamedTuple):
    """By which a choice is kept: the place of the file among those merged (0 is the first), and the field."""

    file: int
    table: str
    record_id: str
    field: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both sides changed, differently, since they parted. ``newest`` is the one changed last."""

    key: ConflictKey
    record: RecordName
    label: str
    past: Value
    mine: Value
    theirs: Value
    newest: Prefer
    mine_author: str | None = None
    mine_at: datetime | None = None
    theirs_author: str | None = None
    theirs_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Revived:
    """A record that one side deleted and that stays, because the other changed it or needs it. ``by_mine``: mine is the
    side that deleted it."""

    record: RecordName
    by_mine: bool
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SameName:
    """Records of one sort with one name, or without a common past a similar one, that the sides made independently: to
    be joined by the user, or not."""

    records: tuple[RecordName, ...]


class Ahead(NamedTuple):
    """Change sets that are dated in the future: how many, and the latest year."""

    changes: int
    year: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do. ``identical``: nothing differs, and nothing would be written. Without a common past the
    files are compared by content; ``mine`` and ``theirs`` then name what each has that the other has not, and ``left``
    what of theirs will not come along besides its history.
    ``rewritten``: how many change sets of the common past the copies tell otherwise; mine are kept. ``ahead``: what the
    copies bring from a PC whose clock is fast. ``fuller``: a copy has some of the common past without which mine was
    made."""

    identical: bool
    common_past: bool
    mine: tuple[Difference, ...]
    theirs: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]
    revived: tuple[Revived, ...] = ()
    same_names: tuple[SameName, ...] = ()
    left: tuple[RecordName, ...] = ()
    rewritten: int = 0
    ahead: Ahead | None = None
    fuller: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two files side by side: the differences, and what each side changed since they parted; ``rewritten`` and
    ``ahead`` as in ``MergePreview``."""

    identical: bool
    common_past: bool
    differences: tuple[Difference, ...]
    a: tuple[Difference, ...]
    b: tuple[Difference, ...]
    rewritten: int = 0
    ahead: Ahead | None = None


@dataclass(frozen=True, slots=True)
class MergeResult:
    """``changed``: whether anything was written; ``records``: how many records became others or new; ``chosen``: how
    many values the choices set; ``revived``: what stays in spite of a deletion; ``given_back``: how many copies were
    replaced by the result; ``left`` and ``rewritten`` as in ``MergePreview``, ``left`` None for copies with a common
    past."""

    changed: bool
    records: int
    chosen: int
    revived: tuple[Revived, ...] = ()
    given_back: int = 0
    left: tuple[RecordName, ...] | None = None
    rewritten: int = 0


Choices = Mapping[ConflictKey, Prefer]
