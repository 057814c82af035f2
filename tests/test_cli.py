"""The command line, as it is typed."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.app import main


@pytest.fixture
def sample(tmp_path: Path) -> str:
    path = str(tmp_path / "Дорожная карта.roadmap")
    assert main(["new", path, "--sample"]) == 0
    return path


@pytest.fixture
def says(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str) -> Any:
        capsys.readouterr()
        assert main(list(arguments)) == 0
        text = capsys.readouterr().out
        return json.loads(text) if text.lstrip().startswith(("[", "{")) else text

    return run


@pytest.fixture
def refuses(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str) -> str:
        capsys.readouterr()
        assert main(list(arguments)) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert len(captured.err.strip().splitlines()) == 1
        assert "Traceback" not in captured.err
        return captured.err

    return run


def test_list_gives_everything_of_each_activity(sample: str, says: Any) -> None:
    rows = says("list", sample, "--json")
    assert len(rows) == 23
    third = rows[2]
    assert third["number"] == "3"
    assert third["due_text"] == "сентябрь- октябрь 2020 года"
    assert third["periods"] == [["2020-09-01", "2020-10-31"]]
    assert third["kind"] == "dated"
    assert third["performers"] == ["Отдел образования", "МКУ «ЦМТО»", "руководители ОО"]
    assert third["state"] == "запланировано"


def test_a_field_that_is_set_is_listed_undone_and_in_the_history(sample: str, says: Any) -> None:
    says("set", sample, "3", "state", "в работе")
    says("set", sample, "3", "completed_on", "05.10.2020")
    says("set", sample, "3", "performers", "РОО, МКУ «Центр, школа», ОО")
    says("set", sample, "3", "due_text", "до 1 ноября")
    third = says("list", sample, "--json")[2]
    assert (third["state"], third["completed_on"]) == ("в работе", "2020-10-05")
    assert third["performers"] == ["РОО", "МКУ «Центр, школа»", "ОО"]
    assert (third["kind"], third["periods"]) == ("deadline", [["2020-11-01", "2020-11-01"]])
    assert "Срок исполнения" in says("undo", sample)
    assert says("list", sample, "--json")[2]["due_text"] == "сентябрь- октябрь 2020 года"
    newest, second, *_ = says("history", sample, "--json")
    assert (newest["kind"], second["kind"]) == ("undo", "edit")
    assert second["changes"][0] | {"record": ""} == {
        "table": "activity",
        "record": "",
        "field": "due_text",
        "old": "сентябрь- октябрь 2020 года",
        "new": "до 1 ноября",
    }


def test_due_reads_a_wording(says: Any) -> None:
    assert says("due", "последняя пятница месяца", "--year", "2020-2021") == {
        "kind": "recurring",
        "periods": [["2020-09-01", "2021-08-31"]],
        "rule": "FREQ=MONTHLY;BYDAY=-1FR",
    }
    assert says("due", "по графику", "--year", "2020-2021")["kind"] == "undated"


def test_the_month_is_printed_and_the_reports_are_listed(sample: str, says: Any, tmp_path: Path) -> None:
    out = tmp_path / "план.pdf"
    says("print", sample, "--report", "month", "--month", "2020-09", "-o", str(out))
    assert out.read_bytes().startswith(b"%PDF-")
    assert says("print", "--list").startswith("month")


def test_the_sample_comes_for_another_year(tmp_path: Path, says: Any) -> None:
    path = str(tmp_path / "новая.roadmap")
    says("new", path, "--sample", "--year", "2026-2027")
    assert says("list", path, "--json")[0]["periods"] == [["2026-09-01", "2026-09-30"]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "нет.roadmap"], "нет"),
        (["set", "ФАЙЛ", "99", "state", "выполнено"], "№ 99"),
        (["set", "ФАЙЛ", "3", "sate", "выполнено"], "Может быть, «state»"),
        (["set", "ФАЙЛ", "3", "state", "выполнена"], "Может быть, «выполнено»"),
        (["set", "ФАЙЛ", "3", "completed_on", "31.02.2021"], "не дата"),
        (["set", "ФАЙЛ", "3", "name", "  "], "не может быть пустым"),
        (["new", "ФАЙЛ", "--sample"], "уже есть"),
        (["new", "x.roadmap", "--year", "позапрошлый"], "не понятен"),
        (["print", "ФАЙЛ", "--month", "2020-13", "-o", "x.pdf"], "2020-13"),
        (["print", "ФАЙЛ", "--report", "mont", "--month", "2020-09", "-o", "x.pdf"], "mont"),
        (["print", "ФАЙЛ", "--month", "2020-09"], "-o"),
        (["list"], "Не хватает"),
        (["list", "ФАЙЛ", "--xml"], "Лишнее"),
        (["--unknown"], "Справка"),
    ],
)
def test_what_the_user_can_get_wrong_is_told_in_one_sentence(
    sample: str, refuses: Any, arguments: list[str], words: str
) -> None:
    said = refuses(*[sample if argument == "ФАЙЛ" else argument for argument in arguments])
    assert words in said


def test_help_is_russian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["print", "--help"])
    assert leaving.value.code == 0
    text = capsys.readouterr().out
    assert "как вызвать" in text
    assert not {"usage", "options", "positional", "show this"} & set(text.lower().split())


def test_the_command_line_imports_no_qt(sample: str) -> None:
    code = "import sys; from roadmap_desktop.app import main; main(sys.argv[1:]); print('PySide6' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code, "list", sample], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == "False"
