"""Lines of a text layer in which a due and the performers beside it stand in turn: «до 15 / Управление / сентября 2024
образования, / года / МБУ «ИМЦ»»."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_desktop.exchange.plan_reading.performer_words import starts_performer
from roadmap_desktop.exchange.plan_reading.row_words import reads_as_due
from roadmap_desktop.model.due.tokens import clean, tokenize
from roadmap_desktop.model.due.vocabulary import SILENT, T

# So many lines a due and its performers have together.
_MOST_LINES = 9
_DATING = {
    *(T.MONTH, T.DATE, T.YEAR, T.TWO_YEARS, T.YEARS_APART, T.NUMBER, T.ROMAN, T.ORDINAL, T.PART, T.SEASON),
    *(T.UNIT, T.YEARS, T.SCHOOL, T.EVERY, T.EACH, T.WEEKDAY, T.ALWAYS, T.DASH),
}
_BETWEEN = {T.FROM, T.TO, T.DURING, T.ALL, T.UNTIL, T.NOT, T.LATER, T.COMMA}


class Unwoven(NamedTuple):
    """``first`` is the line in which the due begins, ``last`` the last one that has a piece of it; ``rest`` is what
    stands beside it."""

    first: int
    last: int
    due: str
    rest: str


def unwoven(lines: Sequence[str], first: int) -> Unwoven | None:
    """The due that begins in that line, taken out of the lines that it shares with the performers; None where it is
    not woven with any."""
    pieces = [_parted(line) for line in lines[first : first + _MOST_LINES]]
    if not pieces or not pieces[0][0]:
        return None
    for count in range(len(pieces), 1, -1):
        own = pieces[:count]
        # Only what the performers interrupt is woven.
        rests = [rest for _, rest in own[:-1] if rest]
        if not own[-1][0] or not rests or not starts_performer(rests[0]):
            continue
        due = " ".join(filter(None, (piece for piece, _ in own)))
        if reads_as_due(due.strip(" ,.")):
            return Unwoven(first, first + count - 1, due, "\v".join(filter(None, (rest for _, rest in own))))
    return None


def _parted(line: str) -> tuple[str, str]:
    """The words of a line that may be of a due, and those behind them."""
    words = line.split()
    kinds = [_kind(word) for word in words]
    count = next((index for index, kind in enumerate(kinds) if kind is None), len(words))
    if count < len(words):
        # «по УВР» is nothing of a due.
        while count and not kinds[count - 1]:
            count -= 1
    if not any(kinds[:count]):
        return "", line.strip()
    return " ".join(words[:count]), " ".join(words[count:])


def _kind(word: str) -> bool | None:
    """Whether a word dates something, or may stand between such words; None for any other."""
    plain = clean(word).strip(" ,.;()")
    if plain in SILENT and plain != "г":
        return False
    tokens = tokenize(plain)
    if plain == "г" or (tokens and all(token.kind in _DATING for token in tokens)):
        return True
    return False if not tokens or all(token.kind in _BETWEEN for token in tokens) else None
