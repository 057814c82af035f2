"""How to reach a person and by which numbers he or she is known: telephones, addresses, СНИЛС, passports, cards, dates
of birth."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_DIGIT = r"[\s_().\-–—‑−]{0,3}\d"
_DAY = r"\d{1,2}\s+(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*"
_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\s+[а-яё]{3,8}\s+\d{4}|(?:19|20)\d\d)"
_DAY_OF_THE_PAST = r"\d{1,2}[./-]\d{1,2}[./-](?:19[3-9]\d)(?!\d)"
_STREET = (
    r"(?:ул|улиц\w{1,2}|пер|переул\w+|просп|проспект\w*|пр-т|пр-кт|б-р|бульвар\w*"
    r"|мкр|микрорайон\w*|шоссе|наб|тракт)"
)
_FLAT = r"(?:кв|квартир\w+|комн|общежити\w+)"

_PATTERNS = {
    # At most 64 letters before the sign (RFC 5321, 4.5.3.1.1), else a text without one is read from every letter.
    "mail": r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\(собака\)|\sсобака\s)\s?[\w-]+(?:\.[\w-]+)+",
    "nick": r"(?<![\w.@/])@[A-Za-zА-Яа-яЁё]\w{3,}",
    "page": r"(?:https?://)?(?:www\.|m\.)?(?:t\.me|telegram\.me|vk\.(?:com|ru|me)|vkontakte\.ru|ok\.ru|odnoklassniki\.ru|wa\.me"
    r"|instagram\.com|facebook\.com|viber\.me)/(?!(?:wall-|club|public|video-|group)\d)[\w.+/?=&@%-]+",
    "called": r"(?:телеграм\w*|telegram|тг|вк|vk|skype|скайп\w*|вайбер\w*|viber|вотсап\w*|ватсап\w*"
    r"|whats\s?app|инстаграм\w*|ник)\s*[:–—-]\s*@?[\w.+-]{4,}",
    "dialled": rf"(?<![\d+.,/№-])(?:\+\s?\d(?:{_DIGIT}){{9,13}}|[78](?:{_DIGIT}){{10}})(?!\d)",
    "divided": r"(?<![\d+.,/№-])[78](?P<mark>[./])\d{3}(?P=mark)\d{3}(?P=mark)?\d{2}(?P=mark)?\d{2}(?!\d)",
    "area": r"\(\s?\d{3,5}\s?\)[\s-]*\d{1,3}(?:[\s-]?\d{2}){2}(?!\d)",
    "spaced": r"(?<![\d.,№/-])(?:\d{3,5}[\s-]\d{1,3}[\s-]\d{2}[\s-]\d{2}|\d{3}-\d{3}-\d{4}"
    r"|\d{3}[\s-]\d{2}[\s-]\d{2})(?![\d./-]*\d)",
    "mobile": r"(?<![\d.,/№-])9\d{2}[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)",
    "local": r"(?<![\d.,/№-])\d{1,3}[-–‑]\d{2}[-–‑]\d{2}(?![\d./–-]*\d)",
    "after_word": r"\b(?:тел|телефон\w*|моб\w{0,8}|сот\w{0,5}|факс\w*|т(?=\.)|звон\w+|позвон\w+|набрать"
    r"|ват?сап\w*|вайбер\w*|whatsapp|viber)"
    r"\.?(?:\s?\(?(?:моб|сот|раб|дом|факс)\w*\.?\)?)?\s?[./:№]{0,2}\s?(?:по\s|на\s|номеру\s)*\+?\d(?:[\s().\-–—‑]{0,2}\d){3,13}",
    "extension": r"\b(?:доб|вн|внутр|добавочн\w+|внутренн\w+)\.?\s?[:№]?\s?\d{2,5}(?!\d)",
    "snils": r"(?<!\d)\d{3}[\s-]\d{3}[\s-]\d{3}[\s-]?\d{2}(?!\d)"
    r"|(?:снилс|страхов\w+)\W{0,5}(?:№\s?)?\d(?:[\s-]?\d){5,13}",
    "passport": r"(?<![\d-])\d{2}[\s-]?\d{2}[\s№N–-]{1,3}\d{6}(?!\d)"
    r"|(?:паспорт\w*|загранпаспорт\w*|удостоверени\w+ личности|свидетельств\w+ о рождении|полис\w*"
    r"|военн\w+ билет\w*|код подразделения|серия|сери[ией])"
    r"[\s:,.№]*(?:(?:гражданин\w*|рф|россии|серия|выдан|омс|номер|[IVX]{1,4}-[А-Я]{2})[\s:,.№]*){0,4}(?:[А-ЯA-Z]{0,3}\s?)"
    r"\d[\d\s№N,-]{0,20}(?:номер\s?)?\d{3,20}(?!\s?(?:г\b|год|[-–—]\d))",
    "tax": r"(?<![\d.])\d{12}(?!\d)|\bИНН\W{0,3}\d{12}(?!\d)",
    "card": r"(?<![\d.])(?:\d{4}[\s-]){3}\d{4}(?!\d)|(?<!\d)\d{16,20}(?!\d)"
    r"|(?<!\d)4\d{4}\s\d{3}\s\d\s\d{4}\s\d{7}(?!\d)",
    "long": r"(?<!ИНН )(?<!ИНН: )(?<!ИНН)(?<![\d.№/-])(?<!№ )\d{10,11}(?!\d)",
    "born": rf"{_DATE}\s*(?:г(?:\.|ода)?\s*)?,?\s*(?:г\.?\s?р\.?(?!\w)|р\.(?!\w)|(?:года\s)?рождени\w+)"
    rf"|\b(?:д\s?[./]?\s?р\.?|дата рожд\w*|день рожд\w*|рожд\w*\.?|род\.|родил\w+|рождён\w*)(?!\w)"
    rf"[\s:–—]*(?:в\s)?(?:{_DATE}|{_DAY})"
    rf"|(?<!от )(?<![\d.]){_DAY_OF_THE_PAST}(?!\s*№)",
    "home": rf"\b{_STREET}\.?\s[^;\n]{{2,40}}?,?\s*(?:д\.?|дом)?\s?\d+\w?(?:[/-]\d+)?[\s,]+{_FLAT}\.?\s?(?:№\s?)?\d+"
    rf"|\b{_FLAT}\.?\s?(?:№\s?)?\d+"
    rf"|\b(?:прожива\w+|прописан\w*|зарегистрирован\w* по|домашний адрес|адрес прожив\w+)[\s:]+[^;\n]{{3,80}}",
}
_HOUSE = rf"\b{_STREET}\.?\s?[А-ЯЁ0-9][\w .-]{{1,40}}?,?\s*(?:д\.?|дом)?\s?\d+\w?(?:[/-]\d+)?(?!\w)"
_MENTIONS_DATES = re.compile(
    r"(?:19|20)\d\d-[01]\d-[0-3]\d|(?<!\d)[0-3]?\d\.[01]?\d\.(?:(?:19|20)\d\d|\d\d)(?!\d)|(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d(?!\d)"
)
# A mark that no pattern needs, so that most texts are read no further.
_NEEDS = re.compile(
    r"\d|@|\(at\)|собака|/|прожив|прописан|телеграм|telegram|skype|скайп|домашн|ник\s*[:–-]|(?:тг|вк|vk)\s*[:–-]",
    re.IGNORECASE,
)


@cache
def _pattern(*, with_houses: bool) -> re.Pattern[str]:
    # Made when first asked for: it takes a fiftieth of the start.
    patterns = {**_PATTERNS, "house": _HOUSE} if with_houses else _PATTERNS
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items()), re.IGNORECASE)


class ContactPlace(NamedTuple):
    """Where such a thing stands in a text."""

    start: int
    end: int


def contact_places(text: str, *, with_houses: bool = True) -> Iterator[ContactPlace]:
    """Where telephones, addresses and numbers of persons stand; ``with_houses``: a street and a house too, which by
    themselves may be those of a school."""
    if not _NEEDS.search(text):
        return
    for match in _pattern(with_houses=with_houses).finditer(text):
        if not _is_else(match):
            yield ContactPlace(*match.span())


def contacts_in(text: str) -> list[str]:
    """What ``contact_places`` finds, each once, in their order."""
    return list(dict.fromkeys(text[start:end].strip() for start, end in contact_places(text)))


def _is_else(match: re.Match[str]) -> bool:
    """Whether it is a date, a period or the number of a paper."""
    kind, found = match.lastgroup, match.group()
    if kind == "local":
        day, month, _ = (int(part) for part in re.split(r"\D", found))
        return day < 32 and 0 < month < 13 and len(found) == 8
    return kind in ("dialled", "spaced") and bool(_MENTIONS_DATES.search(found))
