"""«Список школ с низкими образовательными результатами»: the annex to the order that approves it."""

from collections.abc import Iterator, Mapping

from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.lists import (
    NUMBER,
    annex_to_own_order,
    by_names,
    numbered,
    order_cell,
    school_names,
)
from roadmap_desktop.reports.parameters import SCHOOL_YEAR
from roadmap_desktop.reports.report import Choices, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Список школ с низкими образовательными результатами"
# Full names of schools are long: a point less, and each takes a line less.
_FONT_SIZE = 11
_COLUMNS = (
    NUMBER,
    Column("Образовательная организация", 78),
    Column("Руководитель", 34),
    Column("Телефон, почта", 48),
    Column("Основания включения", 52),
    Column("Приказ о включении", 32),
)


def school_list(source: Source, year: Period) -> Document:
    """The schools in the list of that school year, why they are in it, and how to reach them."""
    records = by_names(
        source.entries("memberships", school_year=school_year_label(year)), school_names(source), "school_id"
    )
    title = f"{TITLE} на {period_words(year)}"
    return headed(title, _blocks(source, records, year), annex=annex_to_own_order(records, source.plan.info))


def _blocks(source: Source, records: list[Entry], year: Period) -> Iterator[Block]:
    if not records:
        yield Paragraph(f"На {period_words(year)} школ в списке нет.", Align.CENTRE)
        return
    schools = {one.id: one for one in source.entries("schools")}
    yield Table(_COLUMNS, numbered(_cells(one, schools) for one in records), font_size=_FONT_SIZE)


def _cells(record: Entry, schools: Mapping[str, Entry]) -> tuple[Cell, ...]:
    school = schools[record.values["school_id"]].values
    grounds = (record.values["grounds"].replace(";", ","), record.values["details"])
    return (
        school["full_name"] or school["name"],
        school["head"],
        school["contacts"],
        "\n".join(filter(None, grounds)),
        order_cell(record),
    )


def _build(source: Source, choices: Choices) -> Document:
    return school_list(source, choices["year"])


REPORT = Report(
    id="schools",
    title="Список школ с низкими образовательными результатами",
    group="Школы",
    parameters=(SCHOOL_YEAR,),
    build=_build,
    stamp=Stamp.ANNEX,
    # An annex is signed with the order that it belongs to (ГОСТ Р 7.0.97-2016, 5.16).
    signers=(),
)
