"""«Реестр договоров»: network agreements and how long they are valid."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.model.expiry import Expiry, expiry
from roadmap_desktop.model.russian import counted
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.lists import NUMBER, numbered
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Реестр договоров о сетевом взаимодействии"
COLUMNS = (
    NUMBER,
    Column("Номер договора", 0, Align.CENTRE),
    Column("Дата", 0, Align.CENTRE),
    Column("Школа", 40),
    Column("Школа-партнёр", 40),
    Column("Предмет договора", 70),
    Column("Действует до", 0, Align.CENTRE),
    Column("Состояние", 0, Align.CENTRE),
)


def agreements(source: Source) -> Document:
    """All agreements by their dates and numbers, and how many of them are valid today."""
    return headed(TITLE, _blocks(source))


def _blocks(source: Source) -> Iterator[Block]:
    records = source.entries("agreements")
    if not records:
        yield Paragraph("Договоров о сетевом взаимодействии пока нет.", Align.CENTRE)
        return
    yield Paragraph(_summary(records, source.today), Align.CENTRE, small=True)
    yield Table(COLUMNS, numbered(agreement_cells(one, source.today) for one in by_day(records, "signed_on")))


def _summary(records: Sequence[Entry], today: date) -> str:
    states = Counter(expiry(one.values["valid_until"], today) for one in records)
    counts = ", ".join(f"{each.value} — {states[each]}" for each in Expiry if states[each])
    total = counted(len(records), "договор", "договора", "договоров")
    return f"По состоянию на {today:%d.%m.%Y}: {total}, из них {counts}"


def agreement_cells(record: Entry, today: date) -> tuple[Cell, ...]:
    """The cells under ``COLUMNS`` after the number of the row."""
    values, texts = record.values, record.texts
    until = values["valid_until"]
    return (
        values["number"],
        values["signed_on"],
        texts["school_id"],
        texts["partner_id"],
        values["subject"],
        until,
        expiry(until, today).value,
    )


def _build(source: Source, _choices: Choices) -> Document:
    return agreements(source)


REPORT = Report(id="agreements", title="Реестр договоров", group="Школы", parameters=(), build=_build)
