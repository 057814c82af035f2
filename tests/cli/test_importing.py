"""``import``: a plan in another program's document."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.typed import run, run_alone
from tests.exchange.plan_reading.documents_and_truth import sample_rows
from tests.exchange.plan_reading.seed_text import SEED
from tests.systems import needs_pipes


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "План.txt"
    path.write_text(SEED, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    assert run("new", path, "--year", "2020-2021")[0] == 0
    return path


def test_a_dry_run_tells_what_is_understood_and_writes_nothing(text: Path, empty: Path) -> None:
    before = empty.read_bytes()
    code, out, _ = run("import", text, empty, "--dry-run", "--json")
    assert code == 0
    told = json.loads(out)
    assert told["title"].startswith("Муниципальный план мероприятий (дорожная карта)")
    assert told["document"]["order_number"] == "01-10/142-2"
    assert [row["name"] for row in told["rows"]] == [row.name for row in sample_rows()]
    assert [row["performers"] for row in told["rows"]] == [list(row.performers) for row in sample_rows()]
    assert empty.read_bytes() == before
    assert (
        run("import", text, "--dry-run")[1].splitlines()[-1] == "Ничего не записано, понято: 23 мероприятия"
    )


def test_our_own_workbook_comes_back_whole_as_one_step_of_undo(empty: Path, tmp_path: Path) -> None:
    sample, book = tmp_path / "образец.roadmap", tmp_path / "Карта.xlsx"
    assert run_alone("new", sample, "--sample")[0] == 0
    assert run_alone("print", sample, "--report", "annex", "-o", book)[0] == 0
    code, out, _ = run_alone("import", book, empty)
    assert (code, out.splitlines()[-1]) == (0, f"Добавлено в {empty}: 23 мероприятия")

    def rows(path: Path) -> list[tuple[object, ...]]:
        found = json.loads(run_alone("list", path, "--json")[1])
        return [(row["name"], row["due_text"], row["performers"], row["expected_result"]) for row in found]

    assert rows(empty) == rows(sample)
    assert run_alone("check", empty) == (0, "Файл исправен\n", "")
    assert run_alone("undo", empty)[0] == 0
    assert rows(empty) == []


def test_columns_are_named_where_they_were_not_understood(tmp_path: Path) -> None:
    path = tmp_path / "таблица.csv"
    path.write_text(
        "а;б;в\n1;октябрь 2020;Провести семинар\n2;ноябрь 2020;Провести совет\n", encoding="utf-8"
    )
    code, out, _ = run("import", path, "--dry-run", "--json", "--map", "number=1,due=2,name=3")
    assert code == 0
    assert [(row["name"], row["due_text"]) for row in json.loads(out)["rows"]][-2:] == [
        ("Провести семинар", "октябрь 2020"),
        ("Провести совет", "ноябрь 2020"),
    ]


@pytest.mark.parametrize("mapped", ["name", "name=0", "name=x", "имя=1", "name=-1"])
def test_a_mistyped_column_is_refused_in_words(text: Path, mapped: str) -> None:
    code, _, told = run("import", text, "--dry-run", "--map", mapped)
    assert (code, "не поле и столбец" in told) == (2, True)


def test_what_is_no_document_is_refused_in_words_and_nothing_waits(tmp_path: Path, empty: Path) -> None:
    nothing = tmp_path / "пусто.docx"
    nothing.write_bytes(b"")
    before = empty.read_bytes()
    for path in (nothing, tmp_path, tmp_path / "нет.docx", empty):
        code, out, told = run("import", path, empty)
        assert (code, out) == (2, ""), path
        assert "Traceback" not in told
        assert told.strip()
    assert empty.read_bytes() == before
    assert "в какую дорожную карту" in run("import", nothing)[2]


@needs_pipes
def test_a_pipe_is_no_document_and_not_waited_for(tmp_path: Path, empty: Path) -> None:
    pipe = tmp_path / "труба.docx"
    os.mkfifo(pipe)
    code, out, told = run_alone("import", pipe, empty)
    assert (code, out, "Traceback" in told, bool(told.strip())) == (2, "", False, True)
    assert "в какую дорожную карту" in run_alone("import", pipe)[2]


def test_an_update_tells_what_it_would_change_and_then_changes_it(text: Path, tmp_path: Path) -> None:
    sample, page = tmp_path / "образец.roadmap", tmp_path / "План.csv"
    assert run("new", sample, "--sample")[0] == 0
    first = sample_rows()[0]
    page.write_text(
        f"№;Мероприятие;Срок\n1;{first.name};май 2021 года\n24;Совсем новое дело;июнь 2021 года\n",
        encoding="utf-8",
    )
    before = sample.read_bytes()
    code, out, _ = run("import", page, sample, "--update", "--dry-run", "--json")
    update = json.loads(out)["update"]
    assert (code, update["new"], len(update["gone"]), update["unchanged"]) == (0, [1], 22, 0)
    assert update["changed"][0]["fields"] == [
        {"field": "due_text", "old": first.due_text, "new": "май 2021 года"}
    ]
    assert sample.read_bytes() == before
    code, out, _ = run("import", page, sample, "--update")
    assert (code, "Нет в документе (остаётся): 2." in out) == (0, True)
    assert out.splitlines()[-1].endswith("новых 1, изменилось 1, нет в документе 22, без изменений 0")
    rows = json.loads(run("list", sample, "--json")[1])
    assert (len(rows), rows[0]["due_text"], rows[1]["name"]) == (24, "май 2021 года", "Совсем новое дело")
    assert run("import", text, sample, "--update")[0] == 0
    assert run("undo", sample)[0] == run("undo", sample)[0] == 0
    assert len(json.loads(run("list", sample, "--json")[1])) == 23


def test_a_new_roadmap_is_made_of_a_document_with_the_document_in_it(text: Path, tmp_path: Path) -> None:
    made = tmp_path / "новая.roadmap"
    assert run("import", text, "-o", made, "--attach")[0] == 0
    assert len(json.loads(run("list", made, "--json")[1])) == 23
    assert run("check", made) == (0, "Файл исправен\n", "")
    assert json.loads(run("attachments", made, "--json")[1])[0]["name"] == "План.txt"
    assert run("import", text, "-o", made)[0] == 2
    assert "сразу две" in run("import", text, made, "-o", made)[2]
    again = tmp_path / "ещё.roadmap"
    assert run("import", made, "-o", again)[0] == 0
    assert len(json.loads(run("list", again, "--json")[1])) == 23
