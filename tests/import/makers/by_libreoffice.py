"""Documents that LibreOffice writes of others', and the texts that poppler takes of PDF."""

import io
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import open_document_by_hand as by_hand
from plans import DOCUMENTS, ROWS, Row, Truth, cells, keep, keep_truth, numbered, within

HEAD = ("№ п/п", "Мероприятия", "Сроки реализации", "Ответственные исполнители", "Ожидаемые результаты")


def _converted(source: Path, into: str, folder: Path) -> bytes:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        into,
        "--outdir",
        str(folder / "made"),
        str(source),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (made,) = (folder / "made").glob(f"{source.stem}.{into.partition(':')[0]}")
    return made.read_bytes()


def _of_others(folder: Path) -> None:
    """Another maker's documents in other formats."""
    for name, source, into in (
        ("38-written-by-libreoffice.docx", "14-text-with-lists.odt", "docx"),
        ("39-written-by-libreoffice.odt", "01-annex-with-sections.docx", "odt"),
        ("40-written-by-libreoffice.ods", "20-real-dates-and-numbers.xlsx", "ods"),
        ("41-written-by-libreoffice.xlsx", "18-sheet-of-odfpy.ods", "xlsx"),
        ("42-written-by-libreoffice.html", "07-directions-merged-down.docx", "html"),
        ("50-hidden-by-libreoffice.ods", "21-hidden-rows-columns-and-sheets.xlsx", "ods"),
        ("43-printed-by-libreoffice.pdf", "02-passport-and-indicators.docx", "pdf"),
        ("44-printed-by-libreoffice.pdf", "19-title-above-and-merged.xlsx", "pdf"),
        (
            "45-written-by-libreoffice.csv",
            "23-carelessly-typed.xlsx",
            "csv:Text - txt - csv (StarCalc):59,34,76",
        ),
    ):
        data = _converted(DOCUMENTS / source, into, folder)
        (DOCUMENTS / name).write_bytes(data)
        said = (DOCUMENTS / f"{source}.json").read_text(encoding="utf-8")
        if name.startswith("43-"):
            # Its columns are so narrow that words break wherever their end is.
            said = said.replace("well-formed", "ugly")
        (DOCUMENTS / f"{name}.json").write_text(said, encoding="utf-8")


def _printed(folder: Path) -> None:
    """A text of many pages with its heading on each, as PDF and as poppler's two texts of it."""
    rows: list[Row] = []
    body = []
    for title, own in (("Раздел 1. Нормативное обеспечение", ROWS[0:7]), ("Раздел 2. Методическая работа", ROWS[7:20]),
                       ("Раздел 3. Контроль", ROWS[29:35])):  # fmt: skip
        body.append(by_hand.wide(title))
        for row in within(title, numbered(own, first=len(rows) + 1)):
            body.append(by_hand.row(*cells(row)))
            rows.append(row)
    head = f"<table:table-header-rows>{by_hand.row(*HEAD)}</table:table-header-rows>"
    widths = ("1cm", "6cm", "3cm", "3.5cm", "3.5cm")
    columns = "".join(f'<table:table-column table:style-name="c{place}"/>' for place in range(5))
    styles = "".join(
        f'<style:style style:name="c{place}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
        for place, width in enumerate(widths)
    ) + (
        '<style:style style:name="b" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"'
        ' fo:padding="0.1cm"/></style:style>'
    )
    table = f'<table:table table:name="П">{columns}{head}{"".join(body)}</table:table>'
    styles += '<style:style style:name="s" style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:style>'
    table = table.replace("<text:p>", '<text:p text:style-name="s">')
    table = table.replace("<table:table-cell ", '<table:table-cell table:style-name="b" ')
    above = [by_hand.paragraph(text) for text in ("Приложение к приказу отдела образования", "от 30.08.2024 № 98",
             "План мероприятий (дорожная карта)", "по поддержке школ на 2024-2025 учебный год")]  # fmt: skip
    source = folder / "plan.odt"
    source.write_bytes(by_hand.packed("text", "".join(above) + table, styles))
    truth = Truth(rows, "План мероприятий (дорожная карта) по поддержке школ на 2024-2025 учебный год",
                  {"order_number": "98", "order_date": "2024-08-30"}, ("2024-09-01", "2025-08-31"))  # fmt: skip
    keep("46-pages-of-libreoffice.pdf", _converted(source, "pdf", folder), truth)
    printed = DOCUMENTS / "46-pages-of-libreoffice.pdf"
    ugly = Truth(rows, ugly=True)
    for name, option in (("47-text-laid-out.txt", "-layout"), ("49-text-raw.txt", "-raw")):
        subprocess.run(["pdftotext", option, str(printed), str(DOCUMENTS / name)], check=True)
        keep_truth(name, ugly)


def _as_read() -> None:
    """ReportLab's pages as a text in the order in which they are read: columns are gone."""
    source = DOCUMENTS / "24-pages-with-repeated-heading.pdf"
    made = DOCUMENTS / "48-text-as-read.txt"
    subprocess.run(["pdftotext", str(source), str(made)], check=True)
    said = source.with_suffix(".pdf.json").read_text(encoding="utf-8")
    made.with_suffix(".txt.json").write_text(said.replace("well-formed", "ugly"), encoding="utf-8")


def _openable(data: bytes) -> bytes:
    """A document whose XML was written by hand, with the parts and the lines that an office needs to print it."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    look = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
    across = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:body>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relations = "http://schemas.openxmlformats.org"
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        body = old.read("word/document.xml").decode().replace("<w:tblPr/>", look).replace("</w:body>", across)
        types = old.read("[Content_Types].xml").decode()
        main = f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        new.writestr("[Content_Types].xml", types.replace("</Types>", main))
        new.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{relations}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        new.writestr("word/document.xml", re.sub(r"<w:tbl>.*?</w:tbl>", _with_grid, body, flags=re.DOTALL))
    return file.getvalue()


def _with_grid(table: re.Match[str]) -> str:
    """A table that says how many columns it has, without which merged cells are drawn anyhow."""
    rows = re.findall(r"<w:tr>.*?</w:tr>", table[0], re.DOTALL)
    widths = [
        sum(
            int(span[1]) if (span := re.search(r'gridSpan w:val="(\d+)"', cell)) else 1
            for cell in row.split("<w:tc>")[1:]
        )
        for row in rows
    ]
    columns = f'<w:gridCol w:w="{14_000 // max(widths)}"/>' * max(widths)
    return table[0].replace("</w:tblPr>", f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>", 1)


def _of_another_hand(folder: Path) -> None:
    """Documents of another hand, printed."""
    for name, source in (
        ("71-two-plans-and-a-list.pdf", "69-two-plans-and-a-list.docx"),
        ("72-landscape-with-everything.pdf", "51-landscape-with-everything.docx"),
    ):
        (folder / source).write_bytes(_openable((DOCUMENTS / source).read_bytes()))
        (DOCUMENTS / name).write_bytes(_converted(folder / source, "pdf", folder))
        said = (DOCUMENTS / f"{source}.json").read_text(encoding="utf-8")
        (DOCUMENTS / f"{name}.json").write_text(said, encoding="utf-8")


def make() -> None:
    """Writes all of them."""
    with tempfile.TemporaryDirectory() as folder:
        _of_others(Path(folder))
        _of_another_hand(Path(folder))
        _printed(Path(folder))
    _as_read()
