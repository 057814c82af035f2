"""Whether what has a last day is still valid."""

from datetime import date
from enum import StrEnum

# Days before its end from which an agreement is told to be expiring.
SOON = 30


class Expiry(StrEnum):
    """How something valid until a day stands; the value is the word for it."""

    VALID = "действует"
    EXPIRING = "истекает"
    EXPIRED = "истёк"
    UNKNOWN = "срок не указан"


def expiry(until: date | None, today: date) -> Expiry:
    """How it stands today; the last day is a valid one."""
    if until is None:
        return Expiry.UNKNOWN
    left = (until - today).days
    if left < 0:
        return Expiry.EXPIRED
    return Expiry.EXPIRING if left <= SOON else Expiry.VALID
