"""How performers are named: offices, posts and groups; and lists of them in one cell parted."""

import re

from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK
from roadmap_desktop.exchange.plan_reading.cell_words import lines_of
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.word_senses import senses

_OFFICE = "|".join(
    (
        r"отдел|управлени[ея]|комитет|департамент|министерство|минобр\w*|администраци[яи]|центры?|институт|учреждени[ея]",
        r"ц?мто|м[кба]о?у|мк?у|гб[оу]у?|гау|мб?до?у|имц|рмк|ммс|роо|уо|мцко|ирооо?|рцоко|рцро|ипк|тмк|тпмпк|пмпк",
        r"муниципалитет|оо|оу|шнор|сош|оош|школ[аы]|гимнази[яи]|лице[йи]|совет|комиссия|служба|кабинет|групп[аы]",
        r"организаци[яи]|[рмш]мо|сообщество|объединени[ея]|штаб",
    )
)
_KIND = (
    r"(муниципальн|районн|городск|методическ|информационн|научно|региональн|территориальн|рабоч|экспертн"
    r"|организационн|школьн|общественн|базов|классн|предметн)"
    r"[а-яё-]+\s+(\S+\s+)?"
)
_POST = "|".join(
    (
        r"руководител[ьи]|директора?|заместител[ьи]|зам\.?|замдиректора|завуч[иа]?|методисты?|начальники?",
        r"заведующ(ий|ая|ие)|специалисты?|учител[ья]|педагоги?(-\w+)?|тьюторы?|кураторы?|координаторы?|наставники?",
        r"члены|администраторы?|классные|главн(ый|ые)|ведущ(ий|ие)|ответственн(ый|ые)|социальн(ый|ые)|психологи?",
        r"логопеды?|председател[ьи]|секретарь|воспитател[ьи]|инспекторы?|советники?|эксперты?",
        r"(обще)?образовательн(ые|ая) (организаци[яи]|учреждени[яе])",
        r"все\s+(оо|оу|школы|руководители|учителя|педагоги)\b",
    )
)
_PERSON = r"[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?([А-ЯЁ]\.)?|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+"
# Of one person, whose name may stand in the line below.
_POST_OF_ONE = re.compile(
    r"(?:главный |ведущий |старший )?(?:руководитель|директор|заместитель|зам\.?|завуч|методист|начальник|"
    r"заведующ(?:ий|ая)|специалист|учитель|педагог(?:-\w+)?|тьютор|куратор|координатор|наставник|председатель|секретарь|"
    r"инспектор|советник|эксперт)\b",
    re.IGNORECASE,
)
_IS_PERSON = re.compile(_PERSON)
_STARTS = re.compile(rf"[«\"„(]?(?:(?i:({_KIND})?({_OFFICE}|{_POST}))(?!\w)|{_PERSON})")
_POST_ALONE = re.compile(_POST, re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"№?\s*\d{1,3}[а-я]?(\s*(и|-|–)\s*№?\s*\d{1,3}[а-я]?)*")
_SLASH = re.compile(r"\s*/\s*")
_AND = re.compile(r"\s+и\s+(?![^«(]*[»)])")
_LINES = re.compile(rf"[\n{SOFT_BREAK}]+")
_GENITIVE = re.compile(r"[А-ЯЁ][а-яё]+(ого|его|ой|ей|ых|их)\b")
_UNFINISHED = re.compile(r"(^|\s)(и|по|с|со|в|на|для|за|при|от|из|под|над|или|об?|к)$", re.IGNORECASE)
# «Иванов И.И.» and «и др.» end with dots of their own.
_STOP = re.compile(r"(?<=[а-яё»)]{2})(?<!\bдр)\.$|(?<=\s)\.$")
# «Отдел образования / администрации района» is one name, «классные руководители / администрации школ» are two.
_PART = re.compile(r"школы\b|учреждения\b")
_PART_OF_OFFICE = re.compile(r"школы\b|учреждения\b|администрации\b")
_OFFICE_OF = re.compile(r"\b(отдел|управлени|комитет|департамент|глав[аы]|служб|специалист)", re.IGNORECASE)
_LETTERS = re.compile(r"[а-яё]{3,}(-[а-яё]+)*")
_LAST_WORD = re.compile(r"[А-Яа-яЁё]{3,}$")
_POST_LIKE_ADJECTIVE = re.compile("заведующ|управляющ", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–—•*]\s+|\d{1,2}[.)]\s+)")


