"""Brings the schema of a file to the program's own."""

import sqlite3

from roadmap_desktop.storage.migration_scripts import migration_scripts
from roadmap_desktop.storage.schema import APPLICATION_ID, SCHEMA_VERSION


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Brings a schema of that version (0: an empty file) to the program's own, in one transaction.

    Foreign keys are off meanwhile, because rebuilding a parent table would delete its children, and checked at the end
    (https://sqlite.org/lang_altertable.html, section 7). Raises sqlite3.Error; the file is then as it was.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in migration_scripts()[version:]:
            for statement in script.read_text(encoding="utf-8").split(";\n"):
                connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError("a migration left dangling references")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself (https://sqlite.org/lang_transaction.html, section 3).
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
