"""What lists of records share: schools in the order people count them, the order that approved them, empty lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.model.revision_row import order_words
from roadmap_desktop.model.rows import RoadmapInfo
from roadmap_desktop.model.school_list import PARTNERS, schools_shown
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Block, Paragraph, Table, notice, subtitle
from roadmap_desktop.reports.columns import TableColumn, numbered
from roadmap_desktop.reports.document_options import annex_text
from roadmap_desktop.reports.source import Entry, Source


def school_names(source: Source) -> dict[str, str]:
    """Short names of schools by their keys."""
    return {one.id: one.name for one in source.entries("schools")}


def schools_of_plan(source: Source) -> dict[str, str]:
    """The keys and names of the schools in the list of the roadmap's school year, or of all of them where that is
    empty, by name; partners that are no schools are not among those."""
    schools = source.entries("schools")
    names = {one.id: one.name for one in schools}
    own = {one.id for one in schools if one.values.get("kind") not in PARTNERS}
    return {id_: names[id_] for id_ in schools_shown(names, listed_schools(source) or own)} if own else {}


def full_name(school: Entry) -> str:
    """The full name of a school, else the short one."""
    return str(school.values["full_name"] or school.name)


def listed_schools(source: Source) -> set[str]:
    """The keys of the schools in the list of the roadmap's school year."""
    return {one.values["school_id"] for one in year_memberships(source, source.plan.info.period)}


def year_memberships(source: Source, year: Period) -> Sequence[Entry]:
    """That schools are in the list of that school year."""
    return source.entries("memberships", school_year=school_year_label(year))


def by_names(entries: Iterable[Entry], names: Mapping[str, str], *fields: str, then: str = "") -> list[Entry]:
    """The records in the order of what these links are called, «СОШ № 2» before «СОШ № 10»; ``then`` is a field that
    decides among equals."""
    return sorted(
        entries,
        key=lambda one: (
            [as_counted(names.get(one.values[field] or "", "")) for field in fields],
            as_counted(str(one.values[then] or "")) if then else (),
        ),
    )


def by_field(entries: Iterable[Entry], field: str) -> dict[Any, list[Entry]]:
    """The records by that field's value, each group in the order they were given."""
    found: dict[Any, list[Entry]] = {}
    for one in entries:
        found.setdefault(one.values[field], []).append(one)
    return found


def listed(
    columns: Sequence[TableColumn], rows: Sequence[Any], empty: str, *said: str, **layout: Any
) -> Iterator[Block]:
    """The rows in a numbered table, beneath the title what is said of them; of none, what is said of an empty list."""
    if not rows:
        yield notice(empty)
        return
    yield from map(subtitle, said)
    yield numbered(columns, rows, **layout)


def or_words(table: Table, empty: str) -> Table | Paragraph:
    """The table, or in a part of a document what is said of an empty one."""
    return table if table.rows else Paragraph(empty)


def plan_title(source: Source) -> Iterator[Block]:
    """The roadmap's own title beneath that of the document, where it has one."""
    if source.plan.info.title:
        yield subtitle(source.plan.info.title)


def order_cell(record: Entry) -> str:
    """«№ 12 от 01.09.2020», as far as the record knows it."""
    return order_words(record.values["order_number"], record.values["order_date"])


def common_order(records: Iterable[Entry]) -> tuple[str, date | None]:
    """Number and date of the order that all the records name; neither where they name none or several."""
    orders = {(one.values["order_number"], one.values["order_date"]) for one in records}
    return orders.pop() if len(orders) == 1 else ("", None)


def annex_to_own_order(records: Sequence[Entry], info: RoadmapInfo) -> str:
    """«Приложение № … к приказу … от … № …» with the order that all the records name; with lines to write on where they
    name none or several. The roadmap's own order is another one."""
    number, day = common_order(records)
    return annex_text(info._replace(annex_number="", order_number=number, order_date=day))


def as_of(source: Source) -> str:
    """«По состоянию на 10.12.2020»."""
    return f"По состоянию на {source.today:%d.%m.%Y}"
