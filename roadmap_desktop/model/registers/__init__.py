"""Every register, in the order of the navigation; the plan's own comes first."""

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import (
    by_school,
    communities,
    courses,
    documents,
    helps,
    lessons,
    meetings,
    partnership,
    plans,
    practices,
    publications,
    schools,
    tasks,
    teachers,
    working_group,
)
from roadmap_desktop.model.registers.activities import ACTIVITIES

_SUBJECTS = (
    schools,
    partnership,
    teachers,
    plans,
    communities,
    helps,
    practices,
    courses,
    working_group,
    meetings,
    lessons,
    publications,
    documents,
    tasks,
    by_school,
)
REGISTERS: tuple[Register, ...] = tuple(register for subject in _SUBJECTS for register in subject.REGISTERS)
BY_ID = {register.id: register for register in (ACTIVITIES, *REGISTERS)}
BY_TABLE = {register.table: register for register in BY_ID.values()}


def register_named(name: str) -> Register:
    """The register with that id or Russian title. Raises UserError for any other, with the nearest names."""
    found = BY_ID.get(name) or {one.title.casefold(): one for one in REGISTERS}.get(name.casefold())
    if found is None:
        hint = nearest(name, [*BY_ID, *(one.title for one in REGISTERS)])
        raise UserError(
            f"Справочника «{name}» нет.{hint}", NOTHING_CHANGED, f"Справочники: {', '.join(BY_ID)}."
        )
    return found
