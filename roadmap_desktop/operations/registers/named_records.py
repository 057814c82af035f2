"""What a parameter can name: the records of a register, those of one name with their day, the approved revisions."""

from collections import Counter
from datetime import date

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.printing.report_source import FileSource
from roadmap_desktop.reports.report import Parameter, ParameterKind


def named_for(parameter: Parameter, source: FileSource) -> list[tuple[str, str]]:
    """Keys and names: records by name, revisions as they were approved, the newest first. Raises UserError."""
    if parameter.kind is ParameterKind.REVISION:
        return [(row.id, row.name) for row in source.revisions()]
    day = BY_ID[parameter.register].day
    entries = [(entry, entry.values.get(day)) for entry in source.entries(parameter.register)]
    entries.sort(key=lambda one: (as_counted(one[0].name), one[1] if isinstance(one[1], date) else date.min))
    times = Counter(entry.name for entry, _day in entries)
    return [
        (entry.id, f"{entry.name}, {on:%d.%m.%Y}")
        if times[entry.name] > 1 and isinstance(on, date)
        else (entry.id, entry.name)
        for entry, on in entries
    ]
