"""``import --register``: a list of another program in a register."""

import json
from pathlib import Path

import pytest

from tests.cli.typed import run, run_alone
from tests.operations.made_lists import delimited, workbook

TEACHERS = (
    ["Список педагогов", None, None],
    ["ФИО", "ОО", "Стаж"],
    ["Рыбин Р. Р.", "МБОУ «СОШ № 1»", "5 лет"],
    ["Сомов С. С.", "СОШ № 1", "много"],
)


@pytest.fixture
def roadmap(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    assert run("new", path, "--sample")[0] == 0
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "педагоги.xlsx"
    path.write_bytes(workbook(TEACHERS))
    return path


def teachers(path: Path) -> list[tuple[str, str, int | None]]:
    found = json.loads(run("records", path, "teachers", "--json")[1])
    return [(one["name"], one["school"], one["years"]) for one in found]


def test_a_dry_run_tells_everything_and_writes_nothing(roadmap: Path, source: Path) -> None:
    before = roadmap.read_bytes()
    code, out, _ = run("import", source, roadmap, "--register", "teachers", "--dry-run", "--json")
    assert code == 0
    told = json.loads(out)
    assert [one["field"] for one in told["columns"]] == ["name", "school_id", "years"]
    assert [(one["row"], one["outcome"]) for one in told["rows"]] == [(3, "новая"), (4, "новая")]
    assert told["faults"] == ["строка 4, «Стаж, лет»: «много» — не целое число."]
    assert told["left_out"] == ["строка 1: Список педагогов"]
    assert roadmap.read_bytes() == before


def test_a_list_is_taken_told_and_undone(roadmap: Path, source: Path) -> None:
    code, out, _ = run_alone("import", source, roadmap, "--register", "Педагоги")
    assert code == 0
    assert "Не понято: строка 4, «Стаж, лет»" in out
    assert out.splitlines()[-1] == f"Записано в {roadmap}. новых: 2"
    assert [(name, years) for name, _, years in teachers(roadmap)] == [
        ("Рыбин Р. Р.", 5),
        ("Сомов С. С.", None),
    ]
    assert len({school for _, school, _ in teachers(roadmap)}) == 1
    assert run_alone("check", roadmap)[0] == 0
    assert run_alone("undo", roadmap)[0] == 0
    assert teachers(roadmap) == []


def test_columns_are_named_and_what_differs_is_replaced_when_said(roadmap: Path, tmp_path: Path) -> None:
    source = tmp_path / "без названий.csv"
    source.write_bytes(delimited([["1", "Рыбин Р. Р.", "5"], ["2", "Сомов С. С.", "7"]]))
    into = ("import", source, roadmap, "--register", "teachers", "--map", "Стаж, лет=3,name=2")
    assert run(*into, "--set", "position=учитель")[0] == 0
    source.write_bytes(delimited([["1", "Рыбин Р. Р.", "6"]]))
    assert "было «5», в списке «6» — осталось как было" in run(*into)[1]
    assert [years for _, _, years in teachers(roadmap)] == [5, 7]
    assert run(*into, "--update")[0] == 0
    assert [years for _, _, years in teachers(roadmap)] == [6, 7]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--register", "учителя-все"),
        ("--register", "activities"),
        ("--register", "teachers", "--map", "name"),
        ("--register", "teachers", "--map", "цвет=1"),
        ("--register", "teachers", "--map", "note=1"),
        ("--register", "teachers", "--set", "цвет"),
        ("--register", "teachers", "--attach"),
        ("--register", "teachers", "-o", "новая.roadmap"),
        ("--set", "position=учитель"),
    ],
)
def test_what_cannot_be_is_refused_in_words(roadmap: Path, source: Path, wrong: tuple[str, ...]) -> None:
    before = roadmap.read_bytes()
    code, out, told = run("import", source, roadmap, *wrong)
    assert (code, out) == (2, "")
    assert told.strip()
    assert "Traceback" not in told
    assert roadmap.read_bytes() == before


def test_a_list_without_a_roadmap_is_refused(source: Path) -> None:
    assert "с какой дорожной картой" in run("import", source, "--register", "teachers")[2]
