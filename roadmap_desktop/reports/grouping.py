"""Records by what one of their fields points at."""

from collections.abc import Iterable

from roadmap_desktop.reports.source import Entry


def by_field(entries: Iterable[Entry], field: str) -> dict[str, list[Entry]]:
    """The records by that field's value, each group in the order they were given."""
    found: dict[str, list[Entry]] = {}
    for one in entries:
        found.setdefault(one.values[field], []).append(one)
    return found
