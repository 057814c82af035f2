"""The invented district: every register has something in it, nothing in it is mistaken or real."""

import re
from pathlib import Path

import pytest

from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.file.full_sample import create_full_sample
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import record_listing
from roadmap_desktop.operations.registers.record_counts import count_records

SURNAMES = {
    "Образцова",
    "Примерова",
    "Шаблонова",
    "Эталонова",
    "Модельная",
    "Учебная",
    "Пробная",
    "Тестова",
    "Показательная",
    "Школьная",
    "Условная",
    "Демонстрационная",
}


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("district") / "район.roadmap"
    create_full_sample(path)
    return path


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.id)
def test_every_register_has_records_and_none_is_mistaken(district: Path, register: Register) -> None:
    with open_roadmap(district) as file:
        listing = record_listing.read_listing(file, register)
    assert listing.rows
    for row in listing.rows:
        assert mistakes_in(register, listing.values(row)) == {}
        assert listing.name(row)


def test_the_file_is_sound_and_the_district_is_one_step_of_undo(district: Path, tmp_path: Path) -> None:
    assert check_file(district) == ()
    copy = tmp_path / "копия.roadmap"
    copy.write_bytes(district.read_bytes())
    with open_roadmap(copy) as file:
        history.undo(file)
        assert set(count_records(file, [one.table for one in REGISTERS]).values()) == {0}
    assert check_file(copy) == ()


def contents(path: Path) -> list[list[str]]:
    with open_roadmap(path) as file:
        listings = [record_listing.read_listing(file, register) for register in REGISTERS]
    return [
        sorted("|".join(one.text(row, field) for field in one.register.fields) for row in one.rows)
        for one in listings
    ]


def test_it_is_the_same_every_time(district: Path, tmp_path: Path) -> None:
    create_full_sample(tmp_path / "ещё.roadmap")
    assert contents(tmp_path / "ещё.roadmap") == contents(district)


def test_it_moves_to_another_school_year(tmp_path: Path) -> None:
    create_full_sample(tmp_path / "новый.roadmap", school_year("2026"))
    everything = "\n".join(line for lines in contents(tmp_path / "новый.roadmap") for line in lines)
    assert "2026–2027" in everything
    assert not re.search(r"\.20(19|20|21)\b", everything)


def test_nobody_in_it_is_real(district: Path) -> None:
    everything = "\n".join(line for lines in contents(district) for line in lines)
    named = set(re.findall(r"[А-ЯЁ][а-яё]+ [А-ЯЁ]\. [А-ЯЁ]\.", everything))
    assert named
    with open_roadmap(district) as file:
        assert read_plan(file).info.approving_body == "Отдел образования администрации Образцового района"
    assert {name.split()[0] for name in named} <= SURNAMES