def starts_performer(text: str) -> bool:
    """Whether the text begins as the name of an office, a post or a person does."""
    return _STARTS.match(text) is not None


def performers_of(cell: str, *, is_wrapped: bool = False) -> tuple[str, ...]:
    """The performers of a cell, parted by commas, semicolons, lines, slashes and «и». ``is_wrapped`` when its lines may
    be mere wraps of the page."""
    text = _with_commas(lines_of(cell), is_wrapped=is_wrapped)
    found: list[str] = []
    for part in split_performers(text):
        for name in _parted(part):
            name = _STOP.sub("", _BULLET.sub("", name.strip(" ;,")))
            if found and _NUMBER_ALONE.fullmatch(name):
                # «Школы № 1, 2, 5» are one name.
                found[-1] += f", {name}"
            elif name.strip("-–—") and name not in found:
                found.append(name)
    return tuple(found)


def _with_commas(text: str, *, is_wrapped: bool) -> str:
    """Lines as parts of one list: one that goes on with a name is joined to it."""
    joined = ""
    for line in _LINES.split(text):
        line = _BULLET.sub("", line)
        if not joined:
            joined = line
        elif joined.endswith((",", ";", "/")):
            joined += " " + line
        else:
            joined += (", " if _begins_name(joined, line, is_wrapped=is_wrapped) else " ") + line
    return joined


def _begins_name(before: str, line: str, *, is_wrapped: bool) -> bool:
    if _UNFINISHED.search(before) or line[:1] in ')»«"„(№':
        return False
    if before.count("«") > before.count("»") or before.count("(") > before.count(")"):
        return False
    if line[:1].islower() and _is_adjective(before):
        return False
    if _IS_PERSON.match(line) and _POST_OF_ONE.match(last := before.rsplit(",", 1)[-1].strip()):
        return _IS_PERSON.search(last) is not None
    if line[:1].islower() and _is_subject(line):
        return True
    if is_wrapped and _is_post_of(before, line):
        return False
    if is_wrapped:
        return starts_performer(line) and not re.match(
            r"(оо|оу|шнор|сош|школы?|ммс|имц)\b", line, re.IGNORECASE
        )
    if line[:1].islower():
        is_part = _PART_OF_OFFICE if _OFFICE_OF.search(before.rsplit(",", 1)[-1]) else _PART
        return starts_performer(line) and is_part.match(line) is None
    return _GENITIVE.match(line) is None


def _is_adjective(before: str) -> bool:
    """Whether the line above ends within a name: «классные» without «руководители»."""
    found = _LAST_WORD.search(before)
    above = senses(found[0]) if found and not _POST_LIKE_ADJECTIVE.match(found[0]) else None
    return above is not None and above.is_adjective and above.is_nominative


def _is_post_of(before: str, line: str) -> bool:
    """Whether a post stands at the line's end, and whose it is in the next: «методисты / МБУ «ИМЦ»»."""
    words = before.rsplit(",", 1)[-1].split()
    return len(words) in (1, 2) and _POST_ALONE.fullmatch(words[-1]) is not None and line[:2].isupper()


def _is_subject(line: str) -> bool:
    """Whether a line begins a name of its own, as «общественные наблюдатели» does below «Управление образования»."""
    found = _LETTERS.match(line)
    if found is None or starts_performer(line):
        return False
    own = senses(found[0])
    return own.is_known and own.is_nominative and not own.is_genitive


def _parted(name: str) -> list[str]:
    """A name parted at slashes, and at «и» where a name follows."""
    names: list[str] = []
    for part in _SLASH.split(name) if _SLASH.search(name) and "и/или" not in name else [name]:
        pieces = _AND.split(part)
        whole = pieces[0]
        for piece in pieces[1:]:
            # «Руководители и педагоги ОО» are of one organisation.
            is_shared = " " in piece and _POST_ALONE.fullmatch(whole) is not None
            is_name = starts_performer(piece) and not is_shared
            if is_name and not piece.startswith(("школ", "администрации", "управления", "учреждения")):
                names.append(whole)
                whole = piece
            else:
                whole = f"{whole} и {piece}"
        names.append(whole)
    return names
