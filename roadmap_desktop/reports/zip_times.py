"""Word files and workbooks are ZIP archives, whose clock knows the years 1980 to 2107 alone."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

_Time = tuple[int, int, int, int, int, int]
_FIRST: _Time = (1980, 1, 1, 0, 0, 0)
_LAST: _Time = (2107, 12, 31, 23, 59, 58)


class _InRange(zipfile.ZipInfo):
    def __init__(self, filename: str = "NoName", date_time: _Time = _FIRST) -> None:
        super().__init__(filename, min(max(date_time, _FIRST), _LAST))


@contextmanager
def within_zip_years() -> Iterator[None]:
    """Lets an archive be written whatever the clock says: on a PC with a dead battery it is 1970, and Python refuses to
    write that. The libraries for Word and Excel leave no other place to say the time."""
    usual = zipfile.ZipInfo
    zipfile.ZipInfo = _InRange  # type: ignore[misc]
    try:
        yield
    finally:
        zipfile.ZipInfo = usual  # type: ignore[misc]
