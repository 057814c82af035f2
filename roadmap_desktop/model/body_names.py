"""Names of offices in the genitive: «к приказу отдела образования …»."""

_NOUNS = {
    "отдел": "отдела",
    "управление": "управления",
    "комитет": "комитета",
    "департамент": "департамента",
    "министерство": "министерства",
    "администрация": "администрации",
    "учреждение": "учреждения",
    "центр": "центра",
    "служба": "службы",
    "сектор": "сектора",
}
# Adjectives before the noun: «муниципальное казённое учреждение», «районный отдел».
_ENDINGS = {"ый": "ого", "ий": "ого", "ой": "ого", "ое": "ого", "ее": "его", "ая": "ой", "яя": "ей"}


def genitive_of_body(name: str) -> str:
    """«отдела образования администрации …» of «Отдел образования администрации …»: adjectives and the first noun are
    declined. A name that does not begin so, an abbreviation or one that is in the genitive already, stays."""
    words = name.split()
    for index, word in enumerate(words):
        lower = word.lower()
        if lower in _NOUNS:
            return " ".join([*map(_declined, words[:index]), _NOUNS[lower], *words[index + 1 :]])
        if lower[-2:] not in _ENDINGS or word.isupper():
            break
    return name


def _declined(adjective: str) -> str:
    lower = adjective.lower()
    ending = "его" if lower.endswith(("ний", "жий", "чий", "ший", "щий")) else _ENDINGS[lower[-2:]]
    return lower[:-2] + ending
