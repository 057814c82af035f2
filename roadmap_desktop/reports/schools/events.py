"""«Совместные мероприятия сетевых партнёров»: what partners do together over a period."""

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.partnership import JointEvent, Partnership
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import column
from roadmap_desktop.reports.lists import listed
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source


def events(source: Source, period: Period) -> Document:
    """The events of that period by their days; in that of the whole roadmap also those without a day, last."""
    bonds = {one.id: one for one in source.entries("partnerships")}

    def partners(event: Entry) -> Entry:
        return bonds[event.values["partnership_id"]]

    columns = (
        column(JointEvent, "held_on"),
        column(JointEvent, "name"),
        column(Partnership, "school_id").of(partners),
        column(Partnership, "partner_id").of(partners),
        column(JointEvent, "result", 66),
    )
    words = period_words(period)
    found = of_period(source, "events", "held_on", period)
    return headed(
        f"Совместные мероприятия сетевых партнёров за {words}",
        listed(columns, found, f"За {words} совместных мероприятий не записано."),
    )


REPORT = Report(
    id="events",
    title="Совместные мероприятия сетевых партнёров",
    group=Group.SCHOOLS,
    parameters=(PERIOD,),
    build=events,
)
