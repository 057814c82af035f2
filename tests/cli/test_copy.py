"""``copy`` and ``check``."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.typed import run, run_alone


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    assert run("new", "--sample", tmp_path / "карта.roadmap")[0] == 0
    return tmp_path / "карта.roadmap"


def test_a_copy_is_saved_and_is_sound(sample: Path) -> None:
    copy = sample.with_name("копия.roadmap")
    code, out, _ = run_alone("copy", sample, copy, "--without-personal-data", "--month", "2020-10")
    assert code == 0
    assert "Имена авторов правок: 1" in out
    assert run_alone("check", copy) == (0, "Файл исправен\n", "")
    code, _, sentence = run_alone("copy", sample, copy)
    assert code == 2
    assert "уже есть" in sentence


def test_an_unsound_file_is_told_and_repaired_only_when_asked(sample: Path) -> None:
    with sqlite3.connect(sample) as connection:
        connection.execute("UPDATE activity SET note = 'чужое' WHERE rowid = 1")
    connection.close()
    before = sample.read_bytes()
    code, out, sentence = run("check", sample)
    assert code == 2
    assert "поле «Примечание»" in out
    assert "неисправен" in sentence
    assert sample.read_bytes() == before
    code, out, sentence = run("check", sample, "--repair")
    assert (code, sentence) == (0, "")
    assert "сохранён рядом" in out
    assert run("check", sample)[0] == 0


def test_a_long_personal_text_is_not_left_in_what_history_quotes_of_it(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "копия.roadmap"
    deficit = "Работа с обучающимися, которые пропустили много уроков, " * 3
    assert run("add", sample, "teachers", "name=Образцова А. А.")[0] == 0
    told = ["teacher=Образцова А. А.", f"name={deficit}", "competence=методическая"]
    assert run("add", sample, "deficits", *told)[0] == 0
    assert run("copy", sample, copy, "--without-personal-data")[0] == 0
    assert "пропустили".encode() not in copy.read_bytes()
