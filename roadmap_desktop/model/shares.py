"""Shares of a whole in per cent."""


def share(part: int, whole: int) -> int | None:
    """Per cent, rounded; 100 only for all, 0 only for none; None of nothing."""
    if not whole:
        return None
    rounded = (200 * part + whole) // (2 * whole)
    return rounded if part in (0, whole) else min(max(rounded, 1), 99)
