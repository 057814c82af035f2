"""What the texts of a copy without personal data still say of persons, so that it can be told before anybody else reads
it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roadmap_desktop.model.institution_numbers import is_registration_number, is_taxpayer_number
from roadmap_desktop.model.person_names import capital_words
from roadmap_desktop.model.personal_text import said_of_persons
from roadmap_desktop.model.plain_text import plain

Place = tuple[str, str, str]  # table, record, field

# Letters; a shorter part of a name («А.», «фон») says nothing by itself.
_SHORTEST_WORD = 4
# Of a name; a longer text is something else.
_MANY_WORDS = 4
# Fields that ask where something is: a street and a house in them are an institution's.
_WHERE = frozenset({"address", "place"})
_NUMBERS_OF_INSTITUTIONS = {"inn": is_taxpayer_number, "ogrn": is_registration_number}


@dataclass(frozen=True, slots=True)
class Mention:
    """What a text that is not taken out says of persons: ``sure`` names, contacts and numbers, and ``perhaps`` words
    that may be names; ``in_history`` when only a former text says so."""

    place: Place
    text: str
    sure: tuple[str, ...]
    perhaps: tuple[str, ...]
    in_history: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All of it."""
        return (*self.sure, *self.perhaps)


class RemovedWords:
    """The texts that are taken out of a file, to be recognised where they are quoted, in any case of the noun."""

    def __init__(self, texts: Iterable[str], titles: Iterable[str] = ()) -> None:
        """``titles`` are those of whole records: not all of them are names."""
        self.words: set[str] = set()
        self._texts: dict[str, set[str]] = {}
        for text, is_name in (*((text, True) for text in texts), *((title, False) for title in titles)):
            said = said_of_persons(text)
            alone = (text,) if is_name and text.istitle() and len(text.split()) < _MANY_WORDS else ()
            self.words.update(
                word for name in said.names or alone for word in re.findall(r"[^\W\d_]{4,}", name)
            )
            if said or re.search(r"\d", text):
                for whole in (text, *said.sure):
                    self._texts.setdefault(_first_word(whole), set()).add(whole.casefold())
        self._stems = {word[:-1].casefold() for word in self.words}

    def quoted_in(self, text: str) -> list[str]:
        """The words of a text that are of the names taken out, and what is quoted of it in full."""
        read, folded = plain(text), text.casefold()
        found = [
            read.quoted(start, end)
            for start, end in capital_words(read)
            if self._is_of_name(read.text[start:end].casefold())
        ]
        for match in re.finditer(r"\w+", text):
            for whole in self._texts.get(match.group().casefold(), ()):
                if len(whole) >= _SHORTEST_WORD and folded.startswith(whole, match.start()):
                    found.append(text[match.start() : match.start() + len(whole)])
        return found

    def _is_of_name(self, word: str) -> bool:
        """Whether the word is one of the stems with an ending of up to three letters."""
        return any(
            word[:length] in self._stems
            for length in range(max(_SHORTEST_WORD - 1, len(word) - 3), len(word) + 1)
        )


def find_mentions(texts: Iterable[tuple[Place, str, bool]], removed: RemovedWords) -> list[Mention]:
    """The mentions in texts, each given with its place and whether it is a former one; what several texts of one place
    say alike is told once."""
    found: dict[tuple[Place, tuple[str, ...]], Mention] = {}
    for place, text, in_history in texts:
        is_of_institution = _NUMBERS_OF_INSTITUTIONS.get(place[2])
        if is_of_institution is not None and is_of_institution(text):
            continue
        said = said_of_persons(text, with_houses=place[2] not in _WHERE)
        known = " ".join(said.names)
        quoted = tuple(dict.fromkeys(word for word in removed.quoted_in(text) if word not in known))
        if said or quoted:
            mention = Mention(place, text, said.sure, (*said.perhaps, *quoted), in_history)
            found.setdefault((place, mention.names), mention)
    return list(found.values())


def _first_word(text: str) -> str:
    found = re.search(r"\w+", text)
    return found.group().casefold() if found else ""
