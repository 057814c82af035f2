"""The numbers an institution is registered under; a person's have more digits."""

_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)


def is_taxpayer_number(text: str) -> bool:
    """Whether it is an organisation's ИНН: ten digits, the last of which controls the others (order of the Federal Tax
    Service of 29.06.2012 № ММВ-7-6/435@)."""
    if not (text.isascii() and text.isdecimal() and len(text) == 10):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False)) % 11 % 10 == int(
        text[-1]
    )


def is_registration_number(text: str) -> bool:
    """Whether it is an ОГРН: thirteen digits, the last of which controls the others (order of the Ministry of Finance
    of 30.10.2017 № 165н)."""
    return (
        text.isascii() and text.isdecimal() and len(text) == 13 and int(text[:-1]) % 11 % 10 == int(text[-1])
    )
