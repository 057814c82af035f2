"""Which fields the panel shows: from the declaration of activities."""

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.registers.activities import ACTIVITIES

_LONG = (FieldKind.TEXT, FieldKind.NAMES)


def shown_fields() -> list[Field]:
    """The fields of the panel but the name, which stands at its head: the short ones, which stand beside their labels,
    then performers and other texts; the section, which most plans do not have, closes the short ones."""
    shown = [field for field in ACTIVITIES.fields if field.name != "name"]
    return sorted(shown, key=lambda field: (field.kind in _LONG, field.kind is FieldKind.LINK))
