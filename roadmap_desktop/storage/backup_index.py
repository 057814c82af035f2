"""What the names of backups are too short for: where their files stood, and when a state that is kept already stood in
its file again. It may be lost without harm."""

import json
import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop.storage.backup_names import Backup, Reason, place_of
from roadmap_desktop.storage.durable import put_over, remove
from roadmap_desktop.storage.placing import name_beside

_NAME = "места файлов.json"
# Longer than any backup stays for its age alone.
_REMEMBERED = timedelta(days=400)


class Again(NamedTuple):
    """When, and before what, a kept state stood in its file again."""

    at: datetime
    reason: str


class BackupIndex:
    """Read from a folder of backups, and written there again by each change; what cannot be written is forgotten."""

    def __init__(self, root: Path) -> None:
        self._path = root / _NAME
        self._places: dict[str, str] = {}
        self._again: dict[str, Again] = {}
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            told: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
            self._places = {str(place): str(path) for place, path in told["places"].items()}
            self._again = {
                str(name): Again(datetime.fromisoformat(at).replace(tzinfo=None), str(reason))
                for name, (at, reason) in told["again"].items()
            }

    def origin(self, backup: Backup) -> Path | None:
        """Where the backup's file stood; None when that is not known."""
        path = self._places.get(backup.place)
        return Path(path) if path else None

    def again(self, backup: Backup) -> Again | None:
        """When the backup's state stood in its file last, after it was made."""
        return self._again.get(_known_as(backup))

    def note_place(self, path: Path) -> None:
        """Remembers where a file stands of which a backup is made."""
        place, real = place_of(path), os.path.realpath(path)
        if self._places.get(place) != real:
            self._places[place] = real
            self._write()

    def note_again(self, backup: Backup, now: datetime, reason: Reason) -> None:
        """Remembers that the state stands in its file now: it must stay as long as one made now would."""
        fresh = {name: again for name, again in self._again.items() if abs(now - again.at) < _REMEMBERED}
        self._again = fresh | {_known_as(backup): Again(now.replace(microsecond=0), str(reason))}
        self._write()

    def _write(self) -> None:
        made = name_beside(self._path)
        again = {name: [one.at.isoformat(), one.reason] for name, one in self._again.items()}
        text = json.dumps({"places": self._places, "again": again}, ensure_ascii=False)
        with suppress(OSError, UnicodeError):
            try:
                made.write_text(text, encoding="utf-8")
                put_over(made, self._path)
            finally:
                remove(made)


def _known_as(backup: Backup) -> str:
    stem, at, number, reason, place = backup.key
    return f"{stem}|{at.isoformat()}|{number}|{reason}|{place}"
