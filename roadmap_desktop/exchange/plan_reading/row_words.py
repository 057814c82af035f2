"""What a cell of an activity says by itself: that it is a row's number, or a due."""

import re
from typing import Final

from roadmap_desktop.model.due import DueKind, read_due
from roadmap_desktop.model.period import school_year

NUMBER_WORDS: Final = re.compile(
    r"(?:№ ?|п\. ?)?(?:\d{1,4}(?:\.\d{1,3})*|[IVXLCІХ]{1,6}(?:\.\d{1,3})*)\s?[.)]{0,2}"
)
_ANY_YEAR = school_year(2020)


def reads_as_due(text: str) -> bool:
    """Whether a wording is understood as a due, whatever the plan's year."""
    return read_due(text, _ANY_YEAR).kind is not DueKind.UNKNOWN
