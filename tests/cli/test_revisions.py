"""The command line of revisions, as it is typed."""

import json
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.app import main


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command; answers its exit code and what it printed."""

    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, (captured.out or captured.err).strip()

    return run


@pytest.fixture
def plan(tmp_path: Path, say: Any) -> str:
    """A plan with a revision approved by an order, and one after an edit."""
    path = str(tmp_path / "план.roadmap")
    say("new", path, "--sample")
    assert say("revise", path, "Исходная", "--order", "12-од", "--date", "2020-09-01") == (
        0,
        "Утверждена редакция «Исходная»",
    )
    say("set", path, "3", "note", "Перенести")
    say("revise", path, "Уточнённая", "--ground", "решение рабочей группы")
    return path


def test_revisions_are_listed_newest_first(plan: str, say: Any) -> None:
    code, text = say("revise", plan, "--list")
    new, old = text.splitlines()
    assert code == 0
    assert new.startswith("Уточнённая — ")
    assert old.startswith("Исходная — № 12-од от 01.09.2020 — ")
    assert old.endswith(" — 23 мероприятия")
    rows = json.loads(say("revise", plan, "--list", "--json")[1])
    assert [(row["name"], row["order_number"], row["order_date"], row["ground"]) for row in rows] == [
        ("Уточнённая", "", None, "решение рабочей группы"),
        ("Исходная", "12-од", "2020-09-01", ""),
    ]
    assert all(
        row["activities"] == 23 and row["author"] and row["at"] and row["approved_on"] and row["id"]
        for row in rows
    )


def test_two_revisions_or_one_and_the_plan_are_compared(plan: str, say: Any) -> None:
    code, text = say("revise", plan, "--compare", "Исходная", "Уточнённая")
    assert code == 0
    assert "Примечание: пусто → Перенести" in text
    assert say("revise", plan, "--compare", "Уточнённая") == (0, "Различий нет")
    told = json.loads(say("revise", plan, "--compare", "Уточнённая", "Исходная", "--json")[1])
    ((one,), identical) = told["differences"], told["identical"]
    assert (one["number"], one["label"], one["a"], one["b"], identical) == (
        "3",
        "Примечание",
        "Перенести",
        "",
        False,
    )


def test_approving_is_undone_like_any_edit(plan: str, say: Any) -> None:
    assert "Утверждена редакция «Уточнённая»" in say("undo", plan)[1]
    assert len(json.loads(say("revise", plan, "--list", "--json")[1])) == 1


def test_a_plan_without_revisions_says_so(tmp_path: Path, say: Any) -> None:
    path = str(tmp_path / "план.roadmap")
    say("new", path)
    assert say("revise", path, "--list") == (0, "Редакций пока нет")
    assert say("revise", path, "--list", "--json") == (0, "[]")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Не хватает названия"),
        ([""], "не может быть пустым"),
        (["Исходная"], "уже есть"),
        (["Новая", "--date", "2020-13-01"], "не дата"),
        (["Новая", "--list"], "нужны только новой"),
        (["--compare", "Иная"], "Редакции «Иная» нет"),
        (["--compare", "Исходная", "Уточнённая", "Исходная"], "две редакции"),
        (["--compare"], "--compare"),
    ],
)
def test_mistakes_are_told_in_one_sentence_and_change_nothing(
    plan: str, say: Any, words: list[str], told: str
) -> None:
    before = Path(plan).read_bytes()
    code, text = say("revise", plan, *words)
    assert code == 2
    assert told in text
    assert len(text.splitlines()) == 1
    assert Path(plan).read_bytes() == before


def test_a_missing_file_is_told(tmp_path: Path, say: Any) -> None:
    assert say("revise", str(tmp_path / "нет.roadmap"), "Первая")[0] == 2
