"""Years of a text moved, for a new plan made from an old one."""

import re
from collections.abc import Container

from roadmap_desktop.model.due.tokens import MONTH_STEMS, SHORT_MONTHS

_COUNTED = "руб|чел|час|шт|экз|мест|тыс|₽|%"
# Left to ``re`` to compile and remember when it is first needed, since start-up counts.
_YEAR = rf"""(?xi)
    (?P<number>(?:№|\bN|\bп\.|\bпункт\w*|\bраздел\w*)\s*\S+)
    | (?<![\w./])(?P<day>\d{{1,2}}(?P<mark>[./])\s?(?:0\d|1[0-2])(?P=mark)\s?)(?P<short>\d\d)(?![./]?\d)
    | (?<!\w)(?P<month>(?:{SHORT_MONTHS})\.)(?P<short_of_month>\d\d)(?!\d|\.\d)
    | (?<!\w)(?P<first>(?:19|20)\d\d)(?P<dash>[-‐‑‒–—−/])(?P<second>\d\d)(?![\w-]|\.\d|\s?(?:{MONTH_STEMS}))
    | (?<!\w)(?P<year>(?:19|20)\d\d)(?!\d|[-/]\d(?!\d)|\s?(?:{_COUNTED}))"""


YEARS = range(1900, 2100)
"""The years that are known in figures."""


def shift_wording(text: str, years: int, only: Container[int] = YEARS) -> str:
    """The text with every year from 1900 to 2099 moved by ``years``, also in «2020/21», «01.10.20» and «сен.20»; all
    else letter for letter. ``only`` those years, of two the first counts: «улица 1905 года» is no plan's.

    Numbers of documents and their points («№ 2021-5», «п. 3.10.15») and amounts («2000 рублей») are no years.
    """
    return re.sub(_YEAR, lambda match: _shifted(match, years, only), text)


def _shifted(match: re.Match[str], years: int, only: Container[int]) -> str:
    short = match["short"] or match["short_of_month"]
    if match["number"] or int(match["year"] or match["first"] or f"20{short}") not in only:
        return match[0]
    if match["year"]:
        return str(int(match["year"]) + years)
    if match["short"]:
        return f"{match['day']}{(int(match['short']) + years) % 100:02}"
    if match["month"]:
        return f"{match['month']}{(int(match['short_of_month']) + years) % 100:02}"
    first, second = int(match["first"]), int(match["second"])
    if (first + 1) % 100 == second:
        return f"{first + years}{match['dash']}{(second + years) % 100:02}"
    return f"{first + years}{match['dash']}{match['second']}"
