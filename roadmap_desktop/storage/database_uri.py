r"""How SQLite is told of a file and of what may be done with it (https://sqlite.org/uri.html).

``Path.as_uri`` makes of a share of another PC, ``\\server\share\…``, an authority, which SQLite refuses. So every sign
of the path is escaped, and SQLite reads it as the system has it: also of a drive, of ``\\?\…`` and of ``//…``.
"""

import os
from pathlib import PurePath
from urllib.parse import quote_from_bytes


def database_uri(path: PurePath, mode: str) -> str:
    """The URI of an absolute path; ``mode`` is ``ro`` or ``rw``. None of them makes a file."""
    return f"file:{quote_from_bytes(os.fsencode(path), safe='')}?mode={mode}"
