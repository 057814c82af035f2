"""«Список сетевого партнёрства образовательных организаций»: the annex to the order that approves it."""

from collections.abc import Iterator

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
from roadmap_desktop.reports.report import Choices, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Список сетевого партнёрства образовательных организаций"
_COLUMNS = (
    NUMBER,
    Column("Организация с низкими образовательными результатами", 52),
    Column("Организация-партнёр", 46),
    Column("Направления поддержки", 56),
    Column("Базовая площадка", 0, Align.CENTRE),
    Column("Куратор", 38),
    Column("Приказ", 32),
)
_CURATOR = 5


def partnership(source: Source) -> Document:
    """Who helps which school with what; the column of curators is there when one is known."""
    records = by_names(source.entries("partnerships"), school_names(source), "school_id", "partner_id")
    title = f"{TITLE} на {period_words(source.plan.info.period)}"
    return headed(title, _blocks(records), annex=annex_to_own_order(records, source.plan.info))


def _blocks(records: list[Entry]) -> Iterator[Block]:
    if not records:
        yield Paragraph("Сетевых партнёрств пока нет.", Align.CENTRE)
        return
    rows = [_cells(one) for one in records]
    with_curators = any(row[_CURATOR - 1] for row in rows)
    if not with_curators:
        rows = [(*row[: _CURATOR - 1], *row[_CURATOR:]) for row in rows]
    columns = _COLUMNS if with_curators else (*_COLUMNS[:_CURATOR], *_COLUMNS[_CURATOR + 1 :])
    yield Table(columns, numbered(rows))


def _cells(record: Entry) -> tuple[Cell, ...]:
    texts = record.texts
    return (
        texts["school_id"],
        texts["partner_id"],
        texts["directions"].replace(";", ","),
        "нет" if texts["site"] == "нет" else "да",
        texts["curator"],
        order_cell(record),
    )


def _build(source: Source, _choices: Choices) -> Document:
    return partnership(source)


REPORT = Report(
    id="partnership",
    title="Список сетевого партнёрства образовательных организаций",
    group="Школы",
    parameters=(),
    build=_build,
    stamp=Stamp.ANNEX,
    signers=(),
)
