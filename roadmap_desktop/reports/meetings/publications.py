"""«Реестр публикаций»: what was said of the work in media and on sites."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.calendar_cells import short
from roadmap_desktop.reports.lists import NUMBER, numbered
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Entry, Source

_COLUMNS = (
    NUMBER,
    Column("Дата", 0, Align.CENTRE),
    Column("Где опубликовано", 46),
    Column("Название", 72),
    Column("Адрес страницы", 62),
    Column("Мероприятие дорожной карты", 64),
)


def publications(source: Source, period: Period) -> Document:
    """The publications of the period by date, each with the activities that it covers."""
    title = f"Реестр публикаций за {period_words(period)}"
    found = of_period(source, "publications", "published_on", period)
    return headed(title, _blocks(source, found, period))


def _blocks(source: Source, found: Sequence[Entry], period: Period) -> Iterator[Block]:
    if source.plan.info.title:
        yield Paragraph(source.plan.info.title, Align.CENTRE, small=True)
    if found:
        yield Table(_COLUMNS, numbered(_cells(source, one) for one in found))
    else:
        yield Paragraph(f"За {period_words(period)} публикаций нет.", Align.CENTRE)


def _cells(source: Source, publication: Entry) -> tuple[Cell, ...]:
    values = publication.values
    activities = [
        source.plan.by_id[key]
        for key in source.activities_of("publications", publication.id)
        if key in source.plan.by_id
    ]
    return (
        values["published_on"],
        "\n".join(filter(None, (values["medium"], publication.texts["school_id"]))),
        values["name"],
        values["address"],
        "\n".join(f"{row.number}. {short(row.name)}" for row in activities),
    )


def _build(source: Source, choices: Choices) -> Document:
    return publications(source, choices["period"])


REPORT = Report(
    id="publications",
    title="Реестр публикаций",
    group="Совещания и документы",
    parameters=(PERIOD,),
    build=_build,
)
