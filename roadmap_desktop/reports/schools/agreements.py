"""«Реестр договоров»: network agreements and how long they are valid."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from roadmap_desktop.model.expiry import Expiry, expiry
from roadmap_desktop.model.registers.partnership import Agreement
from roadmap_desktop.model.russian import counted
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import TableColumn, column, computed
from roadmap_desktop.reports.lists import as_of, listed
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source


def agreements(source: Source) -> Document:
    """All agreements by their dates and numbers, and how many of them are valid today."""
    records = by_day(source.entries("agreements"), "signed_on")
    said = f"{as_of(source)}: {_summary(records, source.today)}"
    return headed(
        "Реестр договоров о сетевом взаимодействии",
        listed(
            agreement_columns(source.today), records, "Договоров о сетевом взаимодействии пока нет.", said
        ),
    )


def agreement_columns(today: date) -> tuple[TableColumn, ...]:
    """What is shown of an agreement; its state is that of today."""
    return (
        column(Agreement, "number", 0, title="Номер договора"),
        column(Agreement, "signed_on"),
        column(Agreement, "school_id"),
        column(Agreement, "partner_id"),
        column(Agreement, "subject", 70),
        column(Agreement, "valid_until"),
        computed("Состояние", 0, lambda one: _state(one, today).value),
    )


def _state(agreement: Entry, today: date) -> Expiry:
    return expiry(agreement.values["valid_until"], today)


def _summary(records: Sequence[Entry], today: date) -> str:
    if len(records) == 1:
        return f"1 договор, {_state(records[0], today).value}"
    states = Counter(_state(one, today) for one in records)
    counts = ", ".join(f"{each.value} — {states[each]}" for each in Expiry if states[each])
    return f"{counted(len(records), 'договор', 'договора', 'договоров')}, из них {counts}"


REPORT = Report(
    id="agreements", title="Реестр договоров", group=Group.SCHOOLS, parameters=(), build=agreements
)
