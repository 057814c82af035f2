"""The user's own folders: documents for files, configuration for settings, logs. A program that is carried on a stick
has them beside itself."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

from roadmap_desktop.packaged import program_folder

# One folder that holds all of them, as the tests have it. The systems' own variables will not do, because Windows tells
# its folders by other means.
HOME = "ROADMAP_HOME"
# A file of this name beside the packaged program makes it portable: all of them are below this folder, beside it too.
PORTABLE = "portable.txt"
_BESIDE = "user"

_DIRS = PlatformDirs("roadmap-desktop", appauthor=False)


def documents_folder() -> Path:
    """Where new files are offered to be kept."""
    return _below_home("documents") or _DIRS.user_documents_path


def settings_file() -> Path:
    """Where the window's settings are remembered."""
    return _usable((_below_home("settings") or _DIRS.user_config_path) / "settings.ini")


def methodist_file() -> Path:
    """Where is remembered who works with the program: for the window and for commands, which know no settings of it."""
    return settings_file().with_name("methodist.json")


def school_calendar_file() -> Path:
    """Where is remembered when the terms are here and which days are off in this region alone."""
    return settings_file().with_name("school-calendar.json")


def log_file() -> Path:
    """Where unexpected errors are written."""
    return _usable((_below_home("log") or _DIRS.user_log_path) / "roadmap-desktop.log")


def merges_folder() -> Path:
    """Where is remembered what merging did to files, so that it can be undone."""
    return _data_folder() / "merges"


def unfinished_folder() -> Path:
    """Where is remembered in which folders files are under way."""
    return _data_folder() / "unfinished"


def running_folder() -> Path:
    """Where is remembered which windows are running."""
    return _data_folder() / "running"


def backups_folder() -> Path:
    """Where backups are kept."""
    return _data_folder() / "backups"


def whole_states_folder() -> Path:
    """Where is remembered which states of files were found whole."""
    return _data_folder() / "whole"


def shared_data_folder() -> Path:
    """Where a Linux desktop looks for what the user's programs tell it of themselves; never below another home."""
    return PlatformDirs().user_data_path


def _usable(path: Path) -> Path:
    """The file, by another name where a pipe, a device or a folder stands instead of it, or of Qt's lock beside it:
    opening one may wait without end."""
    taken = (one.exists() and not one.is_file() for one in (path, path.with_name(f"{path.name}.lock")))
    return path.with_stem(f"{path.stem}-2") if any(taken) else path


def _data_folder() -> Path:
    return _below_home("data") or _DIRS.user_data_path


def _below_home(name: str) -> Path | None:
    home = os.environ.get(HOME)
    if home:
        return Path(home).absolute() / name
    program = program_folder()
    return program / _BESIDE / name if program is not None and (program / PORTABLE).is_file() else None
