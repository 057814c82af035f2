"""Words as they were meant: without letters of another alphabet that look alike, hyphens of a line's end, marks of
footnotes."""

import re

from roadmap_desktop.model.due.vocabulary import SILENT, VOCABULARY

# Those of capitals too: «Mай» and «OKTЯБPЬ» come here in lower case.
_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
_LATIN = re.compile("[a-z]")
_WORD = re.compile("[а-яa-z]+")
# A soft hyphen, or the sign that Word shows for it, parts a word only at a line's end.
_SOFT = re.compile(r"(?<=[а-яa-z])[\u00ad¬]\s*")
# What stands before and after a hyphen is looked at word by word, so that «январь-мар-та» is a range.
_HYPHEN = re.compile(r"(?<![а-я])([а-я]+)-(\s*)(?=([а-я]+))")
_FOOTNOTE = re.compile(r"(?:(?<=[а-яa-z0-9.)»])\s?\*{1,3}|(?<=[а-яa-z.)»])[¹²³⁴-⁹]{1,2})\)?")


def without_footnotes(text: str) -> str:
    """«сентябрь*» and «октябрь 2020 г.¹)» without their marks; «14⁰⁰» keeps its minutes."""
    return _FOOTNOTE.sub(" ", text)


def whole_words(text: str) -> str:
    """«сен-тябрь» of a line's end as one word; «сентябрь-октябрь» are two, on one line or on two."""
    return _HYPHEN.sub(_joined, _SOFT.sub("", text))


def in_one_alphabet(text: str) -> str:
    """Latin letters in a Cyrillic word, or making up one that is known («c», «MAPT»), as those they look like."""
    return _WORD.sub(_cyrillic, text) if _LATIN.search(text) else text


def _is_known(word: str) -> bool:
    return word in VOCABULARY or word in SILENT


def _joined(match: re.Match[str]) -> str:
    first, gap, second = match.groups()
    if _is_known(first) and _is_known(second):
        return match[0]
    return first if "\n" in gap or _is_known(first + second) else match[0]


def _cyrillic(match: re.Match[str]) -> str:
    word = match[0]
    changed = word.translate(_ALIKE)
    if _LATIN.search(changed) or word in VOCABULARY:
        return word
    is_mixed = len(word) > len(_LATIN.findall(word))
    return changed if is_mixed or _is_known(changed) else word
