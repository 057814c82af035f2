"""«Реестр документов»: normative and methodical documents, of any kind or of one."""

from collections import Counter

from roadmap_desktop.model.registers import documents as register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import as_of, listed, plan_title
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source

# Kinds of documents as a title has them.
KINDS = {
    "приказ": "приказы",
    "письмо": "письма",
    "план": "планы",
    "методические рекомендации": "методические рекомендации",
    "справка": "справки",
    "протокол": "протоколы",
    "иное": "иные документы",
}
_TITLE = "Реестр документов"


def documents(source: Source, kind: str | None = None) -> Document:
    """The documents by date, with their files and how many schools were acquainted; ``kind``: of that kind alone."""
    schools = {
        (one.values["document_id"], one.values["school_id"]) for one in source.entries("acquaintances")
    }
    acquainted = Counter(document for document, _ in schools)

    def schools_of(document: Entry) -> str:
        count = acquainted[document.id]
        return counted(count, "школа", "школы", "школ") if count else ""

    columns = (
        column(register.Document, "kind", 36),
        column(register.Document, "number", 0),
        column(register.Document, "signed_on"),
        column(register.Document, "name", 92),
        column(register.Document, "issued_by"),
        computed("Ознакомлены", 30, schools_of),
        computed(
            "Файлы", 44, lambda one: "; ".join(source.attached(register.Document.__tablename__, one.id))
        ),
    )
    found = by_day(source.entries("documents", **({"kind": kind} if kind else {})), "signed_on")
    empty = f"{'Документов этого вида' if kind else 'Документов'} в реестре пока нет."
    return headed(
        f"{_TITLE}: {KINDS[kind]}" if kind else _TITLE,
        (*plan_title(source), *listed(columns, found, empty, as_of(source))),
    )


REPORT = Report(
    id="documents",
    title=_TITLE,
    group=Group.MEETINGS,
    parameters=(Parameter("kind", "вид", "приказ", ParameterKind.CHOICE, choices=tuple(KINDS)),),
    build=documents,
)
