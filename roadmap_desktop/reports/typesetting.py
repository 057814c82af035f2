"""A text as Russian print sets it: what belongs together is not parted at a line's end, a sentence has one full stop.

One rule for paper, Word and Excel, which all break lines at plain spaces and hyphens (Мильчин, Чельцова, «Справочник
издателя и автора»). Search takes what is put in for plain signs.
"""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"

_NAME = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
# Each begins with the space that is kept, then with what is told at a glance: most spaces are none of these.
_BOUND = re.compile(
    " (?:(?=[-–—«%₽])(?:"
    # A dash with the word before it, unless it begins an item of a list; «38 %», «МКУ «ЦМТО»»
    r"(?<![:;.,] )(?=[-–—](?: |$))|(?<=\d )(?=[%₽])|(?<=[А-ЯЁ]{2} )(?=«))"
    r"|(?<=[-–—.№\d] )(?:"
    # That item; a range typed «сентябрь- октябрь».
    r"(?<=[:;.,] [-–—] )|(?<=\w[-–—] )(?=\w)"
    # «№ 5», «2020 г.», «12 чел.», «п. 5», «ст. 112», «каб. 3», «т. д.», «А. А. Образцова»
    r"|(?<=№ )(?=[\dА-ЯЁA-Z])|(?<=\d )(?=(?:гг?|дн|ч|чел|руб|тыс|мин|шт|экз|кл)\.)"
    r"|(?:(?<=\b[псчд]\. )|(?<=\b(?:пп|ст|гл)\. )|(?<=\b(?:стр|каб)\. ))(?=\d)|(?<=\bт\. )(?=[депкч]\.)"
    r"|(?<=\b[А-ЯЁ]\. )(?=[А-ЯЁ])))",
    re.MULTILINE,
)
# «Образцова А. А.», but not «Директор А. А. Образцова».
_SURNAME_FIRST = re.compile(rf"\b({_NAME}) (?=[А-ЯЁ]\. ?[А-ЯЁ]\.(?! ?[А-ЯЁ][а-яё]))")
# «273-ФЗ», «01-10/142-2», «Р-201»; in an address on the internet a hyphen is to be copied as it is.
_NUMBER = re.compile(r"(?<![^\s(«\"№])(?=\d|[А-ЯЁ]{1,3}-\d)[\dА-ЯЁа-яё./]+(?:-[\dА-ЯЁа-яё./]+)+")
# «2020 г..», «и т. д..»: a sentence that ends with an abbreviation.
_SECOND_STOP = re.compile(
    r"(?:(?<=\b[гдптсчнкА-ЯЁ]\.)|(?<=\b(?:гг|др|пр|дн)\.)|(?<=\b(?:руб|чел|тыс|мин|экз|стр|каб)\.))\.(?!\.)"
)

PERSON = re.compile(
    rf"{_NAME}{NO_BREAK}[А-ЯЁ]\.[ {NO_BREAK}]?[А-ЯЁ]\.|[А-ЯЁ]\.[ {NO_BREAK}]?[А-ЯЁ]\.{NO_BREAK}{_NAME}"
    rf"|{_NAME} {_NAME} [А-ЯЁ][а-яё]+(?:вич|вна|ична)\b"
)
"""A person's name in a text that is set: Russian print does not hyphenate it."""


def typeset(text: str) -> str:
    """The text with no-break spaces and hyphens where a line must not end, and one full stop where two met."""
    if "." in text:
        text = _SURNAME_FIRST.sub(rf"\1{NO_BREAK}", text)
    text = _BOUND.sub(NO_BREAK, text)
    if "-" in text:
        text = _NUMBER.sub(lambda found: found[0].replace("-", NO_BREAK_HYPHEN), text)
    return _SECOND_STOP.sub("", text) if ".." in text else text
