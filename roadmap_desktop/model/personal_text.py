"""What a text says of persons: names, and how to reach or to know them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from roadmap_desktop.model.contacts import contact_places
from roadmap_desktop.model.name_words import Kind, Word, is_abbreviation, words_of
from roadmap_desktop.model.office_words import CAPITALS, OFFICES, POSTS
from roadmap_desktop.model.person_names import name_places
from roadmap_desktop.model.plain_text import plain
from roadmap_desktop.model.word_senses import senses


class Said(NamedTuple):
    """``sure`` are names, contacts and numbers of persons; ``perhaps`` words that may be names."""

    sure: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of it."""
        return (*self.sure, *self.perhaps)

    def __bool__(self) -> bool:
        return bool(self.names)


@lru_cache(20_000)
def said_of_persons(text: str, *, with_houses: bool = True) -> Said:
    """What the text says of persons, as it is written there, each once, in its order. ``with_houses``: a street and a
    house too, which by themselves may be those of a school."""
    read = plain(text)
    contacts = list(contact_places(read.text, with_houses=with_houses))
    names = [
        (start, end, is_sure)
        for start, end, is_sure in name_places(read)
        if not any(start < ends and begins < end for begins, ends in contacts)
    ]
    sure = sorted([*contacts, *((start, end) for start, end, is_sure in names if is_sure)])
    perhaps = [(start, end) for start, end, is_sure in names if not is_sure]
    return Said(_once(read.quoted(*one) for one in sure), _once(read.quoted(*one) for one in perhaps))


def speaks_of_persons(text: str) -> bool:
    """Whether a text says anything of persons, or may."""
    return bool(said_of_persons(text))


def reads_as_person(text: str) -> bool:
    """Whether a field of who does something names a person: anything that is not surely an office, a post or a
    group."""
    if said_of_persons(text):
        return True
    words = words_of(plain(text).text)
    is_office = any(_is_of_office(word) for word in words)
    return bool(words) and not (is_office and not any(_is_doubtful(word.text) for word in words))


def _is_of_office(word: Word) -> bool:
    sense = senses(word.text)
    is_place = sense.is_place and not sense.is_animate
    return (
        word.kind is Kind.OFFICE
        or is_place
        or is_abbreviation(word.text)
        or bool(word.bases & (OFFICES | POSTS))
    )


def may_name_person(label: str) -> bool:
    """Whether a label of history, which quotes what was typed, may name a person in quotation marks or outside."""
    if said_of_persons(label):
        return True
    quoted = " ".join(re.findall(r"«(.*)»", label, re.DOTALL))
    return any(_is_doubtful(word.text) for word in words_of(plain(quoted).text))


def _is_doubtful(word: str) -> bool:
    """Whether a word with a small letter could be somebody: «методист волк», «методист дзюба»."""
    sense = senses(word)
    if len(word) < 3 or not word.islower() or sense.bases & (OFFICES | POSTS | CAPITALS):
        return False
    return not sense.is_known or sense.is_animate


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
