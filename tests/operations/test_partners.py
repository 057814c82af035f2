"""A partner that is no school helps schools and signs agreements, and is not among the schools of the plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.schools import SchoolKind
from roadmap_desktop.model.school_list import PARTNERS
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.operations.registers.by_school import Cell, read_matrix, set_cells
from roadmap_desktop.operations.registers.network import read_network
from roadmap_desktop.operations.registers.school_counts import progress_by_schools
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "Карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        yield file


def add(file: RoadmapFile, register: str, **values: object) -> str:
    return registers.add_record(file, BY_ID[register], values)[0]


@pytest.mark.parametrize("kind", [kind for kind in SchoolKind if not kind.is_school])
def test_it_helps_a_school_and_is_no_column_of_the_plan(file: RoadmapFile, kind: SchoolKind) -> None:
    school = add(file, "schools", name="СОШ № 1")
    partner = add(file, "schools", name="Педагогический колледж", kind=kind)
    add(file, "partnerships", school_id=school, partner_id=partner)
    add(file, "agreements", number="7", school_id=school, partner_id=partner)
    plan = read_plan(file)
    for everybody in (False, True):
        assert [one.name for one in read_matrix(file, plan, everybody=everybody).schools] == ["СОШ № 1"]
    assert [node.name for node in read_network(file).nodes] == ["Педагогический колледж", "СОШ № 1"]
    first = plan.activities[0].id
    set_cells(file, [(first, school)], Cell(State.DONE, None, ""))
    assert str(progress_by_schools(file, plan.info.period)[first]) == "1 из 1"


def test_a_file_with_partners_alone_has_no_schools(file: RoadmapFile) -> None:
    add(file, "schools", name="Педагогический колледж", kind=SchoolKind.COLLEGE)
    assert read_matrix(file, read_plan(file)).schools == ()


def test_the_kinds_that_are_no_schools_are_kinds() -> None:
    assert set(PARTNERS) < {kind.value for kind in SchoolKind}
