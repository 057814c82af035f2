"""Wordings that name no date on purpose: «по отдельному плану», «по мере необходимости»."""

import re

from roadmap_desktop.model.due.vocabulary import SILENT, VOCABULARY, T

_OWNER = r"(?:[ -][а-яa-z«»\"]+){0,8}"
_UNDATED = re.compile(
    rf"""(?<![а-я])(?:
      (?:по|согласно|в\ соответствии\ с(?:о)?)\ (?:[а-я]+\ ){{0,3}}?
        (?:план|график|расписани|приказ|распоряжени|положени|договоренност|регламент)[а-я]*{_OWNER}
    | (?:по|после)\ (?:[а-я]+\ )?(?:согласовани|запрос|заявк|требовани|необходимост|обращени|договоренност)[а-я]*{_OWNER}
    | (?:по|при)\ мере\ [а-я]+{_OWNER}
    | при\ (?:необходимости|наличии){_OWNER}
    )(?=\ ?(?:[.,;:()]|$))""",
    re.VERBOSE,
)
_EDGES = " .,;:()-"
_DATING = {word for word, token in VOCABULARY.items() if token.kind not in (T.COMMA, T.TO, T.FROM)} - SILENT


def without_undated(words: str) -> str:
    """The cleaned wording less the phrases that leave its date open, empty if they are all of it: «октябрь 2020 года
    (по согласованию)» is «октябрь 2020 года». A phrase with a date inside stays."""
    return _UNDATED.sub(_unless_dated, words).strip(_EDGES)


def _unless_dated(match: re.Match[str]) -> str:
    return match[0] if _DATING.intersection(match[0].split()) else ""
