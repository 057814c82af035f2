"""Marks of execution as states."""

import re

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.search import folded

_WORDS = (
    (State.CANCELLED, r"отмен[её]н\w*|снят\w*( с контроля)?"),
    (State.MOVED, r"перенес[её]н\w*"),
    (State.PLANNED, r"не (выполнен|исполнен|проведен|начат)\w*|запланирован\w*|план\b|не приступал\w*"),
    (
        State.IN_WORK,
        r"в работе|в процессе|выполняется|исполняется|в стадии \w+|частично\w*( выполнен\w*)?|на исполнении",
    ),
    (State.DONE, r"(выполнен|исполнен|проведен|завершен|сделан|реализован)\w*|вып\.?|исп\.?|да|\+|✓|✔|v"),
)
_STATES = tuple((state, re.compile(pattern)) for state, pattern in _WORDS)
# «Просрочено» and «без даты» are worked out anew from the dates.
_EMPTY = re.compile(r"[-–—_.\s]*|нет|просрочено( на)?( \d+ (дн\.?|день|дня|дней))?|без даты")
_SIGNS = "✓✔! "


def state_of(text: str) -> tuple[State, str]:
    """The state that a mark says, and the words that say more and must not be lost."""
    said = folded(text).strip()
    said = said.strip(_SIGNS) or said
    if _EMPTY.fullmatch(said):
        return State.PLANNED, ""
    for state, pattern in _STATES:
        found = pattern.match(said)
        if found and not said[found.end() : found.end() + 1].isalpha():
            return state, "" if not said[found.end() :].strip(" .") else text.strip().strip(_SIGNS)
    return State.PLANNED, text.strip()
