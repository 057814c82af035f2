"""Wordings that name no date on purpose: «по отдельному плану», «по мере необходимости»."""

import re

from roadmap_desktop.model.due.vocabulary import SILENT, VOCABULARY, T

_PAPERS = "план|график|расписани|приказ|распоряжени|положени|регламент|договоренност"
_WISHES = "согласовани|запрос|заявк|требовани|необходимост|обращени|договоренност"
_OWNER = r"(?:[ -][а-яa-z«»\"]+){0,8}?"
_UNDATED = re.compile(
    rf"""(?<![а-я])(?:
      (?:по|согласно|в\ соответствии\ со?)\ (?:(?!по\ )[а-я]+\ ){{0,3}}?(?:{_PAPERS})[а-я]*{_OWNER}
    | (?:по|после)\ (?:[а-я]+\ )?(?:{_WISHES})[а-я]*{_OWNER}
    | (?:по|при)\ мере\ [а-я]+{_OWNER}
    | при\ (?:необходимости|наличии){_OWNER}
    )(?P<year>\ на\ (?:\d{{4}}(?:-\d+)?\ )?(?:учебный\ |уч\.?\ ?)?г(?:од)?)?(?=\ ?(?:[.,;:()]|$))""",
    re.VERBOSE,
)
_EDGES = " .,;:()-"
_DATING = {
    word
    for word, token in VOCABULARY.items()
    if token.kind not in (T.COMMA, T.TO, T.FROM, T.OF_PLAN, T.LABEL)
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


def _unless_dated(match: re.Match[str]) -> str:
    words = match[0].removesuffix(match["year"] or "").split()
    beside_date = match[0] != match.string
    turned = beside_date and any(map(_TURNS.match, words[1:]))
    return match[0] if turned or _DATING.intersection(words) else ""
