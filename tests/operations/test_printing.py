import os
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.printing.printing import draft, find_report, print_report, save_pdf
from tests.samples import sample_at
from tests.systems import needs_pipes


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


@pytest.mark.parametrize("name", ["карта.roadmap", "ссылка.pdf"])
def test_a_pdf_never_takes_the_place_of_a_roadmap(sample: Path, name: str) -> None:
    target = sample.with_name(name)
    if target != sample:
        os.link(sample, target)
    before = sample.read_bytes()
    with open_roadmap(sample) as file, pytest.raises(UserError, match="не PDF"):
        print_report(file, "month", {"month": "2020-09"}, target)
    with pytest.raises(UserError, match="не PDF"):
        save_pdf(b"%PDF-1.4", target)
    assert sample.read_bytes() == target.read_bytes() == before


@needs_pipes
def test_a_pdf_never_takes_the_place_of_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "труба"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="не обычный файл"):
        save_pdf(b"%PDF-1.4", pipe)
    assert pipe.is_fifo()


def test_an_older_pdf_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "план.pdf"
    for content in (b"%PDF-1.4 old", b"%PDF-1.4 new"):
        save_pdf(content, path)
    assert path.read_bytes() == b"%PDF-1.4 new"


def test_of_a_file_that_was_closed_nothing_is_drafted() -> None:
    with pytest.raises(UserError, match="закрыта"):
        draft(find_report("month"), {}, {}, None)
