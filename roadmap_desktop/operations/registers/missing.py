"""A link to a record that there is not yet: it is made with what points at it, in the same step of undo."""

from typing import NamedTuple

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.registers import BY_TABLE


class Missing(NamedTuple):
    """The value of such a link: ``table`` is where the record would be made, of nothing but its name."""

    table: str
    name: str


def can_be_made(table: str) -> bool:
    """Whether a record of the table can be made of nothing but its name."""
    register = BY_TABLE.get(table)
    if register is None or register.is_numbered or len(register.named_by) != 1:
        return False
    (name,) = register.named_by
    required = {field.name for field in register.fields if field.required}
    return register.field(name).kind in (FieldKind.LINE, FieldKind.TEXT) and required <= {name}
