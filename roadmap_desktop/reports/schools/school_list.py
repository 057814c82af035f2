"""«Список школ с низкими образовательными результатами»: the annex to the order that approves it."""

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import (
    annex_to_own_order,
    by_names,
    full_name,
    listed,
    order_cell,
    school_names,
    year_memberships,
)
from roadmap_desktop.reports.parameters import SCHOOL_YEAR
from roadmap_desktop.reports.report import Group, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Список школ с низкими образовательными результатами"
# Full names of schools are long: a point less, and each takes a line less.
_FONT_SIZE = 11


def school_list(source: Source, year: Period) -> Document:
    """The schools in the list of that school year, why they are in it, and how to reach them."""
    schools = {one.id: one for one in source.entries("schools")}

    def school(membership: Entry) -> Entry:
        return schools[membership.values["school_id"]]

    columns = (
        computed("Образовательная организация", 78, lambda one: full_name(school(one))),
        column(School, "head", 34).of(school),
        column(School, "contacts", 48).of(school),
        computed("Основания включения", 52, _grounds),
        computed("Приказ о включении", 32, order_cell),
    )
    records = by_names(year_memberships(source, year), school_names(source), "school_id")
    return headed(
        f"{TITLE} на {period_words(year)}",
        listed(columns, records, f"На {period_words(year)} школ в списке нет.", font_size=_FONT_SIZE),
        annex=annex_to_own_order(records, source.plan.info),
    )


def _grounds(membership: Entry) -> str:
    values = membership.values
    return "\n".join(filter(None, (values["grounds"].replace(";", ","), values["details"])))


REPORT = Report(
    id="schools",
    title=TITLE,
    group=Group.SCHOOLS,
    parameters=(SCHOOL_YEAR,),
    build=school_list,
    stamp=Stamp.ANNEX,
)
