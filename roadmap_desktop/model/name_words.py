"""The words of a text, and of each whether it is a name by itself."""

import re
from enum import Enum
from typing import NamedTuple

from roadmap_desktop.model.office_words import ADDRESSES, CAPITALS, OFFICES, PLACES, POSTS, PROGRAMS
from roadmap_desktop.model.word_senses import Senses, in_cyrillic, senses

# «ИвановаАнна», as names of files have it, is two words; so is «Иванова_Анна».
_WORD = re.compile(
    r"[A-ZА-ЯЁІ]?[a-zа-яёіўқғҳәөүңһҗ]+(?:-[^\W\d_]+)*|[^\W\d_]+?(?=[А-ЯЁA-Z][а-яёa-z])|[^\W\d_]+(?:-[^\W\d_]+)*"
)
_ENDS_SENTENCE = re.compile(r"[.!?…;:\n•·«„“\"]|(?:^|\s)[-–—*]\s|\d[.)]")
_NEEDS_NO_COMMON = re.compile(r"^\s*[:–—-]\s*$")
_OPENS, _CLOSES = re.compile(r"[«„“\"]$"), re.compile(r"[»”\"]")
_PATRONYMIC = re.compile(
    r"[А-ЯЁ][а-яё]+(?:(?:ович|евич|ьич)(?:а|у|ем|е)?|(?:овн|евн|ичн)(?:а|ы|е|у|ой|ою))", re.IGNORECASE
)
# «Слабоуспевающие»: no surname ends so.
_PARTICIPLE = re.compile(r"\w{3,}[аяую]щ(?:ий|ие|их|им|ими|ая|ую|ей|ее|его|ему|ем)(?:ся)?")
# Exams and their materials, the number of a taxpayer.
_LIKE_NAMES = frozenset({"КИМ", "КИМЫ", "КИМов", "ГИА", "ИНН"})
_SHORTENED = frozenset(
    {
        "зав",
        "зам",
        "дир",
        "отв",
        "гр",
        "тов",
        "уч",
        "преп",
        "г",
        "с",
        "п",
        "пос",
        "дер",
        "обл",
        "ул",
        "пр",
        "просп",
        "пер",
        "им",
        "св",
    }
)
_ABBREVIATION = range(2, 7)
# Most that such a word, unlike a surname in capitals, is pronounced.
_PRONOUNCED = re.compile(
    r"(?:[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]{0,2}[АЕЁИОУЫЭЮЯ](?![АЕЁИОУЫЭЮЯ]))+[БВГДЖЗЙКЛМНПРСТФХЦЧШЩЬ]{0,2}"
)


class Kind(Enum):
    """``NAME``: a name and nothing else; ``MAYBE``: a name or another word; ``INITIAL``: one letter; ``COMMON``: a
    word with a capital that is none by itself; ``OFFICE``: a word of offices, posts, papers; ``PLAIN``: no name."""

    NAME = 1
    MAYBE = 2
    INITIAL = 3
    COMMON = 4
    OFFICE = 5
    PLAIN = 6


class Word(NamedTuple):
    """``gap`` is what stands between it and the word before."""

    text: str
    start: int
    end: int
    gap: str
    kind: Kind

    @property
    def bases(self) -> frozenset[str]:
        """What it may be a form of."""
        return bases_of(self.text)


def bases_of(text: str) -> frozenset[str]:
    """The words that a word may be a form of, itself among them."""
    return senses(text).bases | {text.lower().replace("ё", "е")}


def words_of(text: str) -> list[Word]:
    """The words of a text that ``plain`` has read, in their order."""
    found: list[Word] = []
    end, is_own_name = 0, False
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        if _OPENS.search(gap):
            is_own_name = bool(found) and _has_own_name(found[-1])
        elif _CLOSES.search(gap):
            is_own_name = False
        kind = _kind(match.group(), not found or _begins_sentence(found[-1], gap))
        if kind is Kind.MAYBE and is_own_name:
            kind = Kind.OFFICE
        found.append(Word(match.group(), match.start(), match.end(), gap, kind))
        end = match.end()
    if (
        len(found) == 1
        and text.strip() == found[0].text
        and found[0].kind is Kind.COMMON
        and not senses(found[0].text).is_nominative
    ):
        # «Долгих» and nothing else is not a beginning of a sentence.
        found[0] = found[0]._replace(kind=Kind.MAYBE)
    return found


