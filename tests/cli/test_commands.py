"""The command line, as it is typed."""

import json
import os
import sqlite3
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from roadmap_desktop import cli
from roadmap_desktop.app import main
from roadmap_desktop.cli.command import Command
from roadmap_desktop.cli.main import COMMANDS


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
        (["new", "x.roadmap", "--year", "позапрошлый"], "не понят"),
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


def test_every_command_that_a_module_declares_can_be_typed() -> None:
    modules = [import_module(f"{cli.__name__}.{found.name}") for found in iter_modules(cli.__path__)]
    declared = {
        each.name for module in modules for each in vars(module).values() if isinstance(each, Command)
    }
    assert declared == set(COMMANDS)


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
        [sys.executable, "-c", code, "list", sample], capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.splitlines()[-1] == "False"


def typed(*arguments: str | bytes, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    command: list[str | bytes] = [sys.executable, "-m", "roadmap_desktop", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **settings)


def test_a_value_may_begin_with_a_dash(sample: str, says: Any) -> None:
    for value in ("-нет", "--json", "-h"):
        says("set", sample, "3", "note", value)
        assert says("list", sample, "--json")[2]["note"] == value


def test_russian_arrives_also_where_the_locale_is_not_utf8(sample: str, says: Any) -> None:
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert typed("set", sample, "3", "note", "Ёлка", env={**os.environ, **environment}).returncode == 0
    assert says("list", sample, "--json")[2]["note"] == "Ёлка"


@pytest.mark.skipif(os.name == "nt", reason="arguments are not bytes there")
def test_bytes_that_are_no_text_are_refused(sample: str) -> None:
    ran = typed("set", sample, "3", "note", b"a\xffb")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "не прочитать" in ran.stderr.decode()


def test_a_reader_that_goes_away_is_no_error(sample: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "roadmap_desktop", "list", sample, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize(
    "bug", [ZeroDivisionError("zero"), FileNotFoundError(2, "No such file", "template.xml")]
)
def test_a_bug_is_one_sentence_and_the_log(
    sample: str, refuses: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bug: Exception
) -> None:
    def fail(_file: object) -> None:
        raise bug

    monkeypatch.setattr("roadmap_desktop.operations.plan.reading.read_plan", fail)
    monkeypatch.setattr("roadmap_desktop.folders.log_file", lambda: tmp_path / "журнал.log")
    assert "Программа ошиблась" in refuses("list", sample)
    assert type(bug).__name__ in (tmp_path / "журнал.log").read_text(encoding="utf-8")


def test_a_command_that_is_interrupted_says_so(
    sample: str, refuses: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_file: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("roadmap_desktop.operations.plan.reading.read_plan", interrupt)
    assert "прервана" in refuses("list", sample)


def test_a_file_that_is_being_written_is_told_as_busy(sample: str, refuses: Any) -> None:
    other = sqlite3.connect(sample, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "занят другой программой. Ничего не изменено" in refuses("list", sample)
    other.close()


@pytest.mark.parametrize(
    "spoiling",
    [
        "UPDATE activity SET state = 'чушь'",
        "UPDATE activity SET completed_on = 'чушь'",
        "UPDATE activity SET name = CAST(x'd0' AS TEXT)",
        "UPDATE roadmap SET numbering = 'чушь'",
        "DELETE FROM roadmap",
        "DELETE FROM performer",
    ],
)
def test_a_whole_file_with_spoiled_contents_is_told_as_damaged(
    sample: str, refuses: Any, spoiling: str
) -> None:
    connection = sqlite3.connect(sample)
    connection.execute(spoiling)
    connection.commit()
    connection.close()
    assert "повреждён" in refuses("list", sample)


def test_a_column_by_another_name_is_told_as_altered(sample: str, refuses: Any) -> None:
    connection = sqlite3.connect(sample)
    connection.execute("ALTER TABLE activity RENAME COLUMN note TO other")
    connection.close()
    assert "переделано устройство таблиц" in refuses("list", sample)
