"""The second sample: an invented district in which every register is filled."""

import re
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.operations.checking import check_file
from roadmap_desktop.operations.field_values import year_text
from roadmap_desktop.operations.files import open_roadmap
from roadmap_desktop.operations.full_sample import create_full_sample
from roadmap_desktop.operations.full_sample.words import INITIALS, SURNAMES
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.operations.registers import Listing, counts, read_listing

_PERSON = re.compile(rf"({'|'.join(SURNAMES)})а? [{INITIALS}]\. [{INITIALS}]\.")
_ADDRESS = re.compile(r"\S+@obrazets\.example")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("full") / "район.roadmap"
    create_full_sample(made)
    return made


@pytest.fixture(scope="module")
def listings(path: Path) -> dict[str, Listing]:
    with open_roadmap(path) as file:
        return {register.id: read_listing(file, register) for register in REGISTERS}


def test_the_file_is_sound_and_every_register_has_records(path: Path) -> None:
    assert check_file(path) == ()
    with open_roadmap(path) as file:
        found = counts(file)
    assert [id_ for id_, number in found.items() if number == 0] == []
    assert {id_: found[id_] for id_ in ("schools", "teachers", "plans", "meetings")} == {
        "schools": 12,
        "teachers": 60,
        "plans": 30,
        "meetings": 20,
    }


def test_no_value_is_one_that_the_form_would_refuse(listings: dict[str, Listing]) -> None:
    for id_, listing in listings.items():
        for row in listing.rows:
            values = listing.values(row)
            assert mistakes_in(BY_ID[id_], values) == {}
            for field in BY_ID[id_].fields:
                if field.kind is FieldKind.YEAR:
                    assert year_text(values[field.name]) == values[field.name]


def test_everybody_in_it_is_invented(listings: dict[str, Listing]) -> None:
    for id_, listing in listings.items():
        for field in BY_ID[id_].fields:
            if field.personal is not True or field.name == "certificate":
                continue
            pattern = _ADDRESS if field.name == "contacts" else _PERSON
            for row in listing.rows:
                for one in filter(None, (listing.value(row, field.name) or "").split(", ")):
                    assert pattern.fullmatch(one), (id_, field.name, one)
    names = [listings["teachers"].name(row) for row in listings["teachers"].rows]
    assert len(set(names)) == len(names)


def _contents(path: Path) -> dict[str, list[tuple[str, ...]]]:
    """What stands in the cells; sorted, for links are listed by keys that follow from fresh ones."""
    with open_roadmap(path) as file:
        found = {}
        for register in REGISTERS:
            listing = read_listing(file, register)
            found[register.id] = sorted(
                tuple(listing.text(row, field) for field in register.fields) for row in listing.rows
            )
        return found


def test_two_of_them_say_the_same(path: Path, tmp_path: Path) -> None:
    create_full_sample(tmp_path / "ещё.roadmap")
    assert _contents(tmp_path / "ещё.roadmap") == _contents(path)


def test_dates_lie_in_the_year_that_was_asked_for(tmp_path: Path) -> None:
    path, year = tmp_path / "2026.roadmap", school_year("2026-2027")
    create_full_sample(path, year)
    with open_roadmap(path) as file:
        assert read_plan(file).info.period == year
        for register, field in (("meetings", "held_on"), ("visits", "held_on"), ("courses", "ends_on")):
            listing = read_listing(file, BY_ID[register])
            assert all(year.contains(listing.value(row, field)) for row in listing.rows)
        agreements = read_listing(file, BY_ID["agreements"])
    until = [agreements.value(row, "valid_until") for row in agreements.rows]
    assert until[0] < year.start <= until[1] < date(2026, 12, 31)
