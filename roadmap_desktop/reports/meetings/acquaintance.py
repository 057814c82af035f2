"""«Лист ознакомления» with a document: who of which school, when; with rows to fill in by hand."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.revision_row import order_words
from roadmap_desktop.model.russian import capital
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Column,
    Document,
    FillIn,
    Heading,
    Paragraph,
    Row,
    Table,
)
from roadmap_desktop.reports.lists import NUMBER
from roadmap_desktop.reports.parameters import BLANK
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Лист ознакомления"
_COLUMNS = (
    NUMBER,
    Column("Образовательная организация", 56),
    Column("Фамилия, инициалы", 46),
    Column("Дата", 24, Align.CENTRE),
    Column("Подпись", 34),
)
# Room to sign in, in millimetres.
_HEIGHT = 9
_BLANK_ROWS = 20


def acquaintance(source: Source, record: str | None, rows: int, *, blank: bool = False) -> Document:
    """Those acquainted with that document by schools, then so many empty rows; ``blank``: empty rows alone, and
    without a document a line for its name."""
    document = source.entry("documents", record) if record else None
    known = [] if blank or document is None else source.entries("acquaintances", document_id=document.id)
    return Document(
        title=f"{TITLE}: {document.name}" if document else f"{TITLE} (бланк)",
        blocks=(*_head(document), *_blocks(known, rows)),
    )


def _head(document: Entry | None) -> Iterator[Block]:
    yield Heading(TITLE)
    if document is None:
        yield FillIn("С документом", lines=2)
        return
    values = document.values
    kind = "" if values["kind"] == "иное" else str(values["kind"])
    requisites = " ".join(filter(None, (kind, order_words(values["number"], values["signed_on"]))))
    yield Paragraph(capital(requisites), Align.CENTRE)
    yield Paragraph(_quoted(values["name"]), Align.CENTRE, bold=True)
    if values["issued_by"]:
        yield Paragraph(f"Кем издан: {values['issued_by']}", Align.CENTRE, small=True)


def _quoted(name: str) -> str:
    return name if "«" in name else f"«{name}»"


def _blocks(known: Sequence[Entry], rows: int) -> Iterator[Block]:
    if not known and not rows:
        yield Paragraph("Об ознакомлении с документом записей нет.", Align.CENTRE)
        return
    listed = sorted(
        known, key=lambda one: (as_counted(one.texts["school_id"]), as_counted(one.values["who"]))
    )
    filled = [(one.texts["school_id"], one.values["who"], one.values["acquainted_on"]) for one in listed]
    cells = [*filled, *[("", "", None)] * rows]
    table = tuple(Row((f"{number}.", *one, "")) for number, one in enumerate(cells, 1))
    yield Table(_COLUMNS, table, least_height=_HEIGHT)


def _build(source: Source, choices: Choices) -> Document:
    blank = choices["blank"]
    rows = choices["rows"] or (_BLANK_ROWS if blank else 0)
    return acquaintance(source, choices["record"], rows, blank=blank)


REPORT = Report(
    id="acquaintance",
    title="Лист ознакомления",
    group="Совещания и документы",
    parameters=(
        Parameter(
            "record",
            "документ",
            "«О поддержке школ»",
            ParameterKind.RECORD,
            register="documents",
            required=True,
            unless="blank",
        ),
        Parameter("rows", "пустых строк", "10", ParameterKind.NUMBER),
        BLANK,
    ),
    build=_build,
    # Everyone signs in a row of his or her own.
    signers=(),
)
