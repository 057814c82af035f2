"""The list of schools carried over to the next school year."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.registers import record_listing, registers, school_lists
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at

YEAR = school_year("2020")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        yield file


def listed(file: RoadmapFile) -> list[tuple[str, str, str, str]]:
    register = BY_ID["memberships"]
    listing = record_listing.read_listing(file, register)
    names = ("school_id", "school_year", "grounds", "order_number")
    return sorted(tuple(listing.text(row, register.field(name)) for name in names) for row in listing.rows)  # type: ignore[misc]


def test_schools_are_carried_with_their_grounds_and_without_the_order(file: RoadmapFile) -> None:
    for number in (1, 2):
        school = registers.add_record(file, BY_ID["schools"], {"name": f"СОШ № {number}"})[0]
        values = {"school_id": school, "school_year": "2020–2021", "grounds": "ОГЭ", "order_number": "142"}
        registers.add_record(file, BY_ID["memberships"], values)
    registers.add_record(file, BY_ID["memberships"], {"school_id": school, "school_year": "2021–2022"})
    assert school_lists.carried(file, YEAR).number == 1
    assert "Школ: 1." in school_lists.carried(file, YEAR).told
    school_lists.carry_list(file, YEAR)
    assert listed(file) == [
        ("СОШ № 1", "2020–2021", "ОГЭ", "142"),
        ("СОШ № 1", "2021–2022", "ОГЭ", ""),
        ("СОШ № 2", "2020–2021", "ОГЭ", "142"),
        ("СОШ № 2", "2021–2022", "", ""),
    ]
    assert school_lists.carried(file, YEAR).number == 0
    with pytest.raises(UserError, match="Ничего не изменено"):
        school_lists.carry_list(file, YEAR)
    history.undo(file)
    assert len(listed(file)) == 3


def test_an_empty_list_is_not_said_to_be_carried_already(file: RoadmapFile) -> None:
    told = school_lists.carried(file, YEAR).told
    assert told == "Переносить нечего: в списке 2020–2021 года школ пока нет."
