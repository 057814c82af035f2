"""«Реестр публикаций»: what was said of the work in media and on sites."""

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.publications import Publication
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.calendar_cells import short
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import listed, plan_title
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source


def publications(source: Source, period: Period) -> Document:
    """The publications of the period by date, each with the activities that it covers."""
    columns = (
        column(Publication, "published_on"),
        column(Publication, "medium", 46, cell=_where),
        column(Publication, "name", 72),
        column(Publication, "address", 62),
        computed("Мероприятие дорожной карты", 64, lambda one: _activities(source, one)),
    )
    found = of_period(source, "publications", "published_on", period)
    return headed(
        f"Реестр публикаций за {period_words(period)}",
        (*plan_title(source), *listed(columns, found, f"За {period_words(period)} публикаций нет.")),
    )


def _where(publication: Entry) -> str:
    return "\n".join(filter(None, (publication.values["medium"], publication.texts["school_id"])))


def _activities(source: Source, publication: Entry) -> str:
    served = source.activities_of("publications", publication.id)
    known = (source.plan.by_id[key] for key in served if key in source.plan.by_id)
    return "\n".join(f"{row.number}. {short(row.name)}" for row in known)


REPORT = Report(
    id="publications",
    title="Реестр публикаций",
    group=Group.MEETINGS,
    parameters=(PERIOD,),
    build=publications,
)
