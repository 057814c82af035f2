"""The file's schema as numbered scripts in ``database/migrations``: 0001_….sql makes version 1, and so on."""

from pathlib import Path

from roadmap_desktop.program_data import data_path


def migration_scripts() -> list[Path]:
    """The scripts in order; their count is the schema version."""
    return sorted(data_path("database", "migrations").glob("[0-9]*.sql"))
