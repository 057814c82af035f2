"""What the window remembers between starts: sizes, columns, recent files. Never anything of the plan."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from roadmap_desktop.operations.file.opening import is_there
from roadmap_desktop.ui.theme import LETTER_SIZES, SYSTEM, THEMES, Look

_RECENT_LIMIT = 8
# Whether the agenda is told when a file is opened.
AGENDA_ON_OPENING = "agenda/on-opening"
# The theme and the size of the letters in per cent, see ``ui/theme.py``.
THEME, LETTERS = "look/theme", "look/letters"
# What is worth more than a size or an order of columns, and stays when everything is as at first again.
_KEPT = ("recent", "views", "digest")


class Settings:
    """A small typed face of QSettings over one INI file."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        self._is_reset = False

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        return str(self._store.value(key, default))

    def number(self, key: str, default: int) -> int:
        """A remembered whole number; the default where the file holds something else."""
        try:
            return int(str(self._store.value(key, default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool) -> bool:
        """A remembered choice."""
        return str(self._store.value(key, default)).lower() == "true"

    @property
    def look(self) -> Look:
        """The theme and the letters; the usual ones where what is remembered is neither."""
        chosen, letters = self.text(THEME, SYSTEM), self.number(LETTERS, Look().letters)
        return Look(
            chosen if chosen in THEMES else SYSTEM, letters if letters in LETTER_SIZES else Look().letters
        )

    def state(self, key: str) -> QByteArray:
        """A state saved by Qt (geometry, header); empty when there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Remembers a value under a key such as ``table/header``."""
        if not self._is_reset or _is_kept(key):
            self._store.setValue(key, value)

    def reset(self) -> None:
        """Forgets sizes, columns, orders and what was chosen, until the next start: the windows that are open would
        remember theirs again. Recent files and saved views stay."""
        for key in self._store.allKeys():
            if not _is_kept(key):
                self._store.remove(key)
        self._is_reset = True

    def save(self) -> None:
        """Writes to the disk what is remembered."""
        self._store.sync()

    def recent_files(self) -> list[Path]:
        """Files opened lately, newest first."""
        return [Path(line) for line in self.text("recent").split("\n") if line]

    def last_file(self) -> Path | None:
        """The file worked on last, unless it is gone."""
        return next((file for file in self.recent_files()[:1] if is_there(file)), None)

    def remember_file(self, path: Path) -> None:
        """Puts a file first among the recent ones, by its whole path: tomorrow's folder may be another."""
        path = path.absolute()
        others = [recent for recent in self.recent_files() if recent != path]
        self.remember("recent", "\n".join(str(recent) for recent in [path, *others][:_RECENT_LIMIT]))

    def forget_file(self, path: Path) -> None:
        """Drops a file that is no longer there."""
        self.remember("recent", "\n".join(str(recent) for recent in self.recent_files() if recent != path))


def _is_kept(key: str) -> bool:
    parts = key.split("/")
    return parts[0] in _KEPT or parts[-1] in _KEPT
