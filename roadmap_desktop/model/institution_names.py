"""Names of institutions without what lists put before them: «МБОУ "СОШ № 3"» and «Муниципальное бюджетное
общеобразовательное учреждение "Средняя общеобразовательная школа № 3"» are both «СОШ № 3»."""

import re

from roadmap_desktop.model.search import folded

# Legal forms by their first letters: МБОУ, МАОУ ДО, ФГБОУ ВО, ГБПОУ, МОБУ, ЧОУ, АНО.
_SHORT = r"(?:[фокр]?[гм](?:о?[бка])?(?:д|п)?о?у|ч(?:д|п)?оу|ноу|анп?оо?|м[бка]оо)"
_ADJECTIVE = (
    r"(?:муниципальн|государственн|негосударственн|бюджетн|казенн|автономн|частн|областн|краев|республиканск|районн|"
    r"городск|федеральн|общеобразовательн|образовательн|профессиональн|некоммерческ|типов)\w*[\s,]+"
)
_LONG = rf"(?:{_ADJECTIVE})+(?:учреждени[ея]|организаци[яи])"
_OF_EDUCATION = r"(?:\s+(?:до|дпо|спо|впо|во)\b|(?:\s+\w+ого){1,3}\s+образования)?"
_FORM = re.compile(rf"\s*(?:{_SHORT}\b|{_LONG}){_OF_EDUCATION}[\s,–—-]*(?=[\w«„“\"'№])")
_KINDS = (
    (re.compile(r"\bсредн\w+\s+(?:общеобразовательн\w+\s+)?школ\w+"), "сош"),
    (re.compile(r"\bосновн\w+\s+(?:общеобразовательн\w+\s+)?школ\w+"), "оош"),
    (re.compile(r"\bначальн\w+\s+(?:общеобразовательн\w+\s+)?школ\w+"), "нош"),
)


_INSTITUTION = re.compile(
    r".*\b(?:школ[аы]|[сон]ош|лице[йя]|гимнази[яи]|(?:школа-)?интернат|колледж|центр)\b.*", re.I | re.S
)


def is_institution(text: str) -> bool:
    """Whether a text is what a school, a college or a centre may be called."""
    return _INSTITUTION.match(text) is not None


def without_legal_form(name: str) -> str:
    """The name in small letters without its legal form, and with the usual letters for what kind of school it is. A
    name that is nothing but a form stays."""
    name = folded(name)
    name = name[found.end() :] if (found := _FORM.match(name)) else name
    for words, letters in _KINDS:
        name = words.sub(letters, name)
    return name
