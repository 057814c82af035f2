"""Plans of other programs come back as ``make import-report`` wants them."""

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = ROOT / "tests" / "import" / "documents"
NAMES = sorted(path.name for path in DOCUMENTS.iterdir() if path.suffix != ".json")


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "tools")
    yield importlib.import_module("import_report")
    sys.modules.pop("import_report", None)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_comes_back(report: Any, name: str) -> None:
    found = report.count(DOCUMENTS / name)
    assert report.passes(DOCUMENTS / name, found), found.differences


def test_there_are_documents_of_all_kinds(report: Any) -> None:
    assert len(NAMES) >= 30
    kinds = {".docx", ".odt", ".xlsx", ".ods", ".csv", ".tsv", ".txt", ".pdf", ".html", ".htm", ".ics"}
    assert {Path(name).suffix for name in NAMES} == kinds


def test_what_is_lost_invented_or_wrong_is_counted(
    report: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "№;Мероприятие;Срок\n1;Семинар;май\n3;Лишнее дело;июнь\n4;Курсы;июль\n"
    rows = [
        {"number": "1", "name": "Семинар", "due_text": "май"},
        {"number": "2", "name": "Потерянное совещание", "due_text": "осень", "performers": ["ОО"]},
        {"number": "4", "name": "Курсы", "due_text": "август"},
    ]
    (tmp_path / "план.csv").write_text(text, "utf-8")
    (tmp_path / "план.csv.json").write_text(json.dumps({"kind": "ugly", "rows": rows}), "utf-8")
    monkeypatch.setattr(report, "DOCUMENTS", tmp_path)
    found = report.count(tmp_path / "план.csv")
    assert (found.right_rows, found.rows, found.invented_rows, found.lost_rows) == (1, 3, 1, 1)
    assert (found.right_cells, found.cells, found.invented_cells, found.lost_cells) == (5, 10, 4, 5)
    assert report.main([]) == 1
    assert "FAILS" in capsys.readouterr().out
