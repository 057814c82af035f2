"""What a meeting considers: the items of its agenda, else the lines of its own text, which older files have."""

from roadmap_desktop.model.agenda import points
from roadmap_desktop.model.list_lines import points_apart
from roadmap_desktop.model.russian import stopped
from roadmap_desktop.reports.source import Entry, Source


def items_of(source: Source, meeting: Entry) -> list[Entry]:
    """By their numbers; those without one come last, as they were written down."""
    found = source.entries("agenda-items", meeting_id=meeting.id)
    return sorted(found, key=lambda one: (one.values["number"] is None, one.values["number"] or 0))


def agenda_point(item: Entry) -> str:
    """«О ходе выполнения. Докладчик: Образцова А. А.»."""
    speaker = item.values["speaker"]
    question = points_apart(item.values["name"].strip())
    return f"{stopped(question)} Докладчик: {speaker}" if speaker else question


def agenda_text(source: Source, meeting: Entry) -> str:
    """The numbered questions, a line each, for a cell of a table."""
    questions = [one.values["name"].strip() for one in items_of(source, meeting)]
    return "\n".join(
        f"{number}. {question}"
        for number, question in enumerate(questions or points(meeting.values["agenda"]), 1)
    )
