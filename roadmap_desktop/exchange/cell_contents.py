"""What a cell of a list holds, told by the cell alone."""

import re

from roadmap_desktop.model.office_words import POSTS
from roadmap_desktop.model.typed_date import read_date
from roadmap_desktop.model.word_senses import senses

_CONTACT = re.compile(r"\S+@\S+\.\w+|(?:тел\.?\s*)?[+(\d][\d\s()+.–—-]{4,}\d(?:\s*,.*)?", re.IGNORECASE)
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\d{4}-\d\d-\d\d.*|\d{1,2}\s+[а-яё]+\s+\d{4}.*", re.IGNORECASE
)
_YEARS = re.compile(r"20\d\d\s*[-–—/]\s*(?:20)?\d\d(?:\s*(?:уч|г).*)?", re.IGNORECASE)
_ADDRESS = re.compile(
    r".*\b(?:ул|улица|пер|просп|д|с|пос|г|дом|село|посёлок|город)\.?\s.*\d.*", re.IGNORECASE | re.DOTALL
)
_CLASS = re.compile(
    r"\d{1,2}(?:\s*[-–,]\s*\d{1,2})*\s*[«\"]?[а-я]?[»\"]?(?:\s*-?(?:й|е|х)?\s*класс\w*)?", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,7}(?:[.,]\d+)?\s*(?:лет|год\w*|ч|час\w*|чел|%)?\.?", re.IGNORECASE)
_LETTERS = re.compile(r"[а-яё-]+", re.IGNORECASE)
_WORD = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
_PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:вич|вна|чна|ьич|кич|мич)")


def is_taxpayer_number(text: str) -> bool:
    """An ИНН of an organisation or a person."""
    return text.isdecimal() and len(text) in (10, 12)


def is_state_number(text: str) -> bool:
    """An ОГРН."""
    return text.isdecimal() and len(text) in (13, 15)


def is_contact(text: str) -> bool:
    """A telephone or an address of mail."""
    return _CONTACT.fullmatch(text) is not None and not is_date(text)


def is_post(text: str) -> bool:
    """Words that begin with a post: «учитель физики»."""
    first = _LETTERS.match(text)
    return first is not None and bool(senses(first[0]).bases & POSTS)


def is_date(text: str) -> bool:
    """A whole date."""
    if _DATE.fullmatch(text) is None:
        return False
    try:
        return read_date(text) is not None
    except ValueError:
        return False


def is_school_year(text: str) -> bool:
    """«2020–2021»."""
    return _YEARS.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """A street or a village with a house."""
    return _ADDRESS.fullmatch(text) is not None


def is_class(text: str) -> bool:
    """«7 «Б»», «5–6 классы», but not a mere number."""
    return _CLASS.fullmatch(text) is not None and not text.isdecimal()


def is_number(text: str) -> bool:
    """A number, with what is counted behind it or without."""
    return _NUMBER.fullmatch(text) is not None


def is_word(text: str) -> bool:
    """One word with a capital."""
    return _WORD.fullmatch(text) is not None


def is_patronymic(text: str) -> bool:
    """A patronymic alone."""
    return _PATRONYMIC.fullmatch(text) is not None
