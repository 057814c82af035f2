"""The words by which the records of a table are filtered."""

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import split_words
from roadmap_desktop.model.standing import Standing

# What has no value, as filters name it.
LATE, NOT_SAID = "просрочено", "не указано"


def marks_of(field: Field, text: str, standing: Standing | None) -> tuple[str, ...]:
    """The words of a field that is shown as ``text`` and stands so."""
    if not text:
        return (NOT_SAID,)
    if field.kind is FieldKind.WORDS:
        return tuple(split_words(text))
    return (text, LATE) if standing is not None and standing.is_overdue else (text,)
