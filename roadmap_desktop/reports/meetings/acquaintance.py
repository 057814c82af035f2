"""«Лист ознакомления» with a document: every school of the year's list, who of it was acquainted and when; with rows to
fill in by hand."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.registers.documents import Acquaintance
from roadmap_desktop.model.revision_row import order_words
from roadmap_desktop.model.russian import capital
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Document,
    FillIn,
    Heading,
    Paragraph,
    notice,
    subtitle,
)
from roadmap_desktop.reports.columns import column, computed, numbered
from roadmap_desktop.reports.lists import schools_of_plan
from roadmap_desktop.reports.parameters import BLANK, one_record
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Лист ознакомления"
_COLUMNS = (
    column(Acquaintance, "school_id", 56, title="Образовательная организация"),
    column(Acquaintance, "who", 46, title="Фамилия, инициалы"),
    column(Acquaintance, "acquainted_on", 24),
    computed("Подпись", 34, lambda _: ""),
)
# Room to sign in, in millimetres.
_HEIGHT = 9
_BLANK_ROWS = 20


def acquaintance(
    source: Source, record: str | None, rows: int | None = None, *, blank: bool = False
) -> Document:
    """Those acquainted with that document and a row for each school of the year's list that is not, by schools, then so
    many empty rows; ``blank``: empty rows alone, and without a document a line for its name."""
    document = source.entry("documents", record) if record else None
    known = [] if blank or document is None else _by_schools(source, document)
    return Document(
        title=f"{TITLE}: {document.name}" if document else f"{TITLE} (бланк)",
        blocks=(*_head(document), *_blocks(known, rows or (_BLANK_ROWS if blank else 0))),
    )


def _head(document: Entry | None) -> Iterator[Block]:
    yield Heading(TITLE)
    if document is None:
        yield FillIn("С документом", lines=2)
        return
    values = document.values
    kind = "" if values["kind"] == "иное" else str(values["kind"])
    requisites = " ".join(filter(None, (kind, order_words(values["number"], values["signed_on"]))))
    yield notice(capital(requisites))
    yield Paragraph(_quoted(values["name"]), Align.CENTRE, bold=True)
    if values["issued_by"]:
        yield subtitle(f"Кем издан: {values['issued_by']}")


def _quoted(name: str) -> str:
    return name if "«" in name else f"«{name}»"


def _by_schools(source: Source, document: Entry) -> list[Entry]:
    known = source.entries("acquaintances", document_id=document.id)
    acquainted = {one.values["school_id"] for one in known}
    waiting = [_to_fill_in(name) for id_, name in schools_of_plan(source).items() if id_ not in acquainted]
    return sorted(
        (*known, *waiting),
        key=lambda one: (as_counted(one.texts["school_id"]), as_counted(one.values["who"])),
    )


def _to_fill_in(school: str = "") -> Entry:
    """A row to fill in by hand."""
    return Entry("", "", {"who": "", "acquainted_on": None}, {"school_id": school})


def _blocks(listed: Sequence[Entry], rows: int) -> Iterator[Block]:
    if listed or rows:
        yield numbered(_COLUMNS, (*listed, *[_to_fill_in()] * rows), least_height=_HEIGHT)
    else:
        yield notice("Об ознакомлении с документом записей нет.")


REPORT = Report(
    id="acquaintance",
    title="Лист ознакомления",
    group=Group.MEETINGS,
    parameters=(
        one_record("documents", "документ", "«О поддержке школ»", unless="blank"),
        Parameter("rows", "пустых строк", "10", ParameterKind.NUMBER),
        BLANK,
    ),
    build=acquaintance,
    # Everyone signs in a row of his or her own.
    signers=(),
)
