"""``digest`` as it is typed."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from roadmap_desktop.app import main


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    schools = tmp_path / "школы"
    schools.mkdir()
    first = str(schools / "Школа 1.roadmap")
    assert main(["new", first, "--sample"]) == 0
    shutil.copy(first, schools / "Школа 2.roadmap")
    assert main(["set", first, "1", "state", "выполнено"]) == 0
    assert main(["set", first, "1", "completed_on", "05.10.2020"]) == 0
    (schools / "Битая.roadmap").write_text("не карта")
    capsys.readouterr()
    return schools


def test_json_gives_files_activities_and_totals(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(folder), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    broken, first, second = made["files"]
    assert broken.keys() == {"file", "caption", "refusal"}
    assert (first["activities"], first["done"], second["done"]) == (23, 1, 0)
    assert first["period"] == ["2020-09-01", "2021-08-31"]
    states = made["activities"][0]["states"]
    assert [state["state"] for state in states] == ["выполнено", "запланировано"]
    assert (states[0]["completed_on"], states[0]["file"]) == ("2020-10-05", first["file"])
    assert made["total"]["activities"] == 46


def test_lines_are_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1. Битая — «Битая.roadmap» — не файл дорожной карты")
    assert lines[1].startswith("2. Школа 1 — мероприятий 23, выполнено 1 (4 %)")
    assert lines[-1].startswith("Всего — мероприятий 46")


def test_a_pdf_and_a_workbook_are_written_by_the_ending(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("свод.pdf", "свод.XLSX"):
        assert main(["digest", str(folder), "-o", str(folder.parent / name)]) == 0
        assert "Не прочитано файлов: 1" in capsys.readouterr().out
    text = PdfReader(folder.parent / "свод.pdf").pages[0].extract_text()
    assert "Свод по дорожным картам" in text
    book = load_workbook(folder.parent / "свод.XLSX")
    assert book.sheetnames == ["По файлам", "По мероприятиям"]
    files, activities = book.worksheets
    header = [cell.value for cell in files[5]]
    counts = dict(zip(header, [cell.value for cell in files[7]], strict=True))
    assert (counts["Файл"], counts["Всего"], counts["Выполнено"], counts["%"]) == ("Школа 1", 23, 1, 4)
    assert files.freeze_panes == "A6"
    assert activities.freeze_panes == "C4"
    assert [cell.value for cell in activities[4]][-2:-1] == ["выполнено 05.10.2020"]
    assert sorted(path.name for path in folder.parent.iterdir()) == ["свод.XLSX", "свод.pdf", "школы"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["digest"], "Не хватает"),
        (["digest", "{folder}", "-o", "свод.doc"], "в каком виде"),
        (["digest", "нет такого.roadmap"], "Свести нечего"),
        (["digest", "{folder}", "-o", "{folder}/нет папки/свод.pdf"], "папки нет"),
        (["digest", "{folder}", "-o", "{folder}/Битая.roadmap"], "в каком виде"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    folder: Path, typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word.format(folder=folder) for word in typed]) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert (said.out, len(said.err.strip().splitlines())) == ("", 1)


def test_what_paper_cannot_draw_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "Школа 2.roadmap").rename(folder / "Школа 🎓.roadmap")
    for name, is_told in (("свод.pdf", True), ("свод.xlsx", False)):
        assert main(["digest", str(folder), "-o", str(folder.parent / name)]) == 0
        assert ("нет знаков: 🎓." in capsys.readouterr().err) is is_told
