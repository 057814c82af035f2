"""Word documents of XML written by hand: what python-docx does not write."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from plans import HEADING, ROWS, Row, Truth, cells, keep, numbered, within

from tests.exchange.plan_reading import word_files as w

WIDE, RESTART, MORE = '<w:gridSpan w:val="{}"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LONG = 'w:id="7" w:author="А" w:date="2024-09-01T10:00:00Z"'


def _inserted(text: str) -> str:
    return f"<w:ins {LONG}>{w.run(text)}</w:ins>"


def _deleted(text: str) -> str:
    return f'<w:del {LONG}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _controlled(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def changes_and_controls() -> None:
    """Tracked changes, a table in a content control, notes, comments, fields, hidden text, soft hyphens, NFD."""
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    comment = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ Row \\* ARABIC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    rows = numbered(ROWS[3:8])
    one, two, three, four, five = rows
    decomposed = unicodedata.normalize("NFD", four.name)
    body = [
        w.row(*(w.cell(title, "<w:shd/>") for title in HEADING), properties="<w:tblHeader/>"),
        w.row(
            w.cell(w.paragraph(field.format(w.run("1")))),
            w.cell(w.paragraph(w.run(one.name[:20]) + _deleted("прошлогодних ") + _inserted(one.name[20:]) + note)),
            w.cell(w.paragraph(_deleted("август") + _inserted("сентябрь") + w.run(" 2024"))),
            w.cell(w.paragraph(comment.format(w.run(", ".join(one.performers))))),
            one.expected_result,
        ),
        w.row("0", "Исключённое мероприятие", "май", "никто", "ничего", properties=f"<w:del {LONG}/>"),
        _controlled(
            w.row(two.number, two.name.replace("Семинар", "Семи\u00adнар"), two.due_text, _cell_in_control(two), "")
        ),
        w.row(
            w.cell(w.paragraph(field.format(w.run("3")))),
            three.name,
            w.cell(w.paragraph(w.run("до 01.10.2024") + w.run(" (черновик)", "<w:vanish/>"))),
            ", ".join(three.performers),
            three.expected_result,
        ),
        w.row(four.number, decomposed, four.due_text, ", ".join(four.performers), four.expected_result),
        w.row(
            five.number,
            w.cell(w.paragraph(w.run(five.name[:11]) + '<w:proofErr w:type="spellStart"/>' + w.run(five.name[11:]))),
            w.cell(w.paragraph(w.run("март") + "<w:r><w:tab/></w:r>" + w.run("– май 2025 г."))),
            ", ".join(five.performers),
            five.expected_result,
        ),
    ]  # fmt: skip
    rows[1] = replace(two, expected_result="")
    above = w.paragraph("План методической работы") + w.paragraph("на 2024/25 учебный год")
    keep("09-changes-and-controls.docx", w.packed(above + _controlled(w.table(*body))),
         Truth(rows, "План методической работы на 2024/25 учебный год", period=("2024-09-01", "2025-08-31")))  # fmt: skip


def _cell_in_control(row: Row) -> str:
    return f"<w:tc><w:tcPr/>{_controlled(w.paragraph(', '.join(row.performers)))}</w:tc>"


NUMBERING = (
    f'<?xml version="1.0"?><w:numbering {w.W}>'
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
)


def _listed(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def automatic_numbers() -> None:
    """Word counts the rows and the sections; a list of bullets in a cell; a signature in the last row."""
    titles = ("Организационные мероприятия", "Работа с педагогами")
    parts = (ROWS[24:28], ROWS[28:32])
    body = [w.row("№", "Мероприятия", "Сроки", "Исполнители", "Планируемый результат")]
    rows: list[Row] = []
    for place, (title, own) in enumerate(zip(titles, parts, strict=True), 1):
        section = f"{'I' * place}. {title}"
        body.append(w.row(w.cell(w.paragraph(w.run(title), _listed(1)), WIDE.format(5))))
        for row in within(section, numbered(own, first=len(rows) + 1)):
            body.append(w.row(w.cell(w.paragraph(w.run(""), _listed(2))), *cells(row)[1:]))
            rows.append(row)
    listed = w.paragraph("Подготовка:") + "".join(
        w.paragraph(w.run(text), _listed(3)) for text in ("приказа;", "положения.")
    )
    body.append(
        w.row(w.cell(w.paragraph(w.run(""), _listed(2))), w.cell(listed), "май", "отдел образования", "")
    )
    rows.append(
        Row("Подготовка:\n- приказа;\n- положения.", "май", ("отдел образования",), "", "9", rows[-1].section)
    )
    body.append(w.row(w.cell("Заведующий методическим кабинетом ______________ Л.Д. Рябова", WIDE.format(5))))
    keep("10-automatic-numbers.docx", w.packed(w.table(*body), numbering=NUMBERING), Truth(rows))


def nested_and_broken_rows() -> None:
    """A table within a cell, a name merged over several dues, a row broken by hand at the page's end, a stamp in a box."""
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ).format("".join(map(w.paragraph, ("УТВЕРЖДАЮ", "Директор МКУ «ЦРО»", "___________ О.Н. Власова"))))
    inner = w.table(w.row("математика", "12.11.2024"), w.row("русский язык", "14.11.2024"))
    body = [
        w.row("№ п/п", "Мероприятие", "Срок", "Ответственный", "Результат"),
        w.row("1", w.cell(w.paragraph("Пробные экзамены:") + inner + w.paragraph("")), "ноябрь 2024", "МКУ «ЦРО»",
              "Протоколы"),
        w.row(w.cell("2", RESTART), w.cell("Заседания рабочей группы", RESTART), "октябрь 2024", "Власова О.Н.",
              "Протокол № 1"),
        w.row(w.cell("", MORE), w.cell("", MORE), "март 2025", "Власова О.Н.", "Протокол № 2"),
        w.row("3", "Организация и проведение муниципальной научно-практической", "апрель 2025", "МКУ «ЦРО»,",
              "Сборник тезисов"),
        w.row("", "конференции учителей", "", "руководители РМО", ""),
        w.row("4", "Итоги", "июнь 2025", "МКУ «ЦРО»", "Отчёт"),
    ]  # fmt: skip
    rows = [
        Row("Пробные экзамены:\nматематика 12.11.2024 русский язык 14.11.2024", "ноябрь 2024", ("МКУ «ЦРО»",),
            "Протоколы", "1"),
        Row("Заседания рабочей группы", "октябрь 2024, март 2025", ("Власова О.Н.",), "Протокол № 1 Протокол № 2", "2"),
        Row("Организация и проведение муниципальной научно-практической конференции учителей", "апрель 2025",
            ("МКУ «ЦРО»", "руководители РМО"), "Сборник тезисов", "3"),
        Row("Итоги", "июнь 2025", ("МКУ «ЦРО»",), "Отчёт", "4"),
    ]  # fmt: skip
    keep("11-nested-and-broken-rows.docx", w.packed(box + w.paragraph("План на 2024-2025 учебный год") + w.table(*body)),
         Truth(rows, document={"head_name": "О.Н. Власова", "head_post": "Директор МКУ «ЦРО»"}, ugly=True))  # fmt: skip


