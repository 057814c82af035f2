"""Keys of records: they are made without asking the file, so that two copies of it can create records independently."""

import os
import uuid
from threading import Lock

from roadmap_desktop import clock

# Any fixed namespace does; changing it would make the same link in two copies two links.
_LINKS = uuid.UUID("5f0c3b0e-6f57-4d0c-9f5e-2f6f1a9d7c10")


_one_at_a_time = Lock()
_newest = 0


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562, section 5.7) as text: 48 bits of Unix milliseconds, then random bits. Greater than
    every one made before by this process (section 6.2), so records that are made at once keep their order."""
    global _newest
    value = int.from_bytes(os.urandom(10)) & ((1 << 80) - 1)
    value |= (int(clock.now().timestamp() * 1000) & ((1 << 48) - 1)) << 80
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    with _one_at_a_time:
        _newest = value = max(value, _newest + 1)
    return str(uuid.UUID(int=value))


def link_id(table: str, *ends: str) -> str:
    """The UUIDv5 key of a link record, derived from its table and the keys it joins: the same link made in two
    copies of a file is one link."""
    return str(uuid.uuid5(_LINKS, "/".join((table, *ends))))
