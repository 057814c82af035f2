"""Parts of packed documents, unpacked within limits, and their XML without entities or anything from outside."""

import io
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import (
    MOST_PARSED,
    MOST_UNPACKED,
    damaged,
    locked,
    too_large,
)

MOST_PARTS: Final = 5_000
_ENCRYPTED_BIT = 0x1
_CHUNK = 1024 * 1024


class Package:
    """The parts of a packed document by their names."""

    def __init__(self, data: bytes) -> None:
        """Raises UserError for what is no package."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
            raise damaged() from None
        self.names = frozenset(self._archive.namelist())
        if len(self.names) > MOST_PARTS:
            raise too_large()

    def sizes(self, suffix: str = "") -> dict[str, int]:
        """What parts say that they unpack to."""
        return {
            one.filename: one.file_size for one in self._archive.infolist() if one.filename.endswith(suffix)
        }

    def part(self, name: str) -> bytes | None:
        """A part's bytes; None where there is none. Raises UserError for one that is too large, locked or damaged."""
        if name not in self.names:
            return None
        info = self._archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED_BIT:
            raise locked()
        if info.file_size > MOST_UNPACKED:
            raise too_large()
        pieces: list[bytes] = []
        size = 0
        try:
            with self._archive.open(info) as file:
                # What the archive says of a part's size need not be true.
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > MOST_UNPACKED:
                        raise too_large()
                    pieces.append(chunk)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
            ValueError,
        ):
            raise damaged() from None
        return b"".join(pieces)

    def tree(self, name: str) -> Any | None:
        """The root element of a part; None where there is no such part."""
        data = self.part(name)
        return None if data is None else parsed(data)


def parsed(data: bytes) -> Any:
    """The root element of an XML document. A declaration of its type is refused: no office program writes one, and
    entities stand in it."""
    if len(data) > MOST_PARSED:
        raise too_large()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged() from None
    if root.getroottree().docinfo.doctype:
        raise UserError(
            "В документе есть то, чего в документах не бывает: скрытые вставки чужого текста.",
            NOTHING_CHANGED,
            "Откройте его в той программе, где он сделан, сохраните заново и попробуйте ещё раз.",
        )
    return root
