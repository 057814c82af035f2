"""What lists of records share: schools in the order people count them, numbers, the order that approved them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from roadmap_desktop.model.period import school_year_label
from roadmap_desktop.model.revision_row import order_words
from roadmap_desktop.model.rows import RoadmapInfo
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.activity_cells import NUMBER as NUMBER
from roadmap_desktop.reports.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from roadmap_desktop.reports.dressing import annex_text
from roadmap_desktop.reports.source import Entry, Source


def school_names(source: Source) -> dict[str, str]:
    """Short names of schools by their keys."""
    return {one.id: one.name for one in source.entries("schools")}


def listed_schools(source: Source) -> set[str]:
    """The keys of the schools in the list of the roadmap's school year."""
    year = school_year_label(source.plan.info.period)
    return {one.values["school_id"] for one in source.entries("memberships", school_year=year)}


def by_names(entries: Iterable[Entry], names: Mapping[str, str], *fields: str, then: str = "") -> list[Entry]:
    """The records in the order of what these links are called, «СОШ № 2» before «СОШ № 10»; ``then`` is a field that
    decides among equals."""
    return sorted(
        entries,
        key=lambda one: (
            [as_counted(names.get(one.values[field] or "", "")) for field in fields],
            as_counted(str(one.values[then] or "")) if then else [],
        ),
    )


def numbered(rows: Iterable[tuple[Cell, ...]]) -> tuple[Row, ...]:
    """Rows with «№ п/п» before their cells."""
    return tuple(Row((f"{number}.", *cells)) for number, cells in enumerate(rows, 1))


def part(title: str, columns: Sequence[Column], rows: Sequence[Row], empty: str) -> Iterator[Block]:
    """A part of a document: its heading, and its table or what is said of an empty one."""
    yield Heading(title, level=2)
    yield table_or_words(columns, rows, empty)


def table_or_words(columns: Sequence[Column], rows: Sequence[Row], empty: str) -> Table | Paragraph:
    """The table, or what is said of an empty one."""
    return Table(tuple(columns), tuple(rows)) if rows else Paragraph(empty)


def order_cell(record: Entry) -> str:
    """«№ 12 от 01.09.2020», as far as the record knows it."""
    return order_words(record.values["order_number"], record.values["order_date"])


def annex_to_own_order(records: Sequence[Entry], info: RoadmapInfo) -> str:
    """«Приложение к приказу … от … № …» with the order that all the records name; with lines to write on where they
    name none or several. The roadmap's own order is another one."""
    orders = {(one.values["order_number"], one.values["order_date"]) for one in records}
    number, day = orders.pop() if len(orders) == 1 else ("", None)
    return annex_text(info._replace(annex_number="", order_number=number, order_date=day))


def as_of(source: Source) -> str:
    """«По состоянию на 10.12.2020»."""
    return f"По состоянию на {source.today:%d.%m.%Y}"
