"""Which activities a record serves, and by which registers an activity's work is done."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.references import owner_key, owner_value
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_TABLE, REGISTERS
from roadmap_desktop.model.registers.activity_links import ActivityLink
from roadmap_desktop.model.registers.by_school import SchoolProgress
from roadmap_desktop.model.search import as_counted, folded
from roadmap_desktop.operations.file.files import typical_names
from roadmap_desktop.operations.registers.record_listing import names_in
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select_value, select_values

_NOT_LETTERS = re.compile(r"[\W\d]+")


class Place(NamedTuple):
    """Where work is done: the page, or the command that opens a window, and the way there in words."""

    page: str
    words: str


# By the number of the typical roadmap's activity: its own text is approved and corrected as revisions.
_BESIDE_REGISTERS = {5: (Place("revisions", "Редакции плана"),)}


class Served(NamedTuple):
    """The records of a register that serve an activity: key and name, by name."""

    register: Register
    records: tuple[tuple[str, str], ...]


def link(
    file: RoadmapFile, register: Register, record_id: str, activity_ids: Sequence[str]
) -> ChangeSet | None:
    """Says that a record serves these activities, besides those it serves already. Raises UserError for a record or an
    activity that is gone."""
    owner = owner_value(register.table, record_id)
    with file.edit(f"Связано с мероприятием: {register.record.caption.lower()}") as edit:
        if edit.get(register.record, record_id) is None:
            raise UserError("Этой записи уже нет: её удалили.", NOTHING_CHANGED, "Отмените удаление.")
        for activity_id in activity_ids:
            if edit.get(Activity, activity_id) is None:
                raise UserError("Этого мероприятия уже нет.", NOTHING_CHANGED, "Выберите другое.")
            if edit.get(ActivityLink, ActivityLink.key_of(activity_id, owner)) is None:
                edit.add(ActivityLink(activity_id=activity_id, owner=owner))
    return edit.change_set


def unlink(
    file: RoadmapFile, register: Register, record_id: str, activity_ids: Sequence[str]
) -> ChangeSet | None:
    """Says that a record does not serve these activities; both stay."""
    owner = owner_value(register.table, record_id)
    with file.edit(f"Отвязано от мероприятия: {register.record.caption.lower()}") as edit:
        for activity_id in activity_ids:
            present = edit.get(ActivityLink, ActivityLink.key_of(activity_id, owner))
            if present is not None:
                edit.delete(present)
    return edit.change_set


def activities_of(file: RoadmapFile, register: Register, record_id: str) -> tuple[str, ...]:
    """The keys of the activities that a record serves, in the plan's order."""
    owner = owner_value(register.table, record_id)
    with file.read() as connection:
        keys = select_values(connection, ActivityLink, "activity_id", {"owner": owner})
        return tuple(select_values(connection, Activity, "id", {"id": keys}, order=("position", "id")))


def records_of(file: RoadmapFile, activity_id: str) -> tuple[Served, ...]:
    """The records that serve an activity, by register in their order; links to records that are gone are passed
    over."""
    found: dict[str, list[tuple[str, str]]] = {}
    with file.read() as connection:
        keys: dict[str, list[str]] = {}
        for owner in select_values(connection, ActivityLink, "owner", {"activity_id": activity_id}):
            table, record_id = owner_key(owner)
            keys.setdefault(table, []).append(record_id)
        for table in keys.keys() & BY_TABLE.keys():
            found[table] = list(names_in(connection, table, keys[table]).items())
    return tuple(
        Served(register, tuple(sorted(found[register.table], key=lambda one: as_counted(one[1]))))
        for register in REGISTERS
        if found.get(register.table)
    )


def place_of_work(file: RoadmapFile, activity_id: str) -> tuple[Register, ...]:
    """The registers in which an activity's work is done: those that the typical roadmap's activity of the same name
    has, then those with records linked to it. An activity that was worded otherwise has only the latter."""
    with file.read() as connection:
        name = select_value(connection, Activity, "name", {"id": activity_id})
        owners = select_values(connection, ActivityLink, "owner", {"activity_id": activity_id})
    number = _typical_numbers().get(_words(name or ""))
    linked = {owner_key(owner)[0] for owner in owners}
    own = [register for register in REGISTERS if number in register.activity_numbers]
    return (*own, *(one for one in REGISTERS if one.table in linked and one not in own))


def places_of_work(file: RoadmapFile, activity_id: str) -> tuple[Place, ...]:
    """Where an activity's work is done, for the eye: each place once, registers and what else the program has."""
    with file.read() as connection:
        name = select_value(connection, Activity, "name", {"id": activity_id})
    beside = _BESIDE_REGISTERS.get(_typical_numbers().get(_words(name or ""), 0), ())
    found = (found_at(register) for register in place_of_work(file, activity_id))
    return tuple(dict.fromkeys((*beside, *found)))


def found_at(register: Register) -> Place:
    """Its own page, or that in whose dialogs it is a list, «Школы → Проблемные зоны»: of several the one that serves
    the same activities, so that who takes a course is looked for in «Курсы» and not in «Педагоги»."""
    if register.record is SchoolProgress:
        return Place("by_school", "По школам")
    if register.is_page:
        return Place(register.id, register.title)
    pages = [page for page in REGISTERS if page.is_page and register.id in _lists_of(page)]
    page = max(pages, key=lambda page: bool(set(page.activity_numbers) & set(register.activity_numbers)))
    return Place(page.id, f"{page.title} → {register.title}")


def _lists_of(page: Register) -> set[str]:
    return {one.register for tab in page.tabs for one in tab.lists}


@cache
def _typical_numbers() -> dict[str, int]:
    return {_words(name): number for number, name in enumerate(typical_names(), start=1)}


def _words(name: str) -> str:
    """A name without case, punctuation and figures: next year's plan names other years."""
    return _NOT_LETTERS.sub(" ", folded(name)).strip()
