"""What stands in the bytes of a file without standing in any of its texts: a trace of what was taken out."""

import re
import sqlite3
import struct
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

# Keys of records are most of a file, say nothing, and stick to what follows them.
_KEY = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Letters of any alphabet; figures and Latin letters with what stands in addresses and in what JSON escapes. They are
# taken apart, since the head of a row, which stands before its first text, is read as the latter.
_RUN = re.compile(rb"[\x80-\xff]{4,}|[0-9A-Za-z\\@._+/-]{4,}")
# Bytes; a shorter word is found in any file by chance.
_SHORTEST = 5


def trace_of(words: Iterable[str], path: Path, connection: sqlite3.Connection) -> str | None:
    """The first of the words that the file, open on the connection, holds oftener than its texts say it; None when
    there is none. Raises OSError, sqlite3.Error."""
    written, read = _runs(path.read_bytes()), Counter[bytes]()
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in ("sqlite_master", *tables):
        for row in connection.execute(f"SELECT * FROM {table}"):
            read.update(_runs(_as_stored(row)))
    # What both have alike is settled; the rest are words that an end of a page cuts in two, heads of rows, and traces.
    beyond, short = written - read, read - written
    doubtful = b"\n".join(beyond)

    def is_oftener(part: bytes) -> bool:
        return part in doubtful and _count(part, beyond) > _count(part, short)

    for word in words:
        for part in _RUN.findall(word.encode()):
            # What the head of the next row makes of a text, «Petrova» of «Petrov», has nothing more within.
            if len(part) >= _SHORTEST and is_oftener(part) and is_oftener(part[1:-1]):
                return word
    return None


def _count(part: bytes, runs: Counter[bytes]) -> int:
    return sum(run.count(part) * times for run, times in runs.items() if part in run)


def _runs(content: bytes) -> Counter[bytes]:
    return Counter(_RUN.findall(_KEY.sub(b"\0", content)))


def _as_stored(row: tuple[object, ...]) -> bytes:
    """A row as SQLite writes it (its file format, «Record Format»): what each cell is, then the cells."""
    kinds, cells = zip(*map(_cell_as_stored, row), strict=True)
    return b"".join(_varint(kind) for kind in kinds) + b"".join(cells)


def _cell_as_stored(cell: object) -> tuple[int, bytes]:
    if isinstance(cell, str):
        text = cell.encode()
        return 13 + 2 * len(text), text
    if isinstance(cell, bytes):
        return 12 + 2 * len(cell), cell
    if isinstance(cell, int) and cell not in (0, 1):
        size = next(size for size in (1, 2, 3, 4, 6, 8) if -(1 << 8 * size - 1) <= cell < 1 << 8 * size - 1)
        return {6: 5, 8: 6}.get(size, size), cell.to_bytes(size, "big", signed=True)
    if isinstance(cell, float):
        return 7, struct.pack(">d", cell)
    return 0 if cell is None else 8 + int(cell == 1), b""


def _varint(number: int) -> bytes:
    """Seven bits a byte, all but the last marked."""
    found = bytes([number & 0x7F])
    while number := number >> 7:
        found = bytes([number & 0x7F | 0x80]) + found
    return found
