"""The command line of merging and comparing, as it is typed."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.app import main
from tests.systems import needs_links


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command; answers its exit code and what it printed, JSON read."""

    def run(*arguments: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        text = captured.out or captured.err
        return code, json.loads(text) if text.startswith("{") else text

    return run


@pytest.fixture
def two(tmp_path: Path, say: Any) -> tuple[str, str]:
    """Two copies that disagree about the note of the third activity."""
    mine, theirs = str(tmp_path / "мой.roadmap"), str(tmp_path / "копия.roadmap")
    say("new", mine, "--sample")
    shutil.copy(mine, theirs)
    say("set", mine, "3", "note", "моё")
    say("set", theirs, "3", "note", "чужое")
    say("set", theirs, "4", "state", "в работе")
    return mine, theirs


def contents(*paths: str) -> list[bytes]:
    return [Path(path).read_bytes() for path in paths]


def note(say: Any, path: str) -> str:
    return str(listed(say, path)[2]["note"])


def listed(say: Any, path: str) -> Any:
    return json.loads(say("list", path, "--json")[1])


def test_conflicts_are_printed_and_nothing_is_written(two: tuple[str, str], say: Any, tmp_path: Path) -> None:
    before = contents(*two)
    out = tmp_path / "итог.roadmap"
    code, told = say("merge", *two, "-o", str(out))
    assert code == 3
    (conflict,) = told["conflicts"]
    assert {
        key: conflict[key] for key in ("table", "field", "label", "past", "mine", "theirs", "number")
    } == {
        "table": "activity",
        "field": "note",
        "label": "Примечание",
        "past": "",
        "mine": "моё",
        "theirs": "чужое",
        "number": "3",
    }
    assert conflict["mine_author"] and conflict["theirs_at"] and conflict["record_id"]
    assert contents(*two) == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["копия.roadmap", "мой.roadmap"]
    assert say("merge", *two, "--dry-run", "--json") == (3, told)
    assert say("merge", *two, "--both")[0] == 3
    assert contents(*two) == before


@pytest.mark.parametrize(("prefer", "expected"), [("mine", "моё"), ("theirs", "чужое"), ("newest", "чужое")])
def test_prefer_settles_them(two: tuple[str, str], say: Any, prefer: str, expected: str) -> None:
    assert say("merge", *two, "--prefer", prefer)[0] == 0
    assert note(say, two[0]) == expected
    assert listed(say, two[0])[3]["state"] == "в работе"
    assert note(say, two[1]) == "чужое"
    assert "Объединение с копией" in say("undo", two[0])[1]
    assert note(say, two[0]) == "моё"


def test_a_dry_run_says_what_each_side_changed(two: tuple[str, str], say: Any) -> None:
    before = contents(*two)
    code, told = say("merge", *two, "--dry-run", "--json", "--prefer", "mine")
    assert (code, told["identical"], told["common_past"]) == (0, False, True)
    assert [(one["number"], one["label"], one["old"], one["new"]) for one in told["theirs"]] == [
        ("3", "Примечание", "", "чужое"),
        ("4", "Состояние", "запланировано", "в работе"),
    ]
    code, text = say("merge", *two, "--dry-run")
    assert code == 3
    assert "было: пусто; моё: моё; в копии: чужое" in text
    assert contents(*two) == before


def test_the_result_goes_to_a_new_file_and_back_to_the_copy(
    two: tuple[str, str], say: Any, tmp_path: Path
) -> None:
    out = str(tmp_path / "итог.roadmap")
    before = contents(*two)
    assert say("merge", *two, "-o", out, "--prefer", "theirs")[0] == 0
    assert contents(*two) == before
    assert note(say, out) == "чужое"
    code, text = say("merge", *two, "-o", out, "--prefer", "theirs")
    assert (code, "уже есть" in text) == (2, True)
    assert say("merge", *two, "--both", "--prefer", "mine")[0] == 0
    assert listed(say, two[0]) == listed(say, two[1])


def test_a_file_and_itself(two: tuple[str, str], say: Any, tmp_path: Path) -> None:
    mine = two[0]
    twin = str(tmp_path / "двойник.roadmap")
    shutil.copy(mine, twin)
    before = contents(mine, twin)
    for other in (mine, twin):
        code, text = say("merge", mine, other, "--both")
        assert (code, text.strip()) == (0, "Нового в копии нет, ничего не изменено")
        assert say("merge", mine, other, "--dry-run", "--json")[1]["identical"] is True
        assert say("compare", mine, other, "--json")[1]["identical"] is True
    assert contents(mine, twin) == before


def test_compare_tells_the_differences_and_writes_nothing(two: tuple[str, str], say: Any) -> None:
    before = contents(*two)
    code, told = say("compare", *two, "--json")
    assert (code, told["identical"], told["common_past"]) == (0, False, True)
    assert [
        (one["kind"], one["number"], one["label"], one["a"], one["b"]) for one in told["differences"]
    ] == [
        ("changed", "3", "Примечание", "моё", "чужое"),
        ("changed", "4", "Состояние", "запланировано", "в работе"),
    ]
    assert len(told["changed_in_a"]) == 1
    assert len(told["changed_in_b"]) == 2
    assert "Примечание: моё → чужое" in say("compare", *two)[1]
    assert contents(*two) == before


def test_files_made_separately_are_told_as_such(two: tuple[str, str], say: Any, tmp_path: Path) -> None:
    other = str(tmp_path / "другая.roadmap")
    say("new", other, "--sample")
    code, told = say("merge", two[0], other, "--dry-run", "--json")
    assert (code, told["common_past"]) == (3, False)
    assert told["conflicts"][0]["mine"] == "моё"
    assert "нет общего прошлого" in say("compare", two[0], other)[1]
    code, text = say("merge", two[0], two[1], other, "--prefer", "mine")
    assert (code, "отдельно" in text) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["merge", "ФАЙЛ"], "Не хватает"),
        (["merge", "ФАЙЛ", "нет.roadmap"], "нет"),
        (["merge", "ФАЙЛ", "ФАЙЛ", "--prefer", "чьё-то"], "чьё-то"),
        (["compare", "ФАЙЛ", "нет.roadmap"], "нет"),
    ],
)
def test_mistakes_are_told_in_one_sentence(
    two: tuple[str, str], say: Any, arguments: list[str], words: str
) -> None:
    code, text = say(*[two[0] if word == "ФАЙЛ" else word for word in arguments])
    assert code == 2
    assert words in text
    assert len(text.strip().splitlines()) == 1


