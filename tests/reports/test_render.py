"""A document as a file: whole or not at all, and a Russian sentence for what the disk refuses."""

import errno
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.reports.blocks import Column, Document, Paragraph, Row, Table
from roadmap_desktop.reports.pdf import fonts
from roadmap_desktop.reports.render import Cancelled, pdf_bytes
from roadmap_desktop.storage import output
from roadmap_desktop.storage.output import write_data

DOCUMENT = Document("Проба", (Paragraph("Проба пера"),))


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "Мой план на «сентябрь» 2020.pdf"
    path.write_bytes(b"old")
    write_data(pdf_bytes(DOCUMENT), path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert names_in(tmp_path) == [path.name]


def test_others_may_read_it_as_any_file_of_that_folder(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write_data(pdf_bytes(DOCUMENT), tmp_path / "план.pdf")
    assert (tmp_path / "план.pdf").stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "не осталось места"),
        (errno.EACCES, "открыт в другой программе"),
        (errno.EROFS, "только для чтения"),
        (errno.EIO, "диск не отвечает"),
    ],
)
def test_what_the_disk_refuses_leaves_the_old_file_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    path = tmp_path / "план.pdf"
    path.write_bytes(b"old")

    def refuse(descriptor: int) -> None:
        raise OSError(code, "refused")

    monkeypatch.setattr(output.os, "fsync", refuse)
    with pytest.raises(UserError, match=words) as refused:
        write_data(pdf_bytes(DOCUMENT), path)
    assert "«план.pdf» не записан" in str(refused.value)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["план.pdf"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("нет/план.pdf", "такой папки нет"),
        ("папка", "папка"),
        ("п" * 300 + ".pdf", "слишком длинное"),
        ("a\0b", "имя"),
    ],
)
def test_a_name_that_cannot_be_is_told(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "папка").mkdir()
    with pytest.raises(UserError, match=words):
        write_data(b"%PDF-", tmp_path / name)
    assert names_in(tmp_path) == ["папка"]


def test_whoever_no_longer_wants_it_is_not_kept_waiting() -> None:
    table = Table((Column("Наименование", 1),), [Row((f"Мероприятие {number}",)) for number in range(2_000)])
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    with pytest.raises(Cancelled):
        pdf_bytes(Document("Проба", (table,)), cancelled)
    assert asked < 10


def test_missing_fonts_are_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def nowhere(*parts: str) -> Path:
        return tmp_path.joinpath(*parts)

    fonts.face.cache_clear()
    monkeypatch.setattr(fonts, "data_path", nowhere)
    try:
        with pytest.raises(UserError, match=r"Шрифт для печати «LiberationSerif-Regular\.ttf»"):
            pdf_bytes(DOCUMENT)
    finally:
        fonts.face.cache_clear()


def test_building_a_document_needs_no_reportlab() -> None:
    import subprocess
    import sys

    code = (
        "import sys, roadmap_desktop.reports.{0}; print('reportlab' in sys.modules, 'pyphen' in sys.modules)"
    )
    for module in ("period_plan", "catalogue", "render"):
        ran: Any = subprocess.run(
            [sys.executable, "-c", code.format(module)], capture_output=True, encoding="utf-8"
        )
        assert ran.stdout == "False False\n", ran.stderr
