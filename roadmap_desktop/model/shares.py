"""Shares of a whole in per cent."""

_NO_BREAK = "\N{NO-BREAK SPACE}"


def share(part: int, whole: int) -> int | None:
    """Per cent, rounded; 100 only for all, 0 only for none; None of nothing."""
    if not whole:
        return None
    rounded = (200 * part + whole) // (2 * whole)
    return rounded if part in (0, whole) else min(max(rounded, 1), 99)


def per_cent(share: int) -> str:
    """«38 %», which no line breaks apart."""
    return f"{share}{_NO_BREAK}%"
