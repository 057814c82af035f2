"""Years of a wording moved, for a new plan made from an old one."""

import re

_DASH = r"[ \u00a0]?[-‐‑‒–—−/][ \u00a0]?"
_COUNTED = r"(?![ \u00a0]?(?:руб|чел|час|шт|экз|мест|тыс|₽|%))"
_YEAR = re.compile(
    rf"""(?P<number>№\s*\S+)
    | (?<![\w№])(?P<pair>(?:19|20)\d\d)(?P<dash>{_DASH})(?P<second>\d\d)(?![\w-]|\.\d)
    | (?<!\d)(?P<year>(?:19|20)\d\d)(?!\d){_COUNTED}""",
    re.VERBOSE,
)


def shift_wording(text: str, years: int) -> str:
    """The text with every year from 1900 to 2099 moved by ``years``, also in «2020/21»; all else letter for letter.

    Numbers of documents («№ 2021-5») and amounts («2000 рублей») are no years.
    """
    return _YEAR.sub(lambda match: _shifted(match, years), text)


def _shifted(match: re.Match[str], years: int) -> str:
    if match["number"]:
        return match[0]
    if match["year"]:
        return str(int(match["year"]) + years)
    first, second = int(match["pair"]), int(match["second"])
    if (first + 1) % 100 != second:
        return f"{first + years}{match['dash']}{match['second']}"
    return f"{first + years}{match['dash']}{(second + years) % 100:02}"
