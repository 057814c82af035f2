"""Names of persons in the dative, as a letter is addressed: «Образцовой А. А.»."""

import re

# Surnames of these endings are declined in one way whoever bears them. Others depend on the gender, which initials do
# not tell.
_ENDINGS = {
    "ова": "овой",
    "ева": "евой",
    "ёва": "ёвой",
    "ская": "ской",
    "цкая": "цкой",
    "ов": "ову",
    "ев": "еву",
    "ёв": "ёву",
    "ский": "скому",
    "цкий": "цкому",
}
_INITIALS = re.compile(r"(?P<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+(?P<initials>[А-ЯЁ]\.\s*[А-ЯЁ]\.)")


def dative_of_name(name: str) -> str:
    """«Образцовой А. А.» of «Образцова А. А.»; empty where that cannot be told with certainty."""
    found = _INITIALS.fullmatch(name.strip())
    parts = [_dative(part) for part in found["surname"].split("-")] if found else []
    return f"{'-'.join(parts)} {found['initials']}" if found and all(parts) else ""


def _dative(surname: str) -> str:
    for ending, dative in _ENDINGS.items():
        if surname.endswith(ending):
            return surname.removesuffix(ending) + dative
    return ""
