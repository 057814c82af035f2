"""What a parameter can name: the records of a register, the approved revisions."""

from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.report_source import FileSource
from roadmap_desktop.reports.report import Parameter, ParameterKind


def named_for(parameter: Parameter, source: FileSource) -> list[tuple[str, str]]:
    """Keys and names: records by name, revisions as they were approved, the newest first. Raises KnownError."""
    if parameter.kind is ParameterKind.REVISION:
        return [(row.id, row.name) for row in source.revisions()]
    found = [(entry.id, entry.name) for entry in source.entries(parameter.register)]
    return sorted(found, key=lambda one: as_counted(one[1]))
