"""``rollover``."""

import json
from pathlib import Path

import pytest

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from tests.cli.typed import run, run_alone


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "2020.roadmap"
    assert run("new", path, "--sample=full")[0] == 0
    return path


def test_the_next_year_is_written_checked_and_printed(sample: Path) -> None:
    new, before = sample.with_name("2021.roadmap"), sample.read_bytes()
    code, out, _ = run_alone("rollover", sample, "--year", "2021-2022", "-o", new)
    assert code == 0
    assert out.splitlines()[0].startswith("Создан файл")
    assert "Мероприятия [activities]: 23 из 23" in out
    assert "сентябрь- декабрь 2021 года → сентябрь- декабрь 2022 года (вне нового периода)" in out
    assert sample.read_bytes() == before
    assert run_alone("check", new) == (0, "Файл исправен\n", "")
    month = new.with_name("месяц.pdf")
    assert run_alone("print", new, "--month", "2021-10", "-o", month)[0] == 0
    assert month.read_bytes().startswith(b"%PDF")
    code, _, sentence = run_alone("rollover", sample, "--year", "2021-2022", "-o", new)
    assert code == 2
    assert "уже есть" in sentence


def test_a_dry_run_tells_everything_and_writes_nothing(sample: Path) -> None:
    options = (
        "--year",
        "2021-2022",
        "--dry-run",
        "--json",
        "--take",
        "tasks",
        "--leave",
        "schools,documents",
    )
    code, out, _ = run("rollover", sample, *options)
    assert code == 0
    told = json.loads(out)
    assert (told["file"], told["period"]) == (None, ["2021-09-01", "2022-08-31"])
    coming = {part["id"]: part["coming"] for part in told["parts"]}
    assert (coming["tasks/single"], coming["schools"], coming["documents"], coming["activities"]) == (
        13,
        0,
        0,
        23,
    )
    first = told["wordings"][0]
    assert first["trouble"] == "вне нового периода"
    assert {"table", "record", "field", "name", "label", "old", "new"} <= first.keys()
    assert {"table", "record", "field", "name", "label", "value"} == told["kept"][0].keys()
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--year", "2020-2021", "--dry-run"), "План уже на 2020–2021"),
        (("--year", "завтра", "--dry-run"), "не понят"),
        (("--year", "2021-2022"), "куда записать"),
        (("--dry-run",), "--year"),
        (("--year", "2021-2022", "--dry-run", "--take", "пироги"), "«пироги» перенести нельзя"),
    ],
)
def test_a_refusal_is_a_sentence(sample: Path, options: tuple[str, ...], reason: str) -> None:
    code, out, sentence = run("rollover", sample, *options)
    assert (code, out) == (2, "")
    assert reason in sentence


def test_last_years_file_and_its_document_agree(tmp_path: Path) -> None:
    old, new, paper, taken = (tmp_path / name for name in ("1.roadmap", "2.roadmap", "п.docx", "3.roadmap"))
    assert run("new", old, "--sample")[0] == 0
    assert run("rollover", old, "--year", "2021-2022", "-o", new)[0] == 0
    assert run("print", new, "--report", "annex", "-o", paper)[0] == 0
    assert run("import", paper, "-o", taken)[0] == 0
    told = []
    for path in (new, taken):
        with open_roadmap(path) as file:
            plan = read_plan(file)
        rows = [
            (row.number, row.name, row.due_text, row.performers, row.expected_result, row.due.periods)
            for row in plan.activities
        ]
        told.append((plan.info.period, rows))
    assert told[0] == told[1]
    assert len(told[0][1]) == 23
