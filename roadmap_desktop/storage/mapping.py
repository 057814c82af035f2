"""Maps the classes of records to their tables, imperatively
(https://docs.sqlalchemy.org/en/20/orm/mapping_styles.html#imperative-mapping): everything about them is declared in
``model``. Imported for edits alone; reading needs none of it, see ``rows``."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Date, Enum, Float, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeEngine

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.records import RECORDS

METADATA = MetaData(
    naming_convention={
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
_TYPES: dict[type, type[TypeEngine[Any]]] = {str: String, int: Integer, float: Float, date: Date}
# Letters that the schema gives to a column of words.
_SHORT, _LONG = 40, 80


def _column(field: Field) -> Column[Any]:
    keys = [ForeignKey(f"{field.references}.id")] if field.references else []
    return Column(field.name, _type(field), *keys, nullable=field.nullable, index=field.indexed)


def _type(field: Field) -> TypeEngine[Any]:
    if not issubclass(field.type, StrEnum):
        return _TYPES[field.type]()
    # By its Russian words, so that the file can be read without us.
    return Enum(
        field.type,
        native_enum=False,
        values_callable=lambda kind: [member.value for member in kind],
        length=_SHORT if max(map(len, field.choices)) <= _SHORT else _LONG,
    )


def _table(kind: type[Record]) -> Table:
    return Table(
        kind.__tablename__, METADATA, Column("id", String, primary_key=True), *map(_column, kind.fields)
    )


_registry = registry(metadata=METADATA)
for _kind in RECORDS:
    _registry.map_imperatively(_kind, _table(_kind))
_registry.configure()
