"""What calendars on paper share: which records of registers stand on their days, and texts short enough for a day."""

from roadmap_desktop.reports.parameters import parts_to_print
from roadmap_desktop.reports.report import Choices, Parameter

# The registers with a day, named here so that the list of reports maps none of them; a test holds the names together.
RECORD_KINDS = {
    "meetings": "Совещания",
    "decisions": "Решения совещаний",
    "events": "Совместные мероприятия",
    "visits": "Журнал адресной помощи",
    "lessons": "Дистанционные занятия",
    "courses": "Курсы",
    "steps": "Шаги планов развития",
    "zones": "Проблемные зоны",
    "practices": "Практики",
    "agreements": "Договоры",
    "publications": "Публикации",
}
_SHORT = 70
_PREPOSITION = 3


def kinds_parameter() -> Parameter:
    """The choice of what stands in the days beside activities."""
    shown = (RECORD_KINDS["meetings"],)
    return parts_to_print(RECORD_KINDS.values(), shown, title="что показать кроме мероприятий")


def chosen_kinds(choices: Choices) -> frozenset[str]:
    """The registers whose titles were chosen."""
    return frozenset(register for register, title in RECORD_KINDS.items() if title in choices["groups"])


def short(text: str) -> str:
    """The beginning of a text in one line, cut between words and not after a preposition."""
    line = " ".join(text[: _SHORT * 8].split())
    if len(line) <= _SHORT:
        return line
    cut = line[: _SHORT + 1].rpartition(" ")[0] or line[:_SHORT]
    words = cut.split(" ")
    while len(words) > 1 and len(words[-1]) <= _PREPOSITION:
        words.pop()
    return f"{' '.join(words).rstrip(' ,;:.–—-')}…"