def strict_and_three_lines_of_heading() -> None:
    """Strict Open XML; a heading of three rows that repeats in the middle, with numbers of columns, rows that begin late."""
    titles: Sequence[str] = ("№", "Направления и", "Срок", "Ответственные", "Результат")
    more: Sequence[str] = ("п/п", "мероприятия", "исполнения", "исполнители", "(вид документа)")
    rows = numbered(ROWS[14:22], "{}")
    head = [w.row(*titles), w.row(*more), w.row(*"12345")]
    own = [w.row(*cells(row)) for row in rows]
    total = w.row(w.cell("Итого: 8 мероприятий", WIDE.format(5)))
    data = w.packed(w.paragraph("КОМПЛЕКСНЫЙ ПЛАН") + w.paragraph("методического сопровождения школ")
                    + w.table(*head, *own[:4], *head, *own[4:], total))  # fmt: skip
    keep(
        "12-heading-of-three-lines.docx",
        data,
        Truth(rows, "КОМПЛЕКСНЫЙ ПЛАН методического сопровождения школ"),
    )


def layout_and_levels() -> None:
    """The whole plan in a cell of a layout table; sections and their parts; a dash for nobody; «//» for the same."""
    body = [
        w.row("№", "Наименование мероприятий", "Дата", "Отв.", "Ожидаемые результаты деятельности"),
        w.row("1", w.cell("Создание условий", WIDE.format(4))),
        w.row("1.1", "Приказ о рабочей группе", "09.2025", "УО", "приказ"),
        w.row("1.2", "Положение о наставничестве", "//", "//", "положение"),
        w.row("2", w.cell("Работа со школами", WIDE.format(4))),
        w.row("2.1", "Посещение уроков", "в теч. года", "УО, ЦРО", "справки"),
        w.row("2.2.", "Собеседования", "ноябрь, апрель", "-//-", "протоколы"),
    ]
    first, second = "1 Создание условий", "2 Работа со школами"
    rows = [
        Row("Приказ о рабочей группе", "09.2025", ("УО",), "приказ", "1.1", first),
        Row("Положение о наставничестве", "09.2025", ("УО",), "положение", "1.2", first),
        Row("Посещение уроков", "в теч. года", ("УО", "ЦРО"), "справки", "2.1", second),
        Row("Собеседования", "ноябрь, апрель", ("УО", "ЦРО"), "протоколы", "2.2", second),
    ]
    outer = w.table(
        w.row(w.cell(w.paragraph("План работы на 2025/2026 уч.год") + w.table(*body) + w.paragraph("")))
    )
    keep(
        "13-layout-and-levels.docx",
        w.packed(outer),
        Truth(rows, "План работы на 2025/2026 уч.год", ugly=True),
    )


def make() -> None:
    """Writes all of them."""
    changes_and_controls()
    automatic_numbers()
    nested_and_broken_rows()
    strict_and_three_lines_of_heading()
    layout_and_levels()
