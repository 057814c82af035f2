"""The table of activities as it stands, as a report."""

from roadmap_desktop.model.standing import standing
from roadmap_desktop.operations.printing import Report
from roadmap_desktop.operations.shown_table import ShownColumn, ShownTable, found_note, shown_report_of
from roadmap_desktop.ui.table.columns import COLUMNS, PLACES
from roadmap_desktop.ui.table.header import TableHeader
from roadmap_desktop.ui.table.listing import Filter
from roadmap_desktop.ui.table.model import TableModel

_STATE = PLACES["state"]


def shown_report(model: TableModel, header: TableHeader) -> Report:
    """The rows that are listed, in the columns that are shown, both in their order."""
    places = header.shown()
    columns = [ShownColumn(COLUMNS[place].label, header.sectionSize(place)) for place in places]
    rows = [
        tuple(
            standing(row, model.today()).word if place == _STATE else model.text(row, place)
            for place in places
        )
        for row in model.rows
    ]
    return shown_report_of(
        ShownTable("activities", "Мероприятия дорожной карты", columns, rows, _note(model))
    )


def _note(model: TableModel) -> str:
    row_filter = model.row_filter
    said = [] if row_filter.filter is Filter.ALL else [f"Отобрано: {row_filter.filter.value.lower()}"]
    if row_filter.performers:
        names = {name.casefold(): name for row in model.rows for name in row.performers}
        said.append(
            "Ответственные: " + ", ".join(names.get(key, key) for key in sorted(row_filter.performers))
        )
    every = len(model.plan.activities) if model.plan else 0
    return found_note(row_filter.query, len(model.rows), every, said)
