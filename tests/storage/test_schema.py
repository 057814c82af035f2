import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.storage.mapping import METADATA
from roadmap_desktop.storage.migration_scripts import migration_scripts
from roadmap_desktop.storage.own_schema import made_schema, own_objects, record_columns
from roadmap_desktop.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from roadmap_desktop.storage.tables import TABLES


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    return path


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def assert_refused(path: Path, *words: str) -> None:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(UserError) as refusal:
        open_roadmap(path)
    for word in words:
        assert word in str(refusal.value)
    if before is not None:
        assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir() if item.name.endswith("-journal")] == []


def shape_of(connection: sqlite3.Connection, table: str) -> tuple[set[object], ...]:
    """Columns with their types, references and indexes, in whatever order they came, and whatever a new column was
    filled with."""
    columns = {
        (name, kind, needed, key)
        for _, name, kind, needed, _, key in rows_of(connection, "table_info", table)
    }
    keys = {(row[2], row[3], row[4]) for row in rows_of(connection, "foreign_key_list", table)}
    own = [row[1] for row in rows_of(connection, "index_list", table) if row[3] == "c"]
    return (
        columns,
        keys,
        {(name, *(row[2] for row in rows_of(connection, "index_info", name))) for name in own},
    )


def rows_of(connection: sqlite3.Connection, pragma: str, name: str) -> list[tuple[object, ...]]:
    return connection.execute(f"PRAGMA {pragma}({name})").fetchall()


def test_the_migrations_make_exactly_the_tables_of_the_records_that_are_declared(sample: Path) -> None:
    with closing(sqlite3.connect(sample)) as made, closing(sqlite3.connect(":memory:")) as declared:
        for table in METADATA.sorted_tables:
            declared.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
            for index in table.indexes:
                declared.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))
        for table in METADATA.tables:
            assert shape_of(made, table) == shape_of(declared, table)


def test_every_table_of_a_file_is_declared_with_its_columns_and_keys(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    made = {
        name: (
            tuple(row[1] for row in columns),
            tuple(row[1] for row in sorted(columns, key=lambda row: row[5]) if row[5]),
            frozenset(row[1] for row in columns if not row[3]),
        )
        for name in names
        if (columns := connection.execute(f"PRAGMA table_info({name})").fetchall())
    }
    connection.close()
    # The columns of records stand in the order in which they were added to the file.
    assert {name: (set(columns), *rest) for name, (columns, *rest) in made.items()} == {
        table.name: (set(table.columns), table.keys, table.nullable) for table in TABLES.values()
    }


def test_a_new_file_is_marked_as_ours_and_stands_alone(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
    assert len(migration_scripts()) == SCHEMA_VERSION
    assert [item.name for item in sample.parent.iterdir()] == [sample.name]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "справка.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(500))
    assert_refused(path, "не файл дорожной карты")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "пусто.roadmap"
    path.touch()
    assert_refused(path, "не файл дорожной карты")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "чужая.db"
    change(path, "CREATE TABLE note (id)")
    assert_refused(path, "другой программы")


def test_a_file_of_a_newer_version_is_refused(sample: Path) -> None:
    change(sample, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert_refused(sample, "более новой версией")


def test_a_truncated_file_is_refused(sample: Path) -> None:
    sample.write_bytes(sample.read_bytes()[: 4096 * 5])
    assert_refused(sample, "повреждён")


def test_a_file_that_has_lost_its_last_byte_is_refused(sample: Path) -> None:
    sample.write_bytes(sample.read_bytes()[:-1])
    assert_refused(sample, "повреждён")


def test_a_file_with_damaged_pages_is_refused(sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    sample.write_bytes(content)
    assert_refused(sample, "повреждён")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER UPDATE ON activity BEGIN DELETE FROM change; END",
        "CREATE VIEW plan AS SELECT * FROM activity",
        "CREATE TABLE extra (id)",
        "CREATE INDEX extra ON activity (name)",
        "CREATE UNIQUE INDEX extra ON activity (name)",
        "CREATE VIRTUAL TABLE extra USING fts5 (name)",
        "ANALYZE",
    ],
)
def test_a_file_with_foreign_parts_is_refused(sample: Path, statement: str) -> None:
    change(sample, statement)
    assert_refused(sample, "посторонние части")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path / "нет.roadmap", "нет")
    assert_refused(tmp_path, "не изменено")


def test_the_schema_kept_beside_the_migrations_is_what_they_make() -> None:
    made = made_schema(SCHEMA_VERSION)
    kept = (own_objects(SCHEMA_VERSION), record_columns())
    assert kept == (made.objects, made.columns), "call: python tools/keep_schema.py"
    assert own_objects(SCHEMA_VERSION - 1) == made_schema(SCHEMA_VERSION - 1).objects
