"""What calendars on paper share: which records of registers stand on their days, and texts short enough for a day."""

from collections.abc import Collection

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.reports.parameters import parts_to_print
from roadmap_desktop.reports.report import Parameter

RECORD_KINDS = {register.id: register.title for register in REGISTERS if register.day}
_SHORT = 70
_PREPOSITION = 3


def kinds_parameter() -> Parameter:
    """The choice of what stands in the days beside activities."""
    shown = (RECORD_KINDS["meetings"],)
    return parts_to_print(RECORD_KINDS.values(), shown, title="что показать, кроме мероприятий")


def chosen_kinds(titles: Collection[str]) -> frozenset[str]:
    """The registers with these titles."""
    return frozenset(register for register, title in RECORD_KINDS.items() if title in titles)


def short(text: str) -> str:
    """The beginning of a text in one line, cut between words and not after a preposition."""
    line = one_line(text[: _SHORT * 8])
    if len(line) <= _SHORT:
        return line
    cut = line[: _SHORT + 1].rpartition(" ")[0] or line[:_SHORT]
    words = cut.split(" ")
    while len(words) > 1 and len(words[-1]) <= _PREPOSITION:
        words.pop()
    return f"{' '.join(words).rstrip(' ,;:.–—-')}…"