def _begins_sentence(before: Word, gap: str) -> bool:
    if before.kind is Kind.INITIAL and "." in gap and "\n" not in gap:
        return False
    if before.text in _SHORTENED and not gap.strip(" ."):
        return False
    # «Ответственный: Гром», «докладчик – Гром».
    if _NEEDS_NO_COMMON.match(gap) and before.bases & POSTS:
        return False
    return bool(_ENDS_SENTENCE.search(gap))


def _has_own_name(word: Word) -> bool:
    """Whether it is an office or an undertaking: «МАОУ «Лицей «Надежда»», портал «Сферум»."""
    return is_abbreviation(word.text) or bool(word.bases & OFFICES)


def is_abbreviation(word: str) -> bool:
    """Whether it is «СОШ», «МКУ», «ЦМТО»: capitals that are no name."""
    return word.isupper() and len(word) in _ABBREVIATION and _of_capitals(word, senses(word)) is Kind.PLAIN


def _kind(word: str, begins: bool) -> Kind:
    if len(word) == 1:
        return Kind.INITIAL if word.isupper() else Kind.PLAIN
    if re.match(r"[A-Za-zÀ-ž]", word):
        return _of_latin(word)
    sense = senses(word)
    if not word[0].isupper():
        return _of_small(word, sense)
    if _is_of_offices(word, sense):
        return Kind.OFFICE
    if _PATRONYMIC.fullmatch(word) and not (sense.is_known and sense.is_other):
        return Kind.NAME
    if word.isupper():
        return _of_capitals(word, sense)
    if "-" in word and not sense.is_known:
        return _of_parts(word, begins)
    if sense.is_name_alone:
        return Kind.NAME
    if sense.is_other and not sense.is_name and _PARTICIPLE.fullmatch(word):
        return Kind.PLAIN
    if sense.is_place:
        return Kind.PLAIN
    is_owned = not sense.is_name and not sense.is_other  # «Царёв» is the tsar's.
    if not sense.is_known or sense.is_name or is_owned or sense.is_animate or not begins:
        return Kind.MAYBE
    return Kind.COMMON


def _is_of_offices(word: str, sense: Senses) -> bool:
    lower = word.lower().replace("ё", "е")
    if word in _LIKE_NAMES or lower in CAPITALS | OFFICES | POSTS:
        return True
    if sense.is_name and not sense.is_adjective:
        return bool(sense.bases & (OFFICES | POSTS)) and not sense.is_name_alone
    return bool(sense.bases & (OFFICES | POSTS | CAPITALS | PLACES | ADDRESSES)) and not sense.is_name_alone


def _of_parts(word: str, begins: bool) -> Kind:
    """«Петрова-Водкина» is a name as one of its parts is."""
    kinds = {_kind(part, begins) for part in word.split("-") if len(part) > 1}
    return next(
        (kind for kind in (Kind.NAME, Kind.MAYBE, Kind.COMMON, Kind.OFFICE) if kind in kinds), Kind.PLAIN
    )


def _of_small(word: str, sense: Senses) -> Kind:
    parts = word.split("-") if not sense.is_known else [word]
    if any(len(part) > 2 and senses(part).is_name_alone for part in parts):
        return Kind.NAME
    is_guessed = not sense.is_known and sense.is_name and not sense.is_other
    return Kind.MAYBE if is_guessed or (sense.is_given and sense.is_mostly_name) else Kind.PLAIN


def _of_capitals(word: str, sense: Senses) -> Kind:
    if sense.is_name_alone and len(word) > 2:
        # «ИНН», «ГИА» are forms of names too.
        return Kind.NAME if sense.is_nominative or len(word) > 4 else Kind.PLAIN
    if sense.is_known and not sense.is_name:
        return Kind.COMMON
    if sense.is_known:
        return Kind.MAYBE
    if any(len(part) > 2 and senses(part).is_name_alone for part in word.split("-")):
        return Kind.NAME
    is_long = len(word) > 6 or (len(word) > 4 and _PRONOUNCED.fullmatch(word))
    return Kind.MAYBE if is_long else Kind.PLAIN


def _of_latin(word: str) -> Kind:
    parts = [in_cyrillic(part) for part in word.split("-")]
    if word.lower() in PROGRAMS or all(part.lower() in PROGRAMS for part in word.split("-")):
        return Kind.PLAIN
    if any(len(part) > 3 and senses(part).is_name_alone for part in parts):
        return Kind.NAME
    if word[0].islower() or (word.isupper() and len(word) < 5):
        return Kind.PLAIN
    return Kind.MAYBE
