"""«Список сетевого партнёрства образовательных организаций»: the annex to the order that approves it."""

from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.partnership import Partnership, Site
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import annex_to_own_order, by_names, listed, order_cell, school_names
from roadmap_desktop.reports.report import Group, Report, Stamp
from roadmap_desktop.reports.source import Source

TITLE = "Список сетевого партнёрства образовательных организаций"
SITE = column(Partnership, "site", cell=lambda one: "нет" if one.values["site"] == Site.NO else "да")


def partnership(source: Source) -> Document:
    """Who helps which school with what; the column of curators is there when one is known."""
    records = by_names(source.entries("partnerships"), school_names(source), "school_id", "partner_id")
    with_curators = any(one.values["curator"] for one in records)
    columns = (
        column(Partnership, "school_id", 52, title="Организация с низкими образовательными результатами"),
        column(Partnership, "partner_id", 46, title="Организация-партнёр"),
        column(Partnership, "directions", title="Направления поддержки"),
        SITE,
        *([column(Partnership, "curator", 38)] if with_curators else []),
        computed("Приказ", 32, order_cell),
    )
    return headed(
        f"{TITLE} на {period_words(source.plan.info.period)}",
        listed(columns, records, "Сетевых партнёрств пока нет."),
        annex=annex_to_own_order(records, source.plan.info),
    )


REPORT = Report(
    id="partnership", title=TITLE, group=Group.SCHOOLS, parameters=(), build=partnership, stamp=Stamp.ANNEX
)
