"""What was found out about files that are merged: it is not asked again while nobody writes to them."""

from dataclasses import dataclass, field
from pathlib import Path

from roadmap_desktop.storage.journal.contents import Fingerprints
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.signature import Signature, signature


@dataclass(slots=True)
class KnownFile:
    """What is known of a file that looks so."""

    looks: Signature | None = None
    is_whole: bool = False
    agreeing: frozenset[Key] = frozenset()  # records of which its tables hold what its journal says
    fingerprints: Fingerprints = field(default_factory=Fingerprints)


_files: dict[Path, KnownFile] = {}


def known_file(path: Path) -> KnownFile:
    """What is known of the file as it is now, to be added to. Within a transaction of reading nobody can write
    to it meanwhile. Raises OSError."""
    looks = signature(path)
    found = _files.get(path)
    if found is None or found.looks != looks:
        found = _files[path] = KnownFile(looks)
    return found
