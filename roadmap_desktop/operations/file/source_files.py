"""Files of other programs, read as documents."""

import stat
from pathlib import Path

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import MOST_BYTES, Allowance, too_large
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.documents.source_document import SourceDocument
from roadmap_desktop.storage.failures import known_failures


def read_file(path: Path, allowance: Allowance | None = None) -> SourceDocument:
    """The document in a file, which is only read; nothing in it is run. Raises UserError, Cancelled."""
    with known_failures(path):
        # A named pipe would be waited for without end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(f"«{path.name}» — не документ.", NOTHING_CHANGED, "Выберите файл.")
        if path.stat().st_size > MOST_BYTES:
            raise too_large()
        data = path.read_bytes()
    return read_document(data, path.name, allowance)
