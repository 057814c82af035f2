"""Values of fields as they are shown."""

from datetime import date
from typing import Any

from roadmap_desktop.model.russian import number_text

WORDS_BREAK = "; "


def value_text(value: Any) -> str:
    """A value as a cell shows it: «05.10.2020», «3,5»; links have their names elsewhere."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return number_text(value) if isinstance(value, float) else str(value)


def split_words(text: str) -> list[str]:
    """The words of a field of the kind ``WORDS``."""
    return [word.strip() for word in text.split(WORDS_BREAK.strip()) if word.strip()]
