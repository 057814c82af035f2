"""The words above a plan's table: its title, the order that approved it, who heads the office, the period."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from roadmap_desktop.exchange.plan_reading.cell_words import line_of
from roadmap_desktop.exchange.plan_reading.due_marks import month_named
from roadmap_desktop.exchange.plan_reading.reading import OrderWords
from roadmap_desktop.model.due.tokens import clean
from roadmap_desktop.model.due.vocabulary import VOCABULARY, T
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.period import Period, school_year

_NOMINATIVE = {
    "отдела": "Отдел",
    "управления": "Управление",
    "комитета": "Комитет",
    "департамента": "Департамент",
    "министерства": "Министерство",
    "администрации": "Администрация",
    "центра": "Центр",
    "учреждения": "Учреждение",
}
_NUMBER = r"№\s*(?P<number>[^\s,;]+(?:\s?[-/]\s?[^\s,;]+)*)"
_DAY = r"(?P<day>«?\s*\d{1,2}\s*»?\s*[.а-яё ]+\s*\d{2,4}|\d{1,2}\.\d{1,2}\.\d{2,4})\s*(?:г(?:ода|\.)?)?"
_ORDER = re.compile(
    rf"(?:приказ|распоряжени|постановлени|решени)\w*\s*(?P<body>[^№]*?)\s*(?:от\s+{_DAY})\s*,?\s*{_NUMBER}",
    re.IGNORECASE,
)
_ORDER_TURNED = re.compile(
    rf"(?:приказ|распоряжени|постановлени|решени)\w*\s*(?P<body>[^№]*?)\s*{_NUMBER}\s*(?:от\s+{_DAY})",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"приложение\s*(?:№|n|No)?\s*(?P<annex>\d{1,3})?(?=\s|$)", re.IGNORECASE)
_APPROVED = re.compile(r"утвержда(?:ю|ем)|утвержд[её]н[ао]?\b|согласовано", re.IGNORECASE)
_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_HEAD_NAME = rf"(?:{_INITIALS}\s?{_SURNAME}|{_SURNAME}\s+{_INITIALS})"
_HEAD = re.compile(
    rf"утвержда(?:ю|ем):?\s*(?P<post>[^_]{{3,200}}?)[\s_/()]*(?P<name>{_HEAD_NAME})",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(
    r"((муниципальн|комплексн|районн|годово|един|сетево|региональн|примерн)\w+\s+)*"
    r"(план\b|«?дорожная карта|(план-)?график\b|комплекс (мер|мероприятий)|программа|мероприятия по"
    r"|перечень мероприятий|циклограмма)",
    re.IGNORECASE,
)
_CHAPTER_NUMBER = re.compile(r"^([IVX]+|\d{1,2})[.)]\s*")
# What the table is called below the plan's own title.
_CHAPTER = re.compile(
    r"(план|перечень|комплекс|система) мероприятий( дорожной карты)?|мероприятия", re.IGNORECASE
)
_STAMP = re.compile(
    r"приложение\b|утвержд|согласован|к приказу|приказом|от\s+[«\d]|№|_{3,}|м\.?\s?п\.?$|начальник|директор\b|заведующ"
    rf"|«\s*[_\d]+\s*»\s*[а-я_]+\s*20\d\d|\d{{1,2}}\s+[а-я]+\s+20\d\d|{_HEAD_NAME}\s*$",
    re.IGNORECASE,
)
# What follows a title: chapters, aims, the passport.
_BELOW = re.compile(
    r"(цел[ьи]|задач[аи])\b[^:]{0,60}(:|$)|([IVX]+|\d{1,2})[.)]\s"
    r"|(паспорт|пояснительная записка|введение|общие положения|ожидаемые результаты)\b.{0,80}:?$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"[-–—\s]*(стр\.?|страница|лист)?\s*\d{1,4}(\s*(из|/)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE)
_SCHOOL_YEARS = re.compile(r"\b(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)\b(?:\s*г\.)?\s*(уч\w*\.?)?", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)\b")
_MONTH_OF_YEAR = re.compile(r"\b([а-яё]+)\s+(20\d\d)\b", re.IGNORECASE)
_OF_ONE_MONTH = re.compile(
    r"\bна\s+([а-яё]+)(?:\s+месяц)?((?:\s+20\d\d)?\s*(?:года|год|г)?)[\s.]*$", re.IGNORECASE
)
_ENDS_IN_YEAR = re.compile(r"\bгг?\.$")
_LONGEST_TITLE = 600


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page."""
    return _PAGE.fullmatch(text) is not None


