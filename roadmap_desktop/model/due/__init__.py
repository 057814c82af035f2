"""The wording of a due date: words first, dates read out of them, and words written for dates given by hand."""

from roadmap_desktop.model.due.description import describe
from roadmap_desktop.model.due.occurrences import occurrences, recurrences, single_rules
from roadmap_desktop.model.due.reader import read_due
from roadmap_desktop.model.due.reading import DueKind, DueReading
from roadmap_desktop.model.due.rewriter import rewrite_due
from roadmap_desktop.model.due.shifting import shift_wording
from roadmap_desktop.model.due.writer import write_deadline, write_due

__all__ = [
    "DueKind",
    "DueReading",
    "describe",
    "occurrences",
    "read_due",
    "recurrences",
    "rewrite_due",
    "shift_wording",
    "single_rules",
    "write_deadline",
    "write_due",
]
