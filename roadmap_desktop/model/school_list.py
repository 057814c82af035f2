"""Which schools a plan is about, and what belongs to each."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar

from roadmap_desktop.model.search import as_counted

# The kinds of partners that stand in the register of schools and are none.
PARTNERS = ("колледж", "центр", "организация-партнёр")


class _OfSchool(Protocol):
    """What has a school's name."""

    @property
    def school(self) -> str: ...


_Some = TypeVar("_Some", bound=_OfSchool)


def schools_shown(names: Mapping[str, str], listed: Collection[str]) -> list[str]:
    """The keys of the schools in the list of the plan's school year, or of all where that list is empty, by name."""
    return sorted(listed or names, key=lambda id_: as_counted(names[id_]))


def by_school(records: Iterable[_Some], nowhere: str) -> list[tuple[str, list[_Some]]]:
    """The records of each school, by its name; ``nowhere`` is what those of no school are called, last."""
    found: dict[str, list[_Some]] = {}
    for one in records:
        found.setdefault(one.school, []).append(one)
    names = sorted(found, key=lambda name: (not name, as_counted(name)))
    return [(name or nowhere, found[name]) for name in names]