def title_of(lines: Sequence[str]) -> str:
    """The plan's title among the lines above its table: from the words that begin one, after the last stamp."""
    kept = [line_of(line) for line in lines if line.strip() and not is_page_number(line)]
    starts = [
        index
        for index, line in enumerate(kept)
        if _TITLE.match(line.lstrip('«"')) and len(line) <= _LONGEST_TITLE
    ]
    if (
        len(starts) > 1
        and starts[-1] == len(kept) - 1
        and starts[-1] - 1 not in starts
        and _is_chapter(kept[-1])
    ):
        del kept[-1], starts[-1]
    if not starts:
        return ""
    start = starts[-1]
    while start - 1 in starts and not _STAMP.match(kept[start - 1]):
        start -= 1
    title: list[str] = []
    for line in kept[start:]:
        is_more = not title or not (_STAMP.match(line) or _BELOW.match(line))
        if not is_more or sum(map(len, title)) + len(line) > _LONGEST_TITLE:
            break
        if title and title[-1].endswith(".") and line[:1].isupper():
            break
        title.append(line)
    whole = one_line(" ".join(title)).strip(" :")
    return whole.lstrip(".") if _ENDS_IN_YEAR.search(whole) else whole.strip(" .:")


def month_of(title: str) -> str:
    """The month, «ноябрь 2026 года», of a plan for a single one; an empty text for any other."""
    found = _OF_ONE_MONTH.search(title)
    return month_named("".join(found.groups())) if found else ""


def _is_chapter(line: str) -> bool:
    return _CHAPTER.fullmatch(_CHAPTER_NUMBER.sub("", line).strip(" .:")) is not None


def order_of(lines: Sequence[str]) -> OrderWords:
    """What the stamps among the lines say."""
    text = " ".join(line_of(line) for line in lines)
    found = _last(_ORDER, text) or _last(_ORDER_TURNED, text)
    annex = _last(_ANNEX, text)
    head = _HEAD.search(text) if _APPROVED.search(text) else None
    post = one_line(head["post"]).strip(" ,.") if head else ""
    body = _body(found["body"]) if found else ""
    return OrderWords(
        annex_number=(annex["annex"] or "") if annex else "",
        order_number=found["number"].strip(" .)»") if found else "",
        order_date=_day(found["day"]) if found else None,
        approving_body=body or _body(_after_post(post)),
        head_post=post,
        head_name=head["name"] if head else "",
    )


def period_of(title: str, lines: Sequence[str], dues: Sequence[str], order: OrderWords) -> Period | None:
    """The plan's period: of its title, else of the lines above, else the school year that its dues or its order
    name."""
    for text in (title, *lines):
        if (period := _period_in(text, order)) is not None:
            return period
    first = _first_of(dues)
    if first is None and order.order_date is not None:
        first = order.order_date.year if order.order_date.month >= 6 else order.order_date.year - 1
    return school_year(first) if first is not None else None


def _period_in(text: str, order: OrderWords) -> Period | None:
    years = _SCHOOL_YEARS.search(text)
    if years:
        first, second = int(years[1]), int(years[2]) if len(years[2]) == 4 else int(years[1][:2] + years[2])
        is_said_of_years = not years[3] and re.match(r"\s*(г\.?г|годы)", text[years.end() :])
        # What is approved in autumn does not begin in January.
        in_autumn = order.order_date is not None and (order.order_date.year, order.order_date.month) >= (
            first,
            7,
        )
        if second == first + 1 and (not is_said_of_years or in_autumn):
            return school_year(first)
        return Period(date(first, 1, 1), date(second, 12, 31)) if first < second else None
    year = re.search(r"\bна\s+(20\d\d)\s*(календарный\s+)?г", text)
    return Period(date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)) if year else None


def _first_of(dues: Sequence[str]) -> int | None:
    """The first year of the school year in which the dues that say a month and a year begin."""
    firsts = []
    for due in dues:
        for found in _MONTH_OF_YEAR.finditer(clean(due)):
            token = VOCABULARY.get(found[1])
            if token is not None and token.kind == T.MONTH:
                firsts.append(int(found[2]) - (token.value < 8))
        for found in re.finditer(r"\b\d{1,2}\.(\d{1,2})\.(20\d\d)\b", due):
            firsts.append(int(found[2]) - (int(found[1]) < 8))
    counts = Counter(firsts)
    return min(counts, key=lambda year: (-counts[year], year), default=None)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _day(text: str) -> date | None:
    words = clean(text).replace("«", " ").replace("»", " ").replace('"', " ")
    figures = re.fullmatch(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{2,4})\s*", words)
    spoken = re.fullmatch(r"\s*(\d{1,2})\s+([а-я]+)\.?\s+(\d{4})\s*", words)
    try:
        if figures:
            year = int(figures[3])
            return date(year if year > 99 else 2000 + year, int(figures[2]), int(figures[1]))
        if spoken and (token := VOCABULARY.get(spoken[2])) is not None and token.kind == T.MONTH:
            return date(int(spoken[3]), token.value, int(spoken[1]))
    except ValueError:
        pass
    return None


def _body(text: str) -> str:
    """An office as it is called by itself: «отдела образования» is «Отдел образования»."""
    words = one_line(text).strip(" ,.:")
    first, space, rest = words.partition(" ")
    if not first:
        return ""
    nominative = _NOMINATIVE.get(first.lower())
    return f"{nominative}{space}{rest}" if nominative else words[:1].upper() + words[1:]


def _after_post(post: str) -> str:
    """The office of «Начальник отдела образования»."""
    _, _, rest = post.partition(" ")
    return rest if rest.split(" ")[0].lower() in _NOMINATIVE else ""
