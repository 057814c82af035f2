"""Many documents at once: every month of the year, the plan of every teacher; as one file, or as a folder of files."""

import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.attachment_names import safe_name
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.printing.printing import draft, save_document
from roadmap_desktop.operations.printing.report_terms import terms_of
from roadmap_desktop.reports import render
from roadmap_desktop.reports.blocks import Block, Document, Heading, PageBreak
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Source
from roadmap_desktop.storage.output import told_failures, write_data

_SCHOOLS = "school"
_VARIED = (
    ParameterKind.RECORD,
    ParameterKind.MONTH,
    ParameterKind.QUARTER,
    ParameterKind.HALF,
    ParameterKind.WEEK,
)

Tell = Callable[[int, int], object]
IsCancelled = Callable[[], bool]


class Item(NamedTuple):
    """One of the documents: what it is called, the value that makes it another than the others, and the keys of the
    schools that it is about."""

    name: str
    value: Any
    schools: frozenset[str] = frozenset()


class Batch(NamedTuple):
    """A report made anew for each item, which ``parameter`` takes; all else is as it was chosen for one. ``warn`` is
    told what will not be on paper."""

    report: Report
    choices: Choices
    altered: Mapping[str, Any]
    parameter: str
    items: Sequence[Item]
    warn: Callable[[str], object] = lambda _sentence: None


def varied(report: Report) -> list[Parameter]:
    """The parameters of which each value can have a document of its own; first the one without which there is none."""
    found = [parameter for parameter in report.parameters if parameter.kind in _VARIED]
    return sorted(found, key=lambda parameter: not parameter.required)


def items_of(parameter: Parameter, source: Source) -> list[Item]:
    """What the parameter can be: the terms of the roadmap's period, or the records of a register by name. Raises
    UserError."""
    if parameter.kind is ParameterKind.RECORD:
        schools = _schools_of(parameter.register, source)
        found = [
            Item(entry.name, entry.id, schools(entry.id)) for entry in source.entries(parameter.register)
        ]
        return sorted(found, key=lambda item: as_counted(item.name))
    return [Item(name, term) for name, term in terms_of(parameter.kind, source.plan.info.period)]


def save_as_one(batch: Batch, source: Source, path: Path, tell: Tell, is_cancelled: IsCancelled) -> None:
    """Writes all documents one after another into one file, each on a new page. ``tell`` gets how many of how many
    steps are done. Raises UserError, Cancelled; an older file of that name is untouched then."""
    of = len(batch.items) + 1
    blocks: list[Block] = []
    page = None
    for done, document in enumerate(_documents(batch, source, is_cancelled)):
        marked = _marked(document.blocks, batch.items[done].name)
        blocks += [PageBreak(), *marked] if done else marked
        page = page or document
        tell(done + 1, of)
    joined = replace(page or Document(batch.report.title, ()), title=batch.report.title, blocks=tuple(blocks))
    _warn_of_signs(batch, (joined,), path.suffix)
    save_document(joined, path, is_cancelled)
    tell(of, of)


def save_as_folder(
    batch: Batch, source: Source, folder: Path, suffix: str, tell: Tell, is_cancelled: IsCancelled
) -> Path:
    """Writes each document as a file of its own into a new folder within ``folder``, and answers it. The new folder
    appears when all are in it. Raises UserError, Cancelled; nothing is left behind then."""
    beside = folder / f".roadmap-{secrets.token_hex(8)}"
    made = _free(folder, safe_name(batch.report.title))
    of, digits = len(batch.items), len(str(len(batch.items)))
    written: list[Document] = []
    try:
        with told_failures(made.name):
            beside.mkdir()
        for number, document in enumerate(_documents(batch, source, is_cancelled), 1):
            name = batch.items[number - 1].name.replace("/", "_").replace("\\", "_")
            data = render.document_bytes(document, suffix, is_cancelled)
            write_data(data, beside / safe_name(f"{number:0{digits}} {name}{suffix}"))
            written.append(document)
            tell(number, of)
        _warn_of_signs(batch, written, suffix)
        with told_failures(made.name):
            beside.rename(made)
    finally:
        with suppress(OSError):
            shutil.rmtree(beside)
    return made


def _warn_of_signs(batch: Batch, documents: Iterable[Document], suffix: str) -> None:
    remark = render.undrawable(*documents) if suffix.lower() == ".pdf" else ""
    if remark:
        batch.warn(remark)


def _documents(batch: Batch, source: Source, is_cancelled: IsCancelled) -> Iterator[Document]:
    for item in batch.items:
        if is_cancelled():
            raise Cancelled
        choices = {**batch.choices, batch.parameter: item.value}
        yield draft(batch.report, choices, batch.altered, source).document


def _marked(blocks: Sequence[Block], name: str) -> list[Block]:
    """The document's blocks, its title known to the outline by what makes it another than the others."""
    marked = list(blocks)
    for index, block in enumerate(marked):
        if isinstance(block, Heading) and block.level == 1:
            marked[index] = replace(block, bookmark=name)
            break
    return marked


def _free(folder: Path, name: str) -> Path:
    made, number = folder / name, 1
    while made.exists():
        number += 1
        made = folder / f"{name} ({number})"
    return made


def _schools_of(register: str, source: Source) -> Callable[[str], frozenset[str]]:
    """The schools that a record of the register is of: itself, those it names, or those that what it names is of."""
    if BY_ID[register].table == _SCHOOLS:
        return lambda key: frozenset({key})
    named: dict[str, frozenset[str]] = {}
    further = [(name, table) for name, table in _links(register) if table != _SCHOOLS]
    onward = {
        table: {
            entry.id: _named_schools(BY_TABLE[table].id, entry.values)
            for entry in source.entries(BY_TABLE[table].id)
        }
        for _name, table in further
        if table in BY_TABLE
    }
    for entry in source.entries(register):
        found = set(_named_schools(register, entry.values))
        for name, table in further:
            found |= onward.get(table, {}).get(entry.values[name], frozenset())
        named[entry.id] = frozenset(found)
    return lambda key: named.get(key, frozenset())


def _named_schools(register: str, values: Any) -> frozenset[str]:
    return frozenset(
        values[name] for name, table in _links(register) if table == _SCHOOLS and values[name] is not None
    )


def _links(register: str) -> list[tuple[str, str]]:
    """The register's links: the field, and the table that it points at."""
    return [
        (field.name, field.references) for field in BY_ID[register].fields if field.kind is FieldKind.LINK
    ]
