"""Columns of a document as «--map» names them."""


def column_index(text: str) -> int | None:
    """The index of a column, from 0, whose number, from 1, a text says; None for what is none."""
    is_number = text.isascii() and text.isdecimal() and 0 < int(text[:4]) < 1000
    return int(text) - 1 if is_number else None
