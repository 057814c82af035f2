"""Telephone numbers and e-mail addresses in a text: personal data as a name is."""

import re

_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
# «+7 (912) 345-67-89», «8 912 345 67 89»: what is dialled in Russia.
_PHONE = r"(?<![\d+])(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)"


def contacts_in(text: str) -> list[str]:
    """The telephone numbers and addresses that a text contains, each once, in their order."""
    return list(dict.fromkeys(match.group() for match in re.finditer(f"{_MAIL}|{_PHONE}", text)))
