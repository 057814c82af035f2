"""Names of persons in a text, however they are written: in full, with initials, alone, in any case of the noun, in
Cyrillic or Latin letters."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmap_desktop.model.name_words import Kind, Word, is_abbreviation, words_of
from roadmap_desktop.model.office_words import ADDRESSES, OFFICES, PLACES, PLACES_SHORT, POSTS
from roadmap_desktop.model.plain_text import PlainText, plain
from roadmap_desktop.model.word_senses import senses

_SURNAME = r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{4,}(?:-[А-ЯЁ]{3,})?)"
_PATRONYMIC = r"(?:[А-ЯЁ][а-яё]*(?:вич|ьич)|Лукич|Фомич|Фокич|Никитич|[А-ЯЁ][а-яё]*(?:вна|чна))"
_SONS = frozenset({"оглы", "кызы", "улы", "гызы", "оглу", "заде"})
_NAMED_AFTER = frozenset({"им", "имени"})
_TITLES = frozenset(
    {
        "герой",
        "советский",
        "союз",
        "россия",
        "федерация",
        "дважды",
        "маршал",
        "генерал",
        "академик",
        "летчик",
        "космонавт",
    }
)
# Letters of a word written s p a c e d.
_SPACED, _LONGEST = 3, 40
_PARTS = (Kind.NAME, Kind.MAYBE, Kind.INITIAL)


class NamePlace(NamedTuple):
    """Where a name stands in a plain text; ``is_sure`` when it can be no other word."""

    start: int
    end: int
    is_sure: bool


def name_places(text: PlainText) -> list[NamePlace]:
    """Where names of persons stand, and what may be one, in their order; those that an institution, a street or a
    place is named after are not among them."""
    words = words_of(text.text)
    sure = [_is_sure(words, index) for index in range(len(words))]
    silent = _namesakes(words) | _places(words, sure)
    found = []
    for run in _runs(words, silent):
        is_sure = any(sure[index] for index in run)
        if is_sure or any(words[index].kind is Kind.MAYBE for index in run) or _is_signature(words, run):
            end = words[run[-1]].end
            has_stop = words[run[-1]].kind is Kind.INITIAL and text.text[end : end + 1] == "."
            found.append(NamePlace(words[run[0]].start, end + has_stop, is_sure))
    return found


def names_in(text: str) -> list[str]:
    """The names of persons that a text surely contains, each once, in their order."""
    read = plain(text)
    found = [read.quoted(start, end) for start, end, is_sure in name_places(read) if is_sure]
    return list(dict.fromkeys(found))


def capital_words(text: PlainText) -> list[tuple[int, int]]:
    """Where words with a capital stand that are not of an office or a place, a street."""
    words = words_of(text.text)
    silent = _namesakes(words) | _places(words, [word.kind is Kind.NAME for word in words])
    return [
        (word.start, word.end)
        for index, word in enumerate(words)
        if index not in silent and word.text[0].isupper() and word.kind is not Kind.OFFICE
    ]


def _runs(words: Sequence[Word], silent: set[int]) -> Iterator[list[int]]:
    """Words that may be one name, by their places."""
    run: list[int] = []
    for index in range(len(words)):
        is_part = index not in silent and _is_part(words, index)
        if run and not (is_part and run[-1] == index - 1 and _joined(words, run, index)):
            yield run
            run = []
        if is_part:
            run.append(index)
    if run:
        yield run


def _is_signature(words: Sequence[Word], run: Sequence[int]) -> bool:
    """«Н. И.», and «П е т р о в»."""
    if len(run) > 1 and all(words[index].kind is Kind.INITIAL for index in run):
        return "." in words[run[1]].gap
    spaced = run[0]
    while (
        spaced + 1 < min(len(words), run[0] + _LONGEST)
        and len(words[spaced + 1].text) == 1
        and words[spaced + 1].gap == " "
    ):
        spaced += 1
    whole = "".join(word.text for word in words[run[0] : spaced + 1])
    return len(whole) == spaced - run[0] + 1 > _SPACED and bool(
        senses(whole).is_name or not senses(whole).is_known
    )


def _is_part(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    return word.kind in _PARTS or word.text.lower() in _SONS or _is_sure(words, index)


def _joined(words: Sequence[Word], run: Sequence[int], index: int) -> bool:
    before, word = words[index - 1], words[index]
    if Kind.INITIAL in (before.kind, word.kind):
        # «Иванов И. И. Петров П. П.» are two.
        if word.kind is not Kind.INITIAL and words[run[0]].kind is not Kind.INITIAL:
            return False
        return not word.gap.strip(" .\n") and (word.gap.count(".") < 2)
    return not word.gap.strip(" _") and "." not in word.gap


def _is_sure(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.kind is Kind.NAME:
        return True
    if not word.text[0].isupper() or word.kind in (Kind.INITIAL, Kind.PLAIN):
        return False
    dotted = max(_initials(words, index, 1), _initials(words, index, -1))
    if word.kind is Kind.OFFICE:
        return dotted > 1 and not word.bases & (OFFICES | POSTS | PLACES | ADDRESSES)
    return dotted > (word.kind is not Kind.MAYBE)


def _initials(words: Sequence[Word], index: int, step: int) -> int:
    """How many initials with a full stop stand directly before or after a word."""
    count, index = 0, index + step
    while 0 <= index < len(words) and words[index].kind is Kind.INITIAL and count < 2:
        gap = words[index].gap if step > 0 else words[index + 1].gap
        if gap.strip(" .\n") or (step < 0 and "." not in gap):
            break
        count, index = count + 1, index + step
    return count


def _namesakes(words: Sequence[Word]) -> set[int]:
    """«Школа имени дважды Героя Гагарина Ю. А.»: a school may bear a person's name; that is nobody's personal data."""
    found: set[int] = set()
    for index, word in enumerate(words):
        if word.text.lower() in _NAMED_AFTER:
            index += 1
            while index < len(words) and words[index].bases & _TITLES:
                found.add(index)
                index += 1
            found.update(_namesake(words, index))
    return found


def _namesake(words: Sequence[Word], index: int) -> Iterator[int]:
    """One name in the genitive, with its initials before or after."""
    first = index
    while index < len(words) and words[index].kind is Kind.INITIAL:
        yield index
        index += 1
    if index == len(words):
        return
    yield index
    had_initials, index = index > first, index + 1
    while index < len(words) and not had_initials and not words[index].gap.strip(" .\n"):
        word, before = words[index], words[index - 1]
        two_given = senses(word.text).is_given or senses(before.text).is_given
        if word.kind is not Kind.INITIAL and not (
            word.kind in _PARTS and two_given and senses(word.text).is_genitive
        ):
            return
        yield index
        index += 1


def _places(words: Sequence[Word], sure: Sequence[bool]) -> set[int]:
    """«ул. Ленина», «село Пушкино», «Ивановская СОШ», «Пономарёвского района»."""
    found: set[int] = set()
    for index, word in enumerate(words):
        if word.kind not in (Kind.NAME, Kind.MAYBE, Kind.COMMON):
            continue
        before = words[index - 1] if index and not word.gap.strip(" .") else None
        after = words[index + 1] if index + 1 < len(words) and not words[index + 1].gap.strip() else None
        follows_place = index - 1 in found and "." not in word.gap
        if (before is not None and before.bases & ADDRESSES) or (
            not sure[index]
            and (
                (before is not None and (follows_place or _precedes_place(before, word)))
                or (after is not None and _names_a_place(word, before, after))
            )
        ):
            found.add(index)
    return found


def _precedes_place(before: Word, word: Word) -> bool:
    """«село Шарлык», «с. Шарлык», but not «2020 г. Шарлык»."""
    if before.text in PLACES_SHORT:
        return "." in word.gap and not re.search(r"\d\s*$", before.gap)
    return bool(before.bases & PLACES)


def _names_a_place(word: Word, before: Word | None, after: Word) -> bool:
    sense = senses(word.text)
    is_of_office = bool(after.bases & (OFFICES | PLACES)) or is_abbreviation(after.text)
    acts = before is not None and bool(before.bases & POSTS) and sense.is_nominative
    return is_of_office and sense.is_adjective and not acts


def signing_name(name: str) -> str:
    """«А. А. Образцова» of «Образцова А. А.», «Образцова Анна Андреевна» and «Анна Андреевна Образцова»: beneath a
    signature the initials come first (ГОСТ Р 7.0.97-2016, 5.22). A name of another form stays."""
    words = name.split()
    if len(words) == 3 and re.fullmatch(_PATRONYMIC, words[2]):
        return f"{words[1][0]}. {words[2][0]}. {words[0]}"
    if len(words) == 3 and re.fullmatch(_PATRONYMIC, words[1]):
        return f"{words[0][0]}. {words[1][0]}. {words[2]}"
    initials = r"((?:[А-ЯЁ]\.\s*){1,2})"
    last = re.fullmatch(rf"({_SURNAME})\s+{initials}", name.strip())
    first = re.fullmatch(rf"{initials}({_SURNAME})", name.strip())
    if last:
        surname, letters = last[1], last[2]
    elif first:
        surname, letters = first[2], first[1]
    else:
        return name
    return " ".join((*(f"{letter}." for letter in letters if letter.isalpha()), surname))
