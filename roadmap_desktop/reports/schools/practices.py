"""«Реестр эффективных практик»: the experience of schools that is worth passing on."""

from datetime import date

from roadmap_desktop.model.registers.practices import Practice
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import as_of, by_names, listed, school_names
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Реестр эффективных практик"


def _presented(practice: Entry) -> str:
    """Where and when, as far as either is known: «Методическая неделя, 12.03.2021»."""
    day: date | None = practice.values["presented_on"]
    return ", ".join(filter(None, (practice.values["presented_at"], f"{day:%d.%m.%Y}" if day else "")))


PRESENTED = computed("Где и когда представлена", 46, _presented)


def practices(source: Source) -> Document:
    """All practices by school and theme, with the files attached to them."""
    columns = (
        column(Practice, "name", 50, title="Тема практики"),
        column(Practice, "school_id", 32),
        column(Practice, "author", 46),
        column(Practice, "description", 70, title="Краткое описание"),
        PRESENTED,
        computed("Материалы", 36, lambda one: "\n".join(source.attached("practice", one.id))),
    )
    records = by_names(source.entries("practices"), school_names(source), "school_id", then="name")
    return headed(TITLE, listed(columns, records, "Эффективных практик пока не записано.", as_of(source)))


REPORT = Report(id="practices", title=TITLE, group=Group.SCHOOLS, parameters=(), build=practices)
