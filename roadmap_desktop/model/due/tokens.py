"""A wording as tokens: marks, numbers and known words, whatever the dashes, the spaces and the invisible characters."""

import re
from unicodedata import normalize

from roadmap_desktop.model.due.letters import in_one_alphabet, whole_words, without_footnotes
from roadmap_desktop.model.due.vocabulary import (
    COMMA,
    DASH,
    LOOKS_ROMAN,
    SILENT,
    UNFAMILIAR,
    VOCABULARY,
    T,
    Token,
)
from roadmap_desktop.model.letters import one_line

LONGEST = 640
"""Characters of a wording that is still read: a list of one day of every week has fewer."""

# Zero-width and bidirectional marks are taken out, since they are seen by nobody.
_CLEAN = str.maketrans(
    {
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u061c"),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
        **dict.fromkeys("‐‑‒–—―−⁃﹣-", "-"),
        "ё": "е",
        "\\": "/",
        "ⅰ": "i",
        "ⅱ": "ii",
        "ⅲ": "iii",
        "ⅳ": "iv",
    }
)
_ENDINGS = "ый|ий|ым|им|ья|ье|й|я|е|го|ого|его|му|ому|ему|ю|ую|ой|ей|ая|ое|ые|ых|х|м|ом|ем"
_MARKS = "\"'«»“”„‟‘’‚‹›"
_HOUR = r"(?:[01]?\d|2[0-3])"
_HOURS_WORD = r"(?:\s?ч(?:ас(?:ов|а)?)?(?![а-я]))"
CLOCK = rf"""(?:
      (?:в\ )?{_HOUR}:[0-5]\d(?:\s?-\s?{_HOUR}:[0-5]\d)?(?!\d){_HOURS_WORD}?
    | в\ {_HOUR}(?:\.[0-5]\d|-00)(?![.]?\d){_HOURS_WORD}?
    | в\ {_HOUR}{_HOURS_WORD}(?:\.?\ ?[0-5]\d\ ?мин(?:ут)?(?![а-я]))?
    | {_HOUR}\.(?:00|1[3-9]|[2-5]\d)(?:\s?-\s?{_HOUR}\.[0-5]\d)?(?![.]?\d){_HOURS_WORD}?
    | с\ {_HOUR}[.:][0-5]\d\ до\ {_HOUR}[.:][0-5]\d(?![.]?\d)
    )"""
"""A time of day, for a verbose pattern. «14.00» and «9.30» are one, there is no such month; «10.12» by itself is a
day, an hour only after «в» or to the end of another."""
SHORT_MONTHS = "янв|февр?|мар|апр|май|июн|июл|авг|сент?|окт|нояб?|дек"
"""As Excel shows a month of a year, «сен.20»."""
MONTH_STEMS = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
_TOKEN = re.compile(
    rf"""[\s.]*(?:
      (?P<time>{CLOCK})
    | (?P<years>г\.\s?г(?![а-я]))
    | (?P<short_month>(?:{SHORT_MONTHS})\.\d\d(?!\d|\.\d))
    | (?P<roman>[iі]{{1,3}}v?)-(?:{_ENDINGS})(?![а-я])
    | (?P<word>а\ также(?![а-я])|[а-яa-zі]+)
    | (?P<iso>[12]\d{{3}}-\d\d-\d\d(?!\d))
    | (?P<two_years>[12]\d{{3}}(?:\s?[-/]\s?[12]\d{{3}}|[-/]\d\d(?!\s?(?:{MONTH_STEMS})))(?![\d.]\d))
    | (?P<date>\d{{1,2}}\.[ ]?\d{{1,2}}(?:\.[ ]?(?:[12]\d{{3}}|\d\d))?(?!\.?\d))
    | (?P<slashed>\d{{1,2}}/(?:\d{{1,2}}/(?:[12]\d{{3}}|\d\d)|\d\d)(?![\d/]))
    | (?P<month>\d{{1,2}}\.[12]\d{{3}}(?!\d))
    | (?P<year>(?:19|20)\d\d(?!\d))
    | (?:[{_MARKS}]{{1,3}}\s?)?(?P<number>\d{{1,2}})(?!\d)(?:\s?[{_MARKS}]{{1,3}}|-?(?:{_ENDINGS})(?![а-я]))?
    | (?P<dash>-+)
    | (?P<comma>[,;:()&+]|/(?!\d))
    | (?P<junk>\S)
    )""",
    re.VERBOSE | re.ASCII,
)


def clean(text: str) -> str:
    """The text in lower case with one kind of dash and single spaces, «е» for «ё», nothing invisible,
    words whole and in their own letters, no marks of footnotes."""
    words = in_one_alphabet(normalize("NFC", text).lower().translate(_CLEAN))
    return one_line(without_footnotes(whole_words(words))).replace("\u00ad", "")


def tokenize(text: str) -> list[Token]:
    """Tokens of a cleaned text. What is not a word of due dates is ``UNFAMILIAR``."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text.strip(" .,;" + _MARKS)):
        group = match.lastgroup or ""
        if group == "word":
            word = match["word"]
            if word not in SILENT:
                tokens.append(VOCABULARY.get(word) or LOOKS_ROMAN.get(word, UNFAMILIAR))
        elif group == "dash":
            tokens.append(DASH)
        elif group == "comma":
            tokens.append(COMMA)
        else:
            tokens += _figures(group, match[group])
    return tokens


def _figures(group: str, text: str) -> list[Token]:
    """The token or two that a group of figures stands for."""
    if group == "number":
        return [Token(T.NUMBER, int(text))]
    if group == "year":
        return [Token(T.YEAR, int(text))]
    if group == "iso":
        return [Token(T.DATE, int(text[8:]), int(text[5:7]), int(text[:4]))]
    if group == "date" or group == "slashed":
        day, month, *year = (int(part) for part in text.replace("/", ".").split("."))
        return [Token(T.DATE, day, month, _full_year(year[0]) if year else None)]
    if group == "roman":
        return [VOCABULARY.get(text, UNFAMILIAR)]
    if group == "short_month":
        name, short = text.split(".")
        return [VOCABULARY[name], Token(T.YEAR, _full_year(int(short)))]
    if group == "month":
        month, year_of_month = (int(part) for part in text.split("."))
        return [Token(T.MONTH, month), Token(T.YEAR, year_of_month)]
    if group == "two_years":
        return [_two_years(text)]
    if group == "years":
        return [Token(T.YEARS)]
    if group == "time":
        return [Token(T.TIME)]
    return [UNFAMILIAR]


def _full_year(year: int) -> int:
    return year if year > 99 else 2000 + year


def _two_years(text: str) -> Token:
    first, second = int(text[:4]), text[5:].strip(" -/")
    if second == str(first + 1)[-len(second) :]:
        return Token(T.TWO_YEARS, first)
    apart = len(second) == 4 and int(second) > first and "-" in text
    return Token(T.YEARS_APART, first, year=int(second)) if apart else UNFAMILIAR
