"""The user's own folders: documents for files, configuration for settings, logs."""

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("roadmap-desktop", appauthor=False)


def documents_folder() -> Path:
    """Where new files are offered to be kept."""
    return _DIRS.user_documents_path


def settings_file() -> Path:
    """Where the window's settings are remembered."""
    return _DIRS.user_config_path / "settings.ini"


def log_file() -> Path:
    """Where unexpected errors are written."""
    return _DIRS.user_log_path / "roadmap-desktop.log"


def merges_folder() -> Path:
    """Where is remembered what merging did to files, so that it can be undone."""
    return _DIRS.user_data_path / "merges"


def unfinished_folder() -> Path:
    """Where is remembered in which folders files are under way."""
    return _DIRS.user_data_path / "unfinished"


def backups_folder() -> Path:
    """Where backups are kept."""
    return _DIRS.user_data_path / "backups"
