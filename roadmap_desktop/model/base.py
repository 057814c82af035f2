"""The base of every record: plain classes, whose fields are declared; ``storage.mapping`` maps them."""

from typing import Any, ClassVar

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.identity import link_id, new_id


class Record:
    """A row of the file with a UUID key made without the file. Whatever derives from it gets history, undo, merge and
    comparison from the journal."""

    __tablename__: ClassVar[str]
    caption: ClassVar[str]  # What one such record is called in Russian, in the nominative.
    brief: ClassVar[str] = ""  # The same where there is little room, if it is long.
    # Whether all of it is personal data, and goes as a whole from a copy without it.
    is_personal: ClassVar[bool] = False
    # The fields from which the key of a link is made: the same link in two copies of a file is one link.
    keyed_by: ClassVar[tuple[str, ...]] = ()
    # All fields as they are declared, and those that are columns of the table; the key is not among them.
    declared: ClassVar[tuple[Field, ...]] = ()
    fields: ClassVar[tuple[Field, ...]] = ()

    id: str

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        found = {name: field for name, field in vars(cls).items() if isinstance(field, Field)}
        # A class of fields that several kinds of records share is no table; its fields come after their own.
        shared = [field for field in cls.declared if field.name not in found]
        own = [field.named(name, cls.__annotations__[name]) for name, field in found.items()]
        cls.declared = (*own, *shared)
        cls.fields = tuple(field for field in cls.declared if not field.through)
        # The attribute is the record's: the class keeps it free for the mapper.
        for name in found:
            delattr(cls, name)

    def __init__(self, **values: Any) -> None:
        """Raises TypeError for a field that the class has not, KeyError for a link without one of its ends."""
        names = {field.name for field in self.declared}
        for name in values:
            if name != "id" and name not in names:
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
        self.id = values.get("id") or (
            self.key_of(*(values[name] for name in self.keyed_by)) if self.keyed_by else new_id()
        )
        for field in self.declared:
            setattr(self, field.name, values.get(field.name, field.default))

    @classmethod
    def key_of(cls, *ends: str) -> str:
        """The key of the link that joins these ends, in the order of ``keyed_by``."""
        return link_id(cls.__tablename__, *ends)


def field_of(record_class: type[Record], name: str) -> Field:
    """The labelled field with that name. Raises KeyError when the class has none."""
    for candidate in record_class.declared:
        if candidate.name == name:
            return candidate
    raise KeyError(name)
