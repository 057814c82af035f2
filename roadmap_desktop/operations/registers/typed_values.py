"""Values of fields as they are typed: in a cell, on the command line, in what is pasted. Links are named by what they
point at."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.choice_words import chosen_word
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import WORDS_BREAK, split_words
from roadmap_desktop.model.headings import headings_of, parts_of
from roadmap_desktop.model.hours import read_hours
from roadmap_desktop.model.letters import composed, one_line
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.period import school_year, school_year_label
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.search import folded
from roadmap_desktop.model.typed_date import read_date, without_midnight
from roadmap_desktop.operations.plan.reading import activity_numbered, read_plan
from roadmap_desktop.operations.registers.link_names import LinkNames
from roadmap_desktop.operations.registers.record_listing import choices_of, folded_name
from roadmap_desktop.storage.roadmap_file import RoadmapFile

# No cell and no paper shows them.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
# What is counted, behind the number of it.
_YEAR_WORDS = re.compile(r"(?<=\d) ?(?:уч(?:\.|ебный)?)? ?(?:год|гг?\.?)$")
_UNITS = re.compile(
    r"(?<=\d) ?(?:лет|год(?:а|ов)?|г|ч|час(?:а|ов)?|чел(?:овека?)?|балл(?:а|ов)?|учен\w+|%)\.?"
)


def field_named(register: Register, name: str) -> Field:
    """The field with that name or Russian label. Raises UserError with the nearest names."""
    wanted = folded(name.strip())
    for field in register.fields:
        if wanted in (field.name, field.name.removesuffix("_id"), folded(field.label)):
            return field
    headings, parts = headings_of(register), parts_of(register)
    if found := {folded(word): headings[word] for word in headings if word not in parts}.get(wanted):
        return register.field(found)
    known = [word for field in register.fields for word in (field.name, field.label)]
    raise UserError(
        f"Поля «{name}» в справочнике «{register.title}» нет.{nearest(name, known)}",
        NOTHING_CHANGED,
        f"Поля: {', '.join(f'{field.name} ({field.label})' for field in register.fields)}.",
    )


def parse_value(file: RoadmapFile, register: Register, field: Field, text: str) -> Any:
    """The value of a field from text; a link by the key or the name of what it points at. Raises UserError."""
    try:
        is_link = field.kind is FieldKind.LINK
        return _linked(file, register, field, text) if is_link else parse_field(field, text)
    except UserError as error:
        raise error.about(field.label) from None


def parse_field(field: Field, text: str) -> Any:
    """The value of a field, of any kind but a link, from text. Raises UserError with what is wrong."""
    text = composed(_UNSEEN.sub("", text))
    stripped = one_line(text)
    match field.kind:
        case FieldKind.DATE:
            return parse_date(text)
        case FieldKind.HOURS:
            return hours_text(text)
        case FieldKind.NUMBER | FieldKind.DECIMAL | FieldKind.SHARE:
            return _number(field, stripped)
        case FieldKind.YEAR:
            return year_text(stripped)
        case FieldKind.WORDS:
            words = [_word(word, field.choices) for word in split_words(stripped.replace(",", ";"))]
            return WORDS_BREAK.join(words)
        case FieldKind.CHOICE:
            return field.value(_word(stripped, field.choices))
        case FieldKind.NAMES:
            return tuple(split_performers(text))
        case FieldKind.LINE:
            return stripped
        case FieldKind.DUE:
            return without_midnight(text)
    return text


def parse_date(text: str) -> date | None:
    """A date in any way that ``model.typed_date`` reads; empty text is no date. Raises UserError for anything else."""
    if not text.strip():
        return None
    try:
        return read_date(text)
    except ValueError:
        raise UserError(f"«{text}» — не дата.", NOTHING_CHANGED, "Напишите её так: 05.10.2020.") from None


def hours_text(text: str) -> str:
    """The hours of a day as they are stored, «9:30–13:00», from any way they are written, see ``model.hours``. Raises
    UserError."""
    try:
        return str(read_hours(text) or "")
    except ValueError as error:
        raise UserError(str(error), NOTHING_CHANGED) from None


def year_text(text: str) -> str:
    """A school year as it is stored, «2020–2021», from «2020-2021», «2020/21» or «2020». Raises UserError."""
    if not text:
        return ""
    try:
        period = school_year(_YEAR_WORDS.sub("", text.lower()).replace(" ", ""))
    except ValueError:
        raise UserError(
            f"«{text}» — не учебный год.", NOTHING_CHANGED, "Напишите его так: 2020–2021."
        ) from None
    return school_year_label(period)


def _number(field: Field, text: str) -> float | None:
    unit = next((one for one in _UNITS.finditer(text.lower()) if one.end() == len(text)), None)
    plain = text[: unit.start() if unit else None].replace(" ", "").replace(",", ".")
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
    if (meant := chosen_word(text, words)) is not None:
        return meant
    raise UserError(
        f"«{text}» в списке нет.{nearest(text, words)}", NOTHING_CHANGED, f"Можно: {', '.join(words)}."
    )


def _linked(file: RoadmapFile, register: Register, field: Field, text: str) -> str | None:
    wanted = folded_name(text)
    if not wanted:
        return None
    choices = choices_of(file, register, field.name)
    found = [key for key, name in choices if key == text.strip() or folded_name(name) == wanted]
    if not found:
        known = LinkNames(file).keys(field.references, text)
        found = [key for key, _ in choices if key in known]
    if len(found) == 1:
        return found[0]
    if found:
        keys = ", ".join(found)
        raise UserError(
            f"«{text}» — таких записей {len(found)}.", NOTHING_CHANGED, f"Укажите ключ нужной: {keys}."
        )
    if field.references == "activity":
        return activity_numbered(read_plan(file), text).id
    names = [name for _, name in choices]
    raise UserError(f"«{text}» нет.{nearest(text, names)}", NOTHING_CHANGED, "Сначала добавьте эту запись.")
