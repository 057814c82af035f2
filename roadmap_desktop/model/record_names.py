"""What a record of a register is called."""

from collections.abc import Mapping
from typing import Any

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.references import references_of
from roadmap_desktop.model.register import Register


def name_of(register: Register, values: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> str:
    """The fields by which it is known, joined; ``names``: of the records that links point at, by table and key."""
    tables = {reference.field: reference.table for reference in references_of(register.table)}
    parts = []
    for name in register.named_by:
        value = values.get(name)
        if register.field(name).kind is FieldKind.LINK:
            value = names.get(tables[name] or "", {}).get(value or "")
        parts.append(" ".join(value_text(value).split()))
    return " — ".join(part for part in parts if part)
