"""Values of registers' fields as they are typed: in a cell, on the command line, in what is pasted."""

import re
from collections.abc import Sequence
from typing import Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import WORDS_BREAK, split_words
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.period import school_year, school_year_label
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.values import parse_date

# No cell and no paper shows them.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")


def parse_field(register: Register, field: Field, text: str) -> Any:
    """The value of a field, of any kind but a link, from text. Raises UserError with what is wrong."""
    text = _UNSEEN.sub("", text)
    stripped = " ".join(text.split())
    match field.kind:
        case FieldKind.DATE:
            return parse_date(text)
        case FieldKind.NUMBER | FieldKind.DECIMAL | FieldKind.SHARE:
            return _number(field, stripped)
        case FieldKind.YEAR:
            return year_text(stripped)
        case FieldKind.WORDS:
            words = [_word(word, field.choices) for word in split_words(stripped.replace(",", ";"))]
            return WORDS_BREAK.join(words)
        case FieldKind.CHOICE:
            word = _word(stripped, field.choices)
            return field.value(word)
        case FieldKind.NAMES:
            return tuple(split_performers(text))
        case FieldKind.LINE:
            return stripped
    return text


def year_text(text: str) -> str:
    """A school year as it is stored, «2020–2021», from «2020-2021», «2020/21» or «2020». Raises UserError."""
    if not text:
        return ""
    try:
        period = school_year(text.replace(" ", ""))
    except ValueError:
        raise UserError(
            f"«{text}» — не учебный год.", NOTHING_CHANGED, "Напишите его так: 2020–2021."
        ) from None
    return school_year_label(period)


def _number(field: Field, text: str) -> float | None:
    plain = text.replace(" ", "").removesuffix("%").replace(",", ".")
    if not plain:
        return None
    try:
        number = float(plain)
    except ValueError:
        number = float("nan")
    if field.kind is FieldKind.NUMBER and number == number and abs(number) < 1e15 and number == int(number):
        return int(number)
    if field.kind is FieldKind.NUMBER or number != number or abs(number) == float("inf"):
        what = "целое число" if field.kind is FieldKind.NUMBER else "число"
        raise UserError(f"«{text}» — не {what}.", NOTHING_CHANGED, "Напишите цифрами.")
    return number


def _word(text: str, words: Sequence[str]) -> str:
    for word in words:
        if word.casefold() == text.casefold():
            return word
    raise UserError(
        f"«{text}» в списке нет.{nearest(text, words)}", NOTHING_CHANGED, f"Можно: {', '.join(words)}."
    )
