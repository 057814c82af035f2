"""What a record of a register is called."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.register import Register


def name_of(register: Register, values: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> str:
    """The fields by which it is known, joined; ``names``: of the records that links point at, by table and key."""
    known = [values.get(name) for name in register.named_by]
    return namer(register, register.named_by, names)(known)


def namer(
    register: Register, fields: Sequence[str], names: Mapping[str, Mapping[str, str]]
) -> Callable[[Sequence[Any]], str]:
    """``name_of`` for many records, whose values stand in the order of ``fields``."""
    parts: list[tuple[int, Mapping[str, str] | None]] = []
    for name in register.named_by:
        table = register.field(name).references
        parts.append((fields.index(name), names.get(table, {}) if table else None))

    if len(parts) == 1 and parts[0][1] is None:
        # Thousands of teachers are offered wherever one is pointed at.
        (place, _) = parts[0]
        return lambda values: one_line(value_text(values[place]))

    def named(values: Sequence[Any]) -> str:
        texts = [
            value_text(values[place]) if known is None else known.get(values[place] or "", "")
            for place, known in parts
        ]
        return " — ".join(one_line(text) for text in texts if text and not text.isspace())

    return named
