"""«Совместные мероприятия сетевых партнёров»: what partners do together over a period."""

from collections.abc import Iterator, Mapping

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.lists import NUMBER, numbered
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Entry, Source

_COLUMNS = (
    NUMBER,
    Column("Дата", 0, Align.CENTRE),
    Column("Мероприятие", 80),
    Column("Школа", 40),
    Column("Школа-партнёр", 40),
    Column("Итог", 66),
)


def events(source: Source, period: Period) -> Document:
    """The events of that period by their days; in that of the whole roadmap also those without a day, last."""
    title = f"Совместные мероприятия сетевых партнёров за {period_words(period)}"
    return headed(title, _blocks(source, period))


def _blocks(source: Source, period: Period) -> Iterator[Block]:
    found = of_period(source, "events", "held_on", period)
    if not found:
        yield Paragraph(f"За {period_words(period)} совместных мероприятий не записано.", Align.CENTRE)
        return
    bonds = {one.id: one.texts for one in source.entries("partnerships")}
    yield Table(_COLUMNS, numbered(_cells(one, bonds[one.values["partnership_id"]]) for one in found))


def _cells(event: Entry, bond: Mapping[str, str]) -> tuple[Cell, ...]:
    values = event.values
    return values["held_on"], values["name"], bond["school_id"], bond["partner_id"], values["result"]


def _build(source: Source, choices: Choices) -> Document:
    return events(source, choices["period"])


REPORT = Report(
    id="events",
    title="Совместные мероприятия сетевых партнёров",
    group="Школы",
    parameters=(PERIOD,),
    build=_build,
)