def test_what_is_given_back_is_told_also_when_mine_did_not_change(say: Any, tmp_path: Path) -> None:
    mine, theirs = str(tmp_path / "мой.roadmap"), str(tmp_path / "копия.roadmap")
    say("new", mine, "--sample")
    shutil.copy(mine, theirs)
    say("set", mine, "3", "note", "моё")
    assert say("merge", mine, theirs, "--dry-run")[1].startswith("Нового в копии нет\n")
    code, text = say("merge", mine, theirs, "--both")
    assert (code, "не изменён. Отдано обратно копий: 1" in text) == (0, True)
    assert note(say, theirs) == "моё"
    out = str(tmp_path / "итог.roadmap")
    assert "записан файл" in say("merge", mine, theirs, "-o", out)[1]
    assert say("merge", mine, theirs, "--both", "--json")[1]["given_back"] == 0


@needs_links
def test_a_copy_known_by_a_link_gets_the_result_itself(
    two: tuple[str, str], say: Any, tmp_path: Path
) -> None:
    link = tmp_path / "ссылка.roadmap"
    link.symlink_to(Path(two[1]).name)
    assert say("merge", two[0], str(link), "--prefer", "mine", "--both")[0] == 0
    assert link.is_symlink()
    assert note(say, two[1]) == "моё"


def test_what_a_file_made_separately_has_more_is_told_and_merged(say: Any, tmp_path: Path) -> None:
    mine, other = str(tmp_path / "А.roadmap"), str(tmp_path / "Б.roadmap")
    for path in (mine, other):
        say("new", path, "--sample")
    for name in ("Школа Б1", "Школа Б2"):
        say("add", other, "schools", f"name={name}")
    assert "Школа «Школа Б1» — добавлено" in say("compare", mine, other)[1]
    assert "одинаковы" not in say("compare", mine, other)[1]
    code, text = say("merge", mine, other, "--dry-run")
    assert (code, "Только в копии:\n  Школа «Школа Б1»" in text) == (0, True)
    assert "отмена сделанного в нём и его редакции при объединении не переносятся" in text
    told = say("merge", mine, other, "--json")[1]
    assert (told["changed"], told["records"], told["left"]) == (True, 2, [])
    assert "не переносятся" in told["note"]
    assert say("merge", mine, other)[1].strip().endswith("\nНового в копии нет, ничего не изменено")
    assert "Записи и приложенные файлы в них одинаковы" in say("compare", mine, other)[1]
    assert say("check", mine)[1].strip() == "Файл исправен"
    assert "Объединение с копией «Б»" in say("undo", mine)[1]


def test_the_loss_is_told_before_anything_is_written(
    say: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = str(tmp_path / "А.roadmap"), str(tmp_path / "Б.roadmap")
    for path in (mine, other):
        say("new", path, "--sample")
    say("revise", other, "Первая редакция")
    assert "Не перенесётся: Редакция «Первая редакция»" in say("merge", mine, other, "--dry-run")[1]
    assert main(["merge", mine, other]) == 0
    printed = capsys.readouterr()
    assert printed.out.index("не переносятся") < printed.out.index("Нового в копии нет")
    assert printed.err == ""


def test_nothing_is_given_back_to_a_file_made_separately(
    two: tuple[str, str], say: Any, tmp_path: Path
) -> None:
    other = str(tmp_path / "другая.roadmap")
    say("new", other, "--sample")
    say("set", other, "3", "note", "их")
    before = contents(two[0], other)
    code, text = say("merge", two[0], other, "--prefer", "mine", "--both")
    assert (code, "отдать обратно" in text) == (2, True)
    assert contents(two[0], other) == before
