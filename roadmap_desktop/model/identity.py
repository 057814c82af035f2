"""Keys of records: they are made without asking the file, so that two copies of it can create records independently."""

import os
import re
from datetime import UTC, datetime, timedelta
from threading import Lock

from roadmap_desktop import clock

# Any fixed namespace does; changing it would make the same link in two copies two links.
_LINKS = "5f0c3b0e-6f57-4d0c-9f5e-2f6f1a9d7c10"
_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

_one_at_a_time = Lock()
_newest = 0


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562, section 5.7) as text: 48 bits of Unix milliseconds, then random bits. Greater than
    every one made before by this process (section 6.2), so records that are made at once keep their order."""
    global _newest
    value = _version_7(int(clock.now().timestamp() * 1000))
    with _one_at_a_time:
        _newest = value = max(value, _newest + 1)
    return _written(value)


def id_made_at(moment: datetime) -> str:
    """A fresh UUIDv7 of that moment, which ``moment_of`` reads back to the millisecond."""
    return _written(_version_7((moment - _EPOCH) // _MILLISECOND))


def moment_of(id_: str) -> datetime | None:
    """When a UUIDv7 was made, by the clock of the PC that made it; None for any other key, or one of no year that we
    know."""
    if not is_key(id_) or id_[14] != "7":
        return None
    try:
        return _EPOCH + int(id_[:8] + id_[9:13], 16) * _MILLISECOND
    except OverflowError:
        return None


def is_key(value: object) -> bool:
    """Whether it is a key as this program writes them."""
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def _version_7(milliseconds: int) -> int:
    value = int.from_bytes(os.urandom(10)) & ((1 << 80) - 1)
    value |= (milliseconds & ((1 << 48) - 1)) << 80
    value = value & ~(0xF << 76) | 0x7 << 76
    return value & ~(0x3 << 62) | 0x2 << 62


def _written(value: int) -> str:
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def link_id(table: str, *ends: str) -> str:
    """The UUIDv5 key of a link record, derived from its table and the keys it joins: the same link made in two
    copies of a file is one link."""
    # It asks Python for the platform and OpenSSL for a hash, which the first picture can do without.
    from uuid import UUID, uuid5

    return str(uuid5(UUID(_LINKS), "/".join((table, *ends))))
