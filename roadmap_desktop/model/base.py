"""The base of every mapped class."""

from functools import cache
from importlib import import_module
from typing import Any, ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from roadmap_desktop.model.identity import new_id


class Record(DeclarativeBase):
    """A row of the file with a UUID key made without the file. Whatever derives from it gets history, undo, merge and
    comparison from the journal."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    caption: ClassVar[str]  # What one such record is called in Russian, in the nominative.
    # Whether all of it is personal data, and goes as a whole from a copy without it.
    is_personal: ClassVar[bool] = False

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", new_id())
        for name, value in values.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
            setattr(self, name, value)


@cache
def record_class(table: str) -> type[Record]:
    """The mapped class of a table. Raises KeyError for a table that no class owns."""
    # Those of registers are mapped when they are first asked for: start-up counts.
    import_module("roadmap_desktop.model.records")
    for mapper in Record.registry.mappers:
        if mapper.local_table.name == table:  # type: ignore[attr-defined]
            return mapper.class_
    raise KeyError(table)
