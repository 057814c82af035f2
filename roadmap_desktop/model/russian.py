"""Russian words that depend on a number or a month."""

from datetime import date

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
# «Марта», «мая», «января».
MONTHS_OF = tuple(month + "а" if month[-1] not in "ьй" else month[:-1] + "я" for month in MONTHS)
# History and undo are read at a glance.
_LONGEST_NAME = 100


def plural(count: int, one: str, few: str, many: str) -> str:
    """The form of a noun that goes with the number: 1 мероприятие, 2 мероприятия, 5 мероприятий (CLDR, plural rules
    for ru)."""
    if count % 10 == 1 and count % 100 != 11:
        return one
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return few
    return many


def counted(count: int, one: str, few: str, many: str) -> str:
    """The number with its noun: «23 мероприятия»."""
    return f"{count} {plural(count, one, few, many)}"


def activities_counted(count: int) -> str:
    """«1 мероприятие», «23 мероприятия»."""
    return counted(count, "мероприятие", "мероприятия", "мероприятий")


def shortened(text: str, most: int) -> str:
    """The text, of a longer one so many letters, the last of which are dots."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def quoted(name: str) -> str:
    """The name of a record as the label of an edit tells it, of a long one its beginning: «СОШ № 1»."""
    return f"«{shortened(name, _LONGEST_NAME)}»"


def capital(text: str) -> str:
    """The text with its first letter a capital; the others stay: «план ИППР» is «План ИППР»."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text with its first letter small, the others stay."""
    return text[:1].lower() + text[1:]


def within(text: str) -> str:
    """The text as it stands within a sentence: with a small first letter, unless it begins with an abbreviation, as
    «ФГОС основного общего образования» does."""
    return small(text) if text[1:2].islower() else text


def stopped(text: str) -> str:
    """The text as a sentence: with a full stop, unless it ends with a sign of its own."""
    return text if text.endswith((".", "!", "?", ";", ":")) else f"{text}."


def month_title(day: date) -> str:
    """«Октябрь 2020»."""
    return f"{MONTHS[day.month - 1].capitalize()} {day.year}"


def number_text(number: float) -> str:
    """A number as it is written in Russian: «38», «3,5»."""
    return f"{number:g}".replace(".", ",")
