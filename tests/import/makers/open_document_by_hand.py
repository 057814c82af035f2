"""LibreOffice's formats as XML written by hand."""

import io
import zipfile
from html import escape

from plans import ROWS, Row, Truth, cells, keep, numbered, within

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
                       ("draw", "drawing"), ("fo", "xsl-fo-compatible"))
)  # fmt: skip
HEAD = ("№ пп", "Мероприятие", "Срок проведения", "Ответственный за выполнение", "Планируемые результаты")


def packed(kind: str, content: str, styles: str = "") -> bytes:
    """An OpenDocument of its body's XML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.2">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{content}</office:{kind}></office:body></office:document-content>",
        )
        kind_of = f"application/vnd.oasis.opendocument.{kind}"
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind_of}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return file.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of plain text or of XML."""
    return f"<text:p>{text if text.startswith('<') else escape(text)}</text:p>"


def cell(content: str, attributes: str = "") -> str:
    """A cell of plain text or of XML."""
    inner = content if content.startswith("<text:") else "".join(map(paragraph, content.split("\n")))
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def row(*texts: str, attributes: str = "") -> str:
    """A row of cells, each plain text or the XML of a cell."""
    inner = "".join(one if one.startswith("<table:") else cell(one) for one in texts)
    return f"<table:table-row {attributes}>{inner}</table:table-row>"


def wide(text: str, columns: int = 5) -> str:
    """A row of one cell over the whole width."""
    covered = f'<table:covered-table-cell table:number-columns-repeated="{columns - 1}"/>'
    return row(cell(text, f'table:number-columns-spanned="{columns}"'), covered)


def text_with_lists() -> None:
    """A text: sections, a heading that repeats, a list counting the rows, notes, comments, changes, hidden words."""
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="."/>'
        '</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    count = '<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p/></text:list-item></text:list>'
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>сноска</text:p></text:note-body></text:note>'
    comment = "<office:annotation><text:p>проверить!</text:p></office:annotation>"
    first, second = "I. Диагностика", "II. Обучение"
    rows = within(first, numbered(ROWS[2:5])) + within(second, numbered(ROWS[9:12], first=4))
    body = []
    for place, one in enumerate(rows):
        if place in (0, 3):
            body.append(wide(one.section))
        name = f"<text:p>{escape(one.name)}{note if place == 1 else ''}</text:p>"
        if place == 2:
            name = f'<text:p>{escape(one.name)}<text:span text:style-name="T1"> СКРЫТО</text:span>{comment}</text:p>'
        due = one.due_text.replace(" ", '<text:s text:c="2"/>', 1) if place == 0 else escape(one.due_text)
        body.append(row(cell(count), cell(name), cell(f"<text:p>{due}</text:p>"), ", ".join(one.performers),
                        cell("".join(map(paragraph, one.expected_result.split("\n"))))))  # fmt: skip
    listed = (
        '<text:p>Неделя наставничества:</text:p><text:list text:style-name="L2">'
        + "".join(
            f"<text:list-item><text:p>{text}</text:p></text:list-item>"
            for text in ("открытые уроки;", "встречи.")
        )
        + "</text:list>"
    )
    body.append(row(cell(count), cell(listed), "ноябрь<text:line-break/>2024 года", "МБУ «ИМЦ»", ""))
    body[-1] = row(
        cell(count), cell(listed), cell("<text:p>ноябрь<text:line-break/>2024 года</text:p>"), "МБУ «ИМЦ»", ""
    )
    rows.append(Row("Неделя наставничества:\n- открытые уроки;\n- встречи.", "ноябрь 2024 года", ("МБУ «ИМЦ»",), "",
                    "7", second))  # fmt: skip
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Старый план</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    head = f"<table:table-header-rows>{row(*HEAD)}{row(*'12345')}</table:table-header-rows>"
    table = f'<table:table table:name="Т1"><table:table-column table:number-columns-repeated="5"/>{head}{"".join(body)}</table:table>'
    above = paragraph("План методической поддержки школ") + paragraph("на 2024 – 2025 учебный год")
    keep("14-text-with-lists.odt", packed("text", changes + above + table, styles),
         Truth(rows, "План методической поддержки школ на 2024 – 2025 учебный год", period=("2024-09-01", "2025-08-31")))  # fmt: skip


def sheet_to_its_end() -> None:
    """A sheet whose last row and column repeat to the end, a hidden column, a hidden sheet, sections merged down."""
    styles = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    end = '<table:table-cell table:number-columns-repeated="1018"/>'
    rest = '<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    parts = (("Аналитика", ROWS[35:38]), ("Кадры", ROWS[39:43]))
    body = [row("Раздел", "№", "Наименование мероприятия", "служебное", "Сроки", "Исполнитель", end)]
    rows: list[Row] = []
    for title, own in parts:
        for place, one in enumerate(own):
            merged = f'table:number-rows-spanned="{len(own)}"'
            first = cell(title, merged) if place == 0 else "<table:covered-table-cell/>"
            number = len(rows) + 1
            figure = f'<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number}</text:p></table:table-cell>'
            attributes = 'table:visibility="collapse"' if place == 1 else ""
            body.append(row(first, figure, one.name, "не печатать", one.due_text, "\n".join(one.performers), end,
                            attributes=attributes))  # fmt: skip
            rows.append(Row(one.name, one.due_text, one.performers, "", str(number), title))
    columns = (
        '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="1020"/>'
    )
    sheet = f'<table:table table:name="План">{columns}{"".join(body)}{rest}</table:table>'
    hidden = f'<table:table table:name="Старый" table:style-name="ta2">{"".join(body[:3])}</table:table>'
    keep("15-sheet-to-its-end.ods", packed("spreadsheet", hidden + sheet, styles), Truth(rows))


def text_of_tables() -> None:
    """Each section has a table of its own below its title, numbers begin anew; the stamp is a table too."""
    stamp = f'<table:table table:name="Гриф">{row("", "УТВЕРЖДЕНО")}{row("", "приказом отдела образования от 26.08.2025 № 141")}</table:table>'
    content = [
        stamp,
        paragraph("Мероприятия по повышению качества образования"),
        paragraph("на 2025/2026 учебный год"),
    ]
    rows: list[Row] = []
    for title, own in (
        ("1. Управление", ROWS[44:46]),
        ("2. Работа с родителями", ROWS[31:33]),
        ("3. Итоги", ROWS[46:48]),
    ):
        own = within(title, numbered(own))
        content.append(f'<text:h text:outline-level="2">{title}</text:h>')
        content.append(f"<table:table>{row(*HEAD)}{''.join(row(*cells(one)) for one in own)}</table:table>")
        rows += own
    keep("16-table-for-each-section.odt", packed("text", "".join(content)),
         Truth(rows, "Мероприятия по повышению качества образования на 2025/2026 учебный год",
               {"order_number": "141", "order_date": "2025-08-26", "approving_body": "Отдел образования"}))  # fmt: skip


def make() -> None:
    """Writes all of them."""
    text_with_lists()
    sheet_to_its_end()
    text_of_tables()
