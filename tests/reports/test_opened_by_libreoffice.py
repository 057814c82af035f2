"""Every report of the full sample, opened and converted by LibreOffice: nothing that the document says is lost."""

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.reports.blocks import Document, Heading, Paragraph
from roadmap_desktop.reports.render import document_bytes
from tests.reports.every_report import FULL, printed, report_cases
from tests.reports.office_files import said
from tests.reports.pdf.ruled_cells import bare

SUFFIXES = (".docx", ".xlsx")

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="LibreOffice or pdftotext is not installed",
)


def test_all_that_reports_say_is_on_libreoffices_paper(samples: dict[str, Path], tmp_path: Path) -> None:
    with open_roadmap(samples[FULL]) as file:
        documents = {id: printed(file, id) for id, sample in report_cases() if sample == FULL}
    made = {(id, suffix): tmp_path / f"{id}-{suffix[1:]}{suffix}" for id in documents for suffix in SUFFIXES}
    for (id, suffix), path in made.items():
        path.write_bytes(document_bytes(documents[id], suffix))
    convert(tmp_path, list(made.values()))
    lost = {
        path.name: lost_texts(documents[id], suffix, path.with_suffix(".pdf"))
        for (id, suffix), path in made.items()
    }
    assert not {name: texts for name, texts in lost.items() if texts}
    # What is looked for is missed where it is not, and where it is only once.
    id, document = next(iter(documents.items()))
    for more in (Paragraph("Об этом в отчёте ни слова."), Heading(document.title)):
        wanted = replace(document, blocks=(*document.blocks, more))
        for suffix in SUFFIXES:
            assert lost_texts(wanted, suffix, made[id, suffix].with_suffix(".pdf")) == [
                without_signs(more.text)
            ]


def convert(folder: Path, files: list[Path]) -> None:
    """One process for all files, with a profile of its own: another one of the same user would only be told of them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def lost_texts(document: Document, suffix: str, path: Path) -> list[str]:
    """The texts of the document that the paper has not, or not as often."""
    ran = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, encoding="utf-8")
    paper = without_signs(ran.stdout)
    texts = Counter(map(without_signs, said(document, suffix)))
    return [text for text, count in texts.items() if paper.count(text) < count]


def without_signs(text: str) -> str:
    """The text without what a line's end may add or take; the sign in a workbook's numbers is that of LibreOffice's
    language."""
    return bare(text).replace(",", ".")
