"""«Реестр документов»: normative and methodical documents, of any kind or of one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from roadmap_desktop.model.russian import counted
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.lists import NUMBER, as_of, numbered
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source

# The register's words for kinds of documents, and as a title has them.
KINDS = {
    "приказ": "приказы",
    "письмо": "письма",
    "план": "планы",
    "методические рекомендации": "методические рекомендации",
    "справка": "справки",
    "протокол": "протоколы",
    "иное": "иные документы",
}
_TABLE = "document"
_COLUMNS = (
    NUMBER,
    Column("Вид", 36),
    Column("Номер", 0, Align.CENTRE),
    Column("Дата", 0, Align.CENTRE),
    Column("Название", 92),
    Column("Кем издан", 44),
    Column("Ознакомлены", 30),
    Column("Файлы", 44),
)


def documents(source: Source, kind: str | None = None) -> Document:
    """The documents by date, with their files and how many schools were acquainted; ``kind``: of that kind alone."""
    title = f"Реестр документов: {KINDS[kind]}" if kind else "Реестр документов"
    chosen = {"kind": kind} if kind else {}
    found = by_day(source.entries("documents", **chosen), "signed_on")
    return headed(title, _blocks(source, found, of_one_kind=kind is not None))


def _blocks(source: Source, found: Sequence[Entry], *, of_one_kind: bool) -> Iterator[Block]:
    if source.plan.info.title:
        yield Paragraph(source.plan.info.title, Align.CENTRE, small=True)
    if not found:
        of_what = "Документов этого вида" if of_one_kind else "Документов"
        yield Paragraph(f"{of_what} в реестре пока нет.", Align.CENTRE)
        return
    yield Paragraph(as_of(source), Align.CENTRE, small=True)
    schools = {
        (one.values["document_id"], one.values["school_id"]) for one in source.entries("acquaintances")
    }
    acquainted = Counter(document for document, _ in schools)
    yield Table(_COLUMNS, numbered(_cells(source, one, acquainted) for one in found))


def _cells(source: Source, document: Entry, acquainted: Mapping[str, int]) -> tuple[Cell, ...]:
    values = document.values
    count = acquainted.get(document.id, 0)
    return (
        str(values["kind"]),
        values["number"],
        values["signed_on"],
        values["name"],
        values["issued_by"],
        counted(count, "школа", "школы", "школ") if count else "",
        "; ".join(source.attached(_TABLE, document.id)),
    )


def _build(source: Source, choices: Choices) -> Document:
    return documents(source, choices["kind"])


REPORT = Report(
    id="documents",
    title="Реестр документов",
    group="Совещания и документы",
    parameters=(Parameter("kind", "вид", "приказ", ParameterKind.CHOICE, choices=tuple(KINDS)),),
    build=_build,
)
