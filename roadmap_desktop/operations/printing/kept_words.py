"""The words of a document that are typed where it is printed, and kept in the file."""

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.month.conclusions import conclusions, set_conclusions
from roadmap_desktop.reports.report import Choices, ParameterKind, Report
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def keep_words(file: RoadmapFile, report: Report, choices: Choices) -> ChangeSet | None:
    """Keeps what was typed into the report's parameters of kept words; an empty text lets go of what was kept. None
    where nothing was typed, or nothing else than is kept. Raises UserError."""
    typed = [
        choices[each.name]
        for each in report.parameters
        if each.kind is ParameterKind.KEPT and choices.get(each.name) is not None
    ]
    # Conclusions of a month are all the words that are kept so far.
    month = choices["month"].start if typed else None
    if month is None or typed[0] == conclusions(file, month):
        return None
    return set_conclusions(file, month, typed[0])
