"""Names of persons in a text: «Иванова А. А.», «А. А. Иванова», «Иванова Анна Андреевна», in any case of the noun."""

import re

from roadmap_desktop.model.contacts import contacts_in

_SURNAME = r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{4,}(?:-[А-ЯЁ]{3,})?)"
_WORD = r"[А-ЯЁ][а-яё]+"
_INITIALS = r"[А-ЯЁ]\.\s*[А-ЯЁ]\."
_FATHERS_SON = r"(?:[А-ЯЁ][а-яё]*(?:вич|ьич)|Лукич|Фомич|Фокич|Никитич)(?:а|у|ем|е)?"
_FATHERS_DAUGHTER = r"[А-ЯЁ][а-яё]*(?:вн|чн)(?:а|ы|е|у|ой|ою)"
_PATRONYMIC = rf"{_FATHERS_SON}|{_FATHERS_DAUGHTER}"
_TURKIC = rf"{_WORD}\s+(?:оглы|кызы)"

_NAME = (
    rf"(?<![\w.-])(?:{_SURNAME}\s+{_INITIALS}|{_INITIALS}\s*{_SURNAME}"
    rf"|{_SURNAME}\s+{_WORD}\s+(?:{_PATRONYMIC}|{_TURKIC})|{_WORD}\s+(?:{_PATRONYMIC})(?:\s+{_SURNAME})?)(?!\w)"
)
# A school may bear a person's name; that is nobody's personal data.
_NAMED_AFTER = r"(?:\bим(?:ени|\.)|\bпамяти)\s*(?:[А-ЯЁа-яё.]+\s+){0,4}$"


def names_in(text: str) -> list[str]:
    """The names of persons that a text contains, in their order; those that an institution is named after are not among
    them. A name without initials or patronymic cannot be told from other words and is not found."""
    found = []
    for match in re.finditer(_NAME, text):
        if not re.search(_NAMED_AFTER, text[: match.start()]):
            found.append(" ".join(match.group().split()))
    return list(dict.fromkeys(found))


def signing_name(name: str) -> str:
    """«А. А. Образцова» of «Образцова А. А.» and of «Образцова Анна Андреевна»: beneath a signature the initials come
    first (ГОСТ Р 7.0.97-2016, 5.22). A name of another form stays."""
    words = name.split()
    if len(words) == 3 and re.fullmatch(_PATRONYMIC, words[2]):
        return f"{words[1][0]}. {words[2][0]}. {words[0]}"
    found = re.fullmatch(rf"({_SURNAME})\s+([А-ЯЁ])\.\s*([А-ЯЁ])\.", name.strip())
    return f"{found[2]}. {found[3]}. {found[1]}" if found else name


def reads_as_person(text: str) -> bool:
    """Whether a performer's name is that of a person, alone or after a post («методист Иванова А. А.»), or how to reach
    one."""
    return bool(names_in(text) or contacts_in(text))
