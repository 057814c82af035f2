"""The commands ``backups`` and ``restore``."""

import json
from pathlib import Path

import pytest

from roadmap_desktop.cli.main import run
from roadmap_desktop.operations.file import backups


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr(backups, "backups_folder", lambda: tmp_path / "копии")
    path = str(tmp_path / "карта.roadmap")
    assert run(["new", path, "--sample"]) == 0
    capsys.readouterr()
    return path


def note(path: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["list", path, "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)[2]["note"])


def test_a_backup_is_listed_and_restored(sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backups", sample]) == 0
    assert capsys.readouterr().out == "Резервных копий пока нет\n"
    assert run(["set", sample, "3", "note", "утром"]) == 0
    backups.back_up(Path(sample), backups.Reason.OPENING)
    assert run(["set", sample, "3", "note", "вечером"]) == 0
    capsys.readouterr()
    assert run(["backups", sample, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["number"], told["reason"]) == (1, "при открытии")
    for name in ("1", told["path"], Path(told["path"]).name):
        assert run(["restore", sample, name]) == 0
        assert note(sample, capsys) == "утром"
        assert run(["set", sample, "3", "note", "вечером"]) == 0


@pytest.mark.parametrize("name", ["7", "нет такой", ""])
def test_a_backup_that_is_not_there_is_refused(
    sample: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(sample).read_bytes()
    assert run(["restore", sample, name]) == 2
    assert "нет" in capsys.readouterr().err
    assert Path(sample).read_bytes() == before


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backups", str(tmp_path / "нет.roadmap")]) == 2
    assert "нет.roadmap" in capsys.readouterr().err


def test_a_file_that_was_deleted_comes_back_from_its_backup(
    sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    backups.back_up(Path(sample), backups.Reason.OPENING)
    Path(sample).unlink()
    assert run(["backups", sample]) == 0
    assert "«карта» при открытии" in capsys.readouterr().out
    assert run(["restore", sample, "1"]) == 0
    assert run(["check", sample]) == 0


def test_the_second_place_gives_back_what_this_pc_has_lost(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick, another = tmp_path / "флешка", str(tmp_path / "другая.roadmap")
    stick.mkdir()
    backups.set_second_place(stick)
    assert run(["new", another]) == 0
    assert run(["set", sample, "3", "note", "утром"]) == 0
    for path in (sample, another):
        backups.back_up(Path(path), backups.Reason.OPENING)
        (made,) = backups.list_backups(Path(path))
        made.path.unlink()
    (found,) = backups.list_backups(Path(sample))
    assert found.path.parent == stick
    assert run(["set", sample, "3", "note", "вечером"]) == 0
    assert run(["restore", sample, str(found.path)]) == 0
    assert note(sample, capsys) == "утром"
    backups.list_backups(Path(sample))[0].path.unlink()
    Path(sample).write_bytes(Path(sample).read_bytes()[:5000])
    assert run(["check", sample, "--repair"]) == 0
    assert str(stick) in capsys.readouterr().out


def test_a_copy_is_made_now_and_once(sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backups", sample, "--now"]) == 0
    said, path = capsys.readouterr().out.splitlines()
    assert "сделана" in said
    assert Path(path).exists()
    assert run(["backups", sample, "--now"]) == 0
    assert "Новая копия не нужна" in capsys.readouterr().out
    assert len(backups.list_backups(Path(sample))) == 1


def test_of_what_is_no_roadmap_no_copy_is_made(
    tmp_path: Path, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "письмо.roadmap").write_text("не карта")
    for name in ("нет.roadmap", "письмо.roadmap"):
        assert run(["backups", str(tmp_path / name), "--now"]) == 2
        assert name in capsys.readouterr().err
    assert not (tmp_path / "копии").exists()


def test_a_copy_is_marked_to_be_kept_and_no_longer(sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backups", sample, "--now"]) == 0
    assert run(["backups", sample, "--keep", "1"]) == 0
    capsys.readouterr()
    assert run(["backups", sample]) == 0
    assert "«карта» вручную, не удалять" in capsys.readouterr().out
    assert run(["backups", sample, "--no-keep", "1"]) == 0
    capsys.readouterr()
    assert run(["backups", sample, "--json"]) == 0
    assert [one["kept"] for one in json.loads(capsys.readouterr().out)] == [False]
    assert run(["backups", sample, "--keep", "7"]) == 2


def test_a_copy_of_a_namesake_says_where_it_is_from(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "флешка" / Path(sample).name
    other.parent.mkdir()
    other.write_bytes(Path(sample).read_bytes())
    for path in (sample, str(other)):
        assert run(["backups", path, "--now"]) == 0
    capsys.readouterr()
    assert run(["backups", sample]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [f"из папки «{other.parent}»" in line for line in lines].count(True) == 1
