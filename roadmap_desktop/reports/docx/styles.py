"""The styles of a Word document. What Word knows by an English name it shows in its own language: «Заголовок 1»."""

from collections.abc import Iterable, Iterator

from roadmap_desktop.reports.blocks import PageSetup
from roadmap_desktop.reports.docx.units import twips, twips_of_points

NORMAL = "Normal"
TEXT = "BodyText"
INDENTED = "BodyTextFirstIndent"
SMALL = "Explanation"
ITEM = "ListParagraph"
FILLED_IN = "FilledIn"
FILL_IN = "FillIn"
STAMP = "Stamp"
SIGNATURE = "Signature"
HEADER = "Header"
CONTENTS = "TOC2"
CHART = "Chart"
SPACER = "Spacer"
GRID = "TableGrid"

STAMP_WIDTH = 80
HANGING = 8
_FIRST_LINE = 12.5
_GAP = 4
_WRITTEN = 8
_LEADING = 1.15
_FONT = "Times New Roman"
_WHOLE = "<w:suppressAutoHyphens/>"
_KEPT = "<w:keepNext/><w:keepLines/>"
_CENTRED = '<w:jc w:val="center"/>'
_BOLD = "<w:b/><w:bCs/>"


def cell_style(size: float) -> str:
    """The style of a table's cells, one for each size of font."""
    return f"Cell{_half_points(size)}"


def header_style(size: float) -> str:
    """The style of the titles of a table's columns."""
    return f"ColumnTitle{_half_points(size)}"


def caption_style(size: float) -> str:
    """The style of a row across the whole table."""
    return f"RowCaption{_half_points(size)}"


def styles(page: PageSetup, cell_sizes: Iterable[float]) -> Iterator[str]:
    """The children of the part with styles; ``cell_sizes`` are those of the fonts of the tables."""
    size = page.font_size
    yield _defaults(size)
    yield _style(NORMAL, "Normal", "", "", is_default=True)
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    yield from _headings(size)
    yield from _running_text(page)
    yield _grid()
    for each in sorted(set(cell_sizes)):
        yield from _of_table(each)


def to_margin(page: PageSetup, leader: str) -> str:
    """A tab that leads to the right margin with that sign. It is a paragraph's own: one of the style would stop it
    short in a part that lies otherwise."""
    return f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{twips(page.width)}"/></w:tabs>'


def in_stamp(page: PageSetup | None) -> str:
    """The room of a stamp at the right margin. The style has the document's own, a part that lies otherwise another."""
    return "" if page is None else f'<w:ind w:left="{twips(page.width - STAMP_WIDTH)}"/>'


def heading_style(level: int) -> str:
    """The style of a heading."""
    return f"Heading{level}"


def _headings(size: float) -> Iterator[str]:
    for level, its_size in ((1, size + 2), (2, size)):
        yield _style(
            heading_style(level),
            f"heading {level}",
            f'{_KEPT}{_WHOLE}<w:spacing w:before="{twips(_GAP)}" w:after="{twips(_GAP / 2)}"/>{_CENTRED}'
            f'<w:outlineLvl w:val="{level - 1}"/>',
            _BOLD + _sized(its_size),
            follows=TEXT,
        )


def _running_text(page: PageSetup) -> Iterator[str]:
    size = page.font_size
    after = f'<w:spacing w:after="{twips(_GAP / 2)}"/>'
    first = f'<w:ind w:firstLine="{twips(_FIRST_LINE)}"/>'
    hanging = f'<w:ind w:left="{twips(HANGING)}" w:hanging="{twips(HANGING)}"/>'
    yield _style(TEXT, "Body Text", _WHOLE + after, "")
    yield _style(INDENTED, "Body Text First Indent", first, "", based_on=TEXT)
    yield _style(
        SMALL, "Пояснение", f'{_WHOLE}<w:spacing w:after="{twips(_GAP)}"/>', _sized(max(size - 1, 6))
    )
    yield _style(ITEM, "List Paragraph", _WHOLE + after + hanging, "")
    yield _style(FILLED_IN, "Заполненная строка", _WHOLE + after, "")
    before = twips(_WRITTEN) - twips_of_points(size * _LEADING)
    high = f'<w:spacing w:before="{before}" w:after="{twips(_GAP / 2)}"/>'
    yield _style(FILL_IN, "Строка для заполнения", _WHOLE + high, "")
    spaced = '<w:spacing w:line="360" w:lineRule="auto"/>'
    yield _style(STAMP, "Гриф", f"<w:keepLines/>{_WHOLE}{spaced}{in_stamp(page)}", "")
    yield _style(
        SIGNATURE, "Signature", f'<w:keepLines/>{_WHOLE}<w:spacing w:before="{twips(2 * _GAP)}"/>', ""
    )
    yield _style(HEADER, "header", _CENTRED, "")
    yield _style(CONTENTS, "toc 2", _WHOLE + after, "")
    yield _style(
        CHART, "Диаграмма", f'<w:spacing w:before="{twips(_GAP)}" w:after="{twips(_GAP)}"/>{_CENTRED}', ""
    )
    yield _style(SPACER, "Разделитель", '<w:spacing w:line="20" w:lineRule="exact"/>', _sized(1))


def _of_table(size: float) -> Iterator[str]:
    named = f"{size:g}"
    cell = cell_style(size)
    yield _style(cell, f"Ячейка таблицы, {named}", "", _sized(size))
    yield _style(
        header_style(size),
        f"Название столбца, {named}",
        f"<w:keepNext/>{_WHOLE}{_CENTRED}",
        "",
        based_on=cell,
    )
    yield _style(
        caption_style(size), f"Подзаголовок таблицы, {named}", _KEPT + _WHOLE + _CENTRED, _BOLD, based_on=cell
    )


def _defaults(size: float) -> str:
    fonts = "".join(f' w:{script}="{_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>{_sized(size)}"
        '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _grid() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return (
        f'<w:style w:type="table" w:styleId="{GRID}"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>'
    )


def _style(
    id: str,
    name: str,
    paragraph: str,
    letters: str,
    *,
    based_on: str = NORMAL,
    follows: str = "",
    is_default: bool = False,
) -> str:
    base = "" if is_default else f'<w:basedOn w:val="{based_on}"/>'
    following = f'<w:next w:val="{follows}"/>' if follows else ""
    default = ' w:default="1"' if is_default else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{id}"><w:name w:val="{name}"/>{base}{following}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _sized(size: float) -> str:
    return f'<w:sz w:val="{_half_points(size)}"/><w:szCs w:val="{_half_points(size)}"/>'


def _half_points(size: float) -> int:
    return round(size * 2)
