"""«По школам»: what each school has done of each activity."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.period import school_year_label
from roadmap_desktop.model.registers.by_school import SchoolProgress
from roadmap_desktop.model.registers.schools import School, SchoolMembership
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.school_list import schools_shown
from roadmap_desktop.operations.registers.school_counts import Progress
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select, select_values

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

# An activity and a school.
Place = tuple[str, str]


class Cell(NamedTuple):
    """What one school has done of one activity."""

    state: State
    done_on: date | None
    document: str


class SchoolColumn(NamedTuple):
    """A school of the matrix."""

    id: str
    name: str


class Matrix(NamedTuple):
    """``is_listed``: only the schools in the list of the plan's school year are in it."""

    schools: tuple[SchoolColumn, ...]
    cells: dict[Place, Cell]
    is_listed: bool


def read_matrix(file: RoadmapFile, plan: Plan, *, everybody: bool = False) -> Matrix:
    """The schools in the list of the plan's school year, or all of them where that list is empty or ``everybody``, with
    what they have done. Raises UserError."""
    year = school_year_label(plan.info.period)
    with file.read() as connection:
        schools = select(connection, School, ("id", "name", "kind"))
        listed = set(select_values(connection, SchoolMembership, "school_id", {"school_year": year}))
        rows = select(connection, SchoolProgress, ("activity_id", "school_id", *Cell._fields))
    cells = {(activity_id, school_id): Cell(*cell) for activity_id, school_id, *cell in rows}
    is_listed = bool(listed) and not everybody
    names = {id_: name for id_, name, _ in schools}
    own = {id_ for id_, _, kind in schools if kind.is_school or id_ in listed}
    ordered = schools_shown(names, listed if is_listed else own) if own else []
    return Matrix(tuple(SchoolColumn(id_, names[id_]) for id_ in ordered), cells, is_listed)


def progress_of(matrix: Matrix, activity_id: str) -> Progress:
    """How many of the schools shown have done an activity."""
    states = [matrix.cells.get((activity_id, school.id)) for school in matrix.schools]
    return Progress(sum(cell is not None and cell.state is State.DONE for cell in states), len(states))


def progress_in(matrix: Matrix, plan: Plan, school_id: str) -> Progress:
    """How many of the activities a school has done."""
    states = [matrix.cells.get((row.id, school_id)) for row in plan.activities]
    return Progress(sum(cell is not None and cell.state is State.DONE for cell in states), len(states))


def set_cells(file: RoadmapFile, places: Iterable[Place], cell: Cell | None) -> ChangeSet | None:
    """Gives cells the same content, or empties them, as one step of undo. Raises UserError."""
    chosen = list(dict.fromkeys(places))
    label = f"По школам: {counted(len(chosen), 'отметка', 'отметки', 'отметок')}"
    with file.edit(label) as edit:
        for place in chosen:
            _set_cell(edit, place, cell)
    return edit.change_set


def _set_cell(edit: "Edit", place: Place, cell: Cell | None) -> None:
    record = edit.get(SchoolProgress, SchoolProgress.key_of(*place))
    if cell is None:
        if record is not None:
            edit.delete(record)
        return
    if record is None:
        record = SchoolProgress(activity_id=place[0], school_id=place[1])
        edit.add(record)
    record.state, record.done_on, record.document = cell.state, cell.done_on, cell.document
