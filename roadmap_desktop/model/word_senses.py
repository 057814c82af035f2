"""What a dictionary of Russian (pymorphy3, the dictionary of OpenCorpora) knows of a word: is it a name, or another
word?"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

_NAMES = frozenset({"Name", "Surn", "Patr", "Init"})
# «По» and «Из» are names in far countries; «Даны рекомендации» are not of «Дана».
_SMALL_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
# Of all uses of a word, how many make it a name that is worth asking about with a small letter.
_MOSTLY = 0.7
_SOMETIMES = 0.2
# Letters; no word of Russian has more.
_LONGEST = 60
_LATIN_PAIRS = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"),
    ("ya", "я"), ("ja", "я"), ("yo", "ё"), ("iy", "ий"), ("ia", "ия"), ("ye", "е"), ("a", "а"), ("b", "б"),
    ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("j", "й"), ("k", "к"),
    ("q", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"),
    ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"), ("y", "ы"), ("x", "кс"),
)  # fmt: skip


class Senses(NamedTuple):
    """Of one word: whether it can be the name of a person, and whether another word; ``is_known`` when the dictionary
    has it and does not guess. ``bases`` are the words it may be a form of; ``is_animate`` a noun that names a being;
    ``is_given`` a name that is no surname, ``is_place`` that of a town, ``is_mostly_name`` a name nearly always."""

    is_name: bool
    is_other: bool
    is_known: bool
    bases: frozenset[str]
    is_animate: bool
    is_adjective: bool
    is_nominative: bool
    is_genitive: bool
    is_given: bool
    is_place: bool
    is_mostly_name: bool

    @property
    def is_name_alone(self) -> bool:
        """Whether it is a name and nothing else."""
        return self.is_known and self.is_name and not self.is_other


@lru_cache(50_000)
def senses(word: str) -> Senses:
    """What the dictionary knows of a word, in any of its cases, «е» for «ё» allowed."""
    lower = word.lower()[:_LONGEST]
    parses = _dictionary().parse(lower)
    is_known = any(parse.is_known for parse in parses) or _is_compound(parses)
    tags = [parse.tag for parse in parses]
    is_small_word = is_known and any(
        parse.tag.POS in _SMALL_WORDS
        or "Apro" in parse.tag
        or (parse.tag.POS == "PRTS" and parse.score > _MOSTLY)
        for parse in parses
    )
    names = [bool(_NAMES & tag.grammemes) and not is_small_word for tag in tags]
    # «Иваново», and «иванов» as in «иванов день», make «Иванова» no less a name.
    others = [
        not name and not {"Poss", "Geox"} & tag.grammemes for name, tag in zip(names, tags, strict=True)
    ]
    in_places = sum(parse.score for parse in parses if "Geox" in parse.tag)
    is_place = is_known and in_places > _SOMETIMES and not any(names)
    return Senses(
        is_name=any(names),
        is_other=any(others) or is_place,
        is_known=is_known,
        bases=frozenset(parse.normal_form.replace("ё", "е") for parse in parses),
        is_animate=not is_small_word and any("NOUN" in tag and "anim" in tag for tag in tags),
        is_adjective=any(tag.POS in ("ADJF", "PRTF") for tag in tags),
        is_nominative=any(tag.case == "nomn" for tag in tags),
        is_genitive=any(tag.case == "gent" and tag.number == "sing" for tag in tags),
        is_place=is_place,
        is_mostly_name=sum(parse.score for parse, name in zip(parses, names, strict=True) if name) > _MOSTLY,
        is_given=any({"Name", "Patr"} & tag.grammemes for tag in tags),
    )


def in_cyrillic(word: str) -> str:
    """A Latin word as it would be written in Russian: «Petrova» is «петрова»."""
    lower = word.lower()
    lower = re.sub(r"(?<=[^aeiouy])(?:iy|yi|y|ii)$", "ий", lower)
    for latin, cyrillic in _LATIN_PAIRS:
        lower = lower.replace(latin, cyrillic)
    return lower


def _is_compound(parses: list[Any]) -> bool:
    """Whether it is made of a known word and what stands before it: «внутришкольная», «учителя-предметники»."""
    stacks = [[type(step[0]).__name__ for step in parse.methods_stack] for parse in parses]
    return any(map(_is_of_known, stacks)) and not any(_NAMES & parse.tag.grammemes for parse in parses)


def _is_of_known(steps: list[str]) -> bool:
    """Whether a word was taken apart into known ones: «заместителидиректоров» begins with a known «за» alone."""
    is_guessed = any(name.startswith(("Unknown", "KnownSuffix")) for name in steps)
    return any(
        name.startswith("Hyphen") or (name.startswith("KnownPrefix") and not is_guessed) for name in steps
    )


@cache
def _dictionary() -> Any:
    # Read when a text is first looked at: an eighth of a second and 25 MB that starting the program need not pay.
    import pymorphy3
    import pymorphy3_dicts_ru

    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path())
