"""The roadmap that this program has printed comes back whole, from every kind of file that it prints."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from roadmap_desktop.app import main
from roadmap_desktop.model.period import school_year
from roadmap_desktop.operations.file.files import create_from_sample
from tests.exchange.plan_reading.documents_and_truth import as_true, read, sample, sample_rows, share


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the annex of the sample roadmap as .docx, .xlsx and .pdf."""
    folder = tmp_path_factory.mktemp("papers")
    create_from_sample(folder / "карта.roadmap")
    for suffix in ("docx", "xlsx", "pdf"):
        out = str(folder / f"приложение.{suffix}")
        assert main(["print", str(folder / "карта.roadmap"), "--report", "annex", "-o", out]) == 0
    return folder


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
def test_the_annex_is_the_sample(papers: Path, suffix: str) -> None:
    if suffix == "pdf":
        pytest.importorskip("pypdfium2")
    reading = read((papers / f"приложение.{suffix}").read_bytes(), f"приложение.{suffix}")
    assert as_true(reading) == sample_rows()
    assert reading.title == sample()["title"]
    assert reading.document.order_number == "01-10/142-2"
    assert reading.document.order_date == date(2020, 9, 10)
    assert reading.document.approving_body == "Отдел образования администрации Пономаревского района"
    assert reading.period == school_year(2020)
    assert (reading.left_out, reading.unread) == ((), ())


@pytest.mark.parametrize(
    ("source", "suffix"),
    [("docx", "odt"), ("docx", "html"), ("docx", "pdf"), ("docx", "doc"), ("xlsx", "ods")],
)
def test_what_libreoffice_makes_of_the_annex_is_the_sample(
    papers: Path, tmp_path: Path, source: str, suffix: str
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    if suffix == "pdf":
        pytest.importorskip("pypdfium2")
    profile = (tmp_path / "profile").as_uri()
    command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", suffix]
    command += ["--outdir", str(tmp_path), str(papers / f"приложение.{source}")]
    subprocess.run(command, check=True, capture_output=True)
    reading = read((tmp_path / f"приложение.{suffix}").read_bytes(), f"приложение.{suffix}")
    assert share(reading, sample_rows()) == 1


def test_the_text_layer_of_our_pdf_is_the_sample(papers: Path) -> None:
    """Copied out of the PDF, a table is lines alone."""
    pages = PdfReader(papers / "приложение.pdf").pages
    text = "\n".join(page.extract_text() for page in pages)
    assert as_true(read(text.encode(), "карта.txt")) == sample_rows()


def test_the_laid_out_text_of_our_pdf_is_the_sample(papers: Path) -> None:
    pages = PdfReader(papers / "приложение.pdf").pages
    text = "\f".join(page.extract_text(extraction_mode="layout") for page in pages)
    assert as_true(read(text.encode(), "карта.txt")) == sample_rows()
