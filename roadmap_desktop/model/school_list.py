"""Which schools a plan is about."""

from collections.abc import Collection, Mapping

from roadmap_desktop.model.search import as_counted


def schools_shown(names: Mapping[str, str], listed: Collection[str]) -> list[str]:
    """The keys of the schools in the list of the plan's school year, or of all where that list is empty, by name."""
    return sorted(listed or names, key=lambda id_: as_counted(names[id_]))
