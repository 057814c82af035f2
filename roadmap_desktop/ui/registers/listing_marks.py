"""The words by which the records of a table are filtered."""

from roadmap_desktop.model.expiry import SOON
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import split_words
from roadmap_desktop.model.standing import Standing

# How an agreement stands, and what has no value, as filters name them.
VALIDITIES = ("действует", "истекает", "истёк", "без срока")
LATE, NOT_SAID = "просрочено", "не указано"


def validity(days_left: int | None) -> str:
    """How an agreement with so many days left stands; None: it has no end."""
    if days_left is None:
        return VALIDITIES[3]
    return VALIDITIES[2] if days_left < 0 else VALIDITIES[1] if days_left <= SOON else VALIDITIES[0]


def marks_of(field: Field, text: str, standing: Standing | None) -> tuple[str, ...]:
    """The words of a field that is shown as ``text`` and stands so."""
    if not text:
        return (NOT_SAID,)
    if field.kind is FieldKind.WORDS:
        return tuple(split_words(text))
    return (text, LATE) if standing is not None and standing.is_overdue else (text,)
