"""Wordings that name no date on purpose: «по отдельному плану», «по мере необходимости»."""

import re

from roadmap_desktop.model.due.vocabulary import SILENT, VOCABULARY, T
from roadmap_desktop.model.letters import one_line

_PAPERS = "план|график|расписани|приказ|распоряжени|положени|регламент|договоренност"
_WISHES = "согласовани|согл(?![а-я])|запрос|заявк|требовани|необходимост|потребност|обращени|договоренност"
_OWNER = r"(?:[ -][а-яa-z«»\"]+){0,8}?"
_UNDATED = re.compile(
    rf"""(?<![а-я])(?:
      (?:по|согл(?:асно)?\.?|в\ соотв(?:етствии|\.)?\ со?)\ (?:(?!по\ )[а-я]+\ ){{0,3}}?(?:{_PAPERS})[а-я]*{_OWNER}
    | (?:по|после)\ (?:(?!по\ )[а-я]+\ )?(?:{_WISHES})[а-я]*{_OWNER}
    | (?:по|при)\ мере\ [а-я]+{_OWNER}
    | (?:при|в\ случае)\ (?:необходимости|наличия|наличии){_OWNER}
    )(?P<year>\ на\ (?:\d{{4}}(?:-\d+)?\ )?(?:учебный\ |уч\.?\ ?)?г(?:од)?)?(?=\ ?(?:[.,;:()]|$)|\ в\ течени[еи]\ )""",
    re.VERBOSE,
)
_ASIDE = re.compile(r"\(([^()]*)\)")
# «(9 и 11 классы)», «(I этап)»: numbers of what is no stretch of the calendar.
_ONE = r"(?:\d{1,2}|[ivі]{1,3})(?:-?[ехйя])?"
_COUNTED = re.compile(
    rf"(?<![\w.]){_ONE}(?:(?:\s?[-,;]\s?|\sи\s){_ONE}){{0,3}}\s?(?:класс|кл\b|этап|тур\b|групп|смен|чел)"
)
_PREPOSITION = 2
_EDGES = " .,;:()-"
_DATING = {
    word
    for word, token in VOCABULARY.items()
    if token.kind not in (T.COMMA, T.TO, T.FROM, T.OF_PLAN, T.LABEL, T.STEADY, T.BASIS, T.REPORTED)
} - SILENT

# «октябрь, по графику кроме каникул» is not the whole of October.
_TURNS = re.compile(
    "кроме|исключ|или|либо|если|без|перед|после|через|вместо|далее|затем|следующ|предыдущ|прошл|будущ|начиная"
    "|перен|отмен"
)


def without_undated(words: str) -> str | None:
    """The cleaned wording less the phrases that leave its date open, empty if they are all of it: «октябрь 2020 года
    (по согласованию)» is «октябрь 2020 года». None if there are no such phrases; one with a date inside is none."""
    rest = _UNDATED.sub(_unless_dated, words)
    return None if rest == words else rest.strip(_EDGES)


def without_asides(words: str) -> str:
    """The cleaned wording less what it says in brackets of the work and not of its dates: «сентябрь (входная)»."""
    return one_line(_ASIDE.sub(_unless_dating, words))


def _unless_dating(match: re.Match[str]) -> str:
    inside = _COUNTED.sub("", match[1])
    words = re.findall(r"[^\W\d_]+", inside)
    says_dates = (
        any(map(str.isdigit, inside))
        or any(map(_TURNS.match, words))
        or any(word in _DATING or (word in SILENT and len(word) > _PREPOSITION) for word in words)
    )
    return match[0] if says_dates else " "


def _unless_dated(match: re.Match[str]) -> str:
    words = match[0].removesuffix(match["year"] or "").split()
    beside_date = match[0] != match.string
    turned = beside_date and any(map(_TURNS.match, words[1:]))
    return match[0] if turned or _DATING.intersection(words) else ""
