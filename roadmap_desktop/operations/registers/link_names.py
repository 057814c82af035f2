"""What is pointed at by name, as people write it: the record of that name, or the institution without its legal form,
or the one whose full name that is."""

from collections.abc import Sequence
from typing import Any

from roadmap_desktop.model.institution_names import without_legal_form
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.person_initials import PersonName, person_name
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.operations.registers.record_listing import folded_name, names_in
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select


def bare_name(value: Any) -> str:
    """A value as names of one thing are equal in it: as ``folded_name``, and without a legal form."""
    return folded_name(without_legal_form(str(value or "")))


class LinkNames:
    """The records of tables by their names; each table is read when it is first asked for."""

    def __init__(self, file: RoadmapFile) -> None:
        self._file = file
        self._known: dict[str, tuple[dict[str, list[str]], ...]] = {}
        self._persons: dict[str, dict[str, list[tuple[PersonName, str, str]]]] = {}

    def keys(self, table: str, text: str) -> Sequence[str]:
        """The keys of the records that are called so; of those whose names are equal as they stand, if there are
        any."""
        exact, bare = self._names(table)
        return exact.get(folded_name(text)) or bare.get(bare_name(text), [])

    def by_initials(self, table: str, text: str) -> Sequence[tuple[str, str]]:
        """Keys and names of the persons whose name is a longer or a shorter form of that one."""
        self._names(table)
        named = person_name(one_line(text))
        if named is None:
            return ()
        return [
            (key, name) for one, key, name in self._persons[table].get(named.surname, ()) if one.may_be(named)
        ]

    def _names(self, table: str) -> tuple[dict[str, list[str]], ...]:
        if table not in self._known:
            self._known[table] = self._read(table)
        return self._known[table]

    def _read(self, table: str) -> tuple[dict[str, list[str]], ...]:
        exact: dict[str, list[str]] = {}
        bare: dict[str, list[str]] = {}
        register = BY_TABLE.get(table)
        with self._file.read() as connection:
            names = list(names_in(connection, table).items())
            also = register.known_as if register is not None else ()
            full = [one for field in also for one in select(connection, record_class(table), ("id", field))]
        is_of_persons = register is not None and register.field(register.named_by[0]).personal is True
        persons = self._persons.setdefault(table, {})
        for key, name in names if is_of_persons else ():
            if (one := person_name(name)) is not None:
                persons.setdefault(one.surname, []).append((one, key, name))
        for key, name in names:
            exact.setdefault(folded_name(name), []).append(key)
        for key, name in [*names, *full]:
            known = bare.setdefault(bare_name(name), [])
            if name and key not in known:
                known.append(key)
        return exact, bare
