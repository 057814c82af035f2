"""Whether two names may be one person's: «Иванова А. П.» and «Иванова Анна Петровна»."""

import re
from functools import lru_cache
from typing import NamedTuple

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.search import folded
from roadmap_desktop.model.word_senses import senses

_WORD = r"[А-ЯЁ][а-яё]*(?:-[А-ЯЁ][а-яё]+)?"
_NAME = re.compile(rf"\s*(?:{_WORD}(?:\.\s*|\s+|$)){{2,3}}")
_WORDS = re.compile(_WORD)
_PATRONYMIC = re.compile(r".*(?:вич|вна|чна|ьич|кич|мич)")


class PersonName(NamedTuple):
    """A name in small letters; of ``given`` each is a word or an initial."""

    surname: str
    given: tuple[str, ...]

    @property
    def is_short(self) -> bool:
        """Whether it has initials."""
        return any(len(one) == 1 for one in self.given)

    def may_be(self, other: "PersonName") -> bool:
        """Whether nothing in one name contradicts the other."""
        return self.surname == other.surname and all(
            one == two or (1 in (len(one), len(two)) and one[0] == two[0])
            for one, two in zip(self.given, other.given, strict=False)
        )

    def says_more_than(self, other: "PersonName") -> bool:
        """Whether it is the fuller of two names of one person."""
        return sum(map(len, self.given)) > sum(map(len, other.given))


@lru_cache(20_000)
def person_name(text: str) -> PersonName | None:
    """The surname and the given names of a text that has the form of a name, in either order."""
    if _NAME.fullmatch(text) is None:
        return None
    words = [folded(word) for word in _WORDS.findall(text)]
    is_last = (len(words[0]) == 1 < len(words[-1])) or (
        len(words) == 3 and len(words[2]) > 1 and _PATRONYMIC.fullmatch(words[1]) is not None
    )
    surname = words.pop(-1 if is_last else 0)
    return PersonName(surname, tuple(words)) if len(surname) > 1 else None


def is_person(text: str) -> bool:
    """Whether a cell holds a person's name and nothing else."""
    name = person_name(one_line(text))
    return name is not None and (
        name.is_short or any(_PATRONYMIC.fullmatch(one) or senses(one).is_given for one in name.given)
    )
