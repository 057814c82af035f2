"""The times of change sets: ``at``, by which they stand in order, and when each was really made."""

import re
from datetime import UTC, datetime, timedelta

from roadmap_desktop.model.identity import moment_of

# What a clock can say: none of a PC stands before, and after it Windows shows no time.
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2999, 12, 31, tzinfo=UTC)
_END = datetime(3000, 1, 1, tzinfo=UTC)
# How far the clocks of two PCs may differ without anybody's noticing.
_TOLERATED = timedelta(days=1)
_AT_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")


def format_at(at: datetime) -> str:
    """A moment as text that sorts as time does."""
    return at.astimezone(UTC).strftime(_AT_FORMAT)


def parse_at(text: str) -> datetime:
    """The reverse of ``format_at``; a text without a zone, which it never writes, counts as UTC. Raises ValueError for
    what is no time."""
    at = datetime.fromisoformat(text)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at


def is_written_so(text: object) -> bool:
    """Whether it is a text of ``format_at`` of a time that a clock can say."""
    if not isinstance(text, str) or not _AT.fullmatch(text):
        return False
    try:
        return EARLIEST <= parse_at(text) < _END
    except ValueError:
        return False


def made_at(id_: str, at: str) -> datetime:
    """When a change set was made, by the clock of the PC that made it: its key says so. Its place in the order may be
    later, behind a change set of a clock that was fast. Raises ValueError for what is no time."""
    place, moment = parse_at(at), moment_of(id_)
    return place if moment is None else min(moment, place)


def is_ahead(at: datetime, now: datetime) -> bool:
    """Whether a moment lies so far in the future that a clock must be wrong."""
    return at - now > _TOLERATED
