"""Moments as they are shown: by the clock of this place."""

from datetime import datetime


def here(at: datetime) -> datetime:
    """The moment by the clock of this place; by that which it came with where the system cannot say: Windows knows no
    zone before 1970 or after 3000, nobody one at the ends of time."""
    try:
        return at.astimezone()
    except (OSError, OverflowError, ValueError):
        return at
