"""What time it is. Nothing else in the program asks the computer, so that a test or a picture can have its own day."""

import os
from datetime import UTC, date, datetime, timedelta

# By how many seconds the program's clock is ahead of the computer's; commands that a test starts inherit it.
AHEAD = "ROADMAP_CLOCK_AHEAD"


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC) + timedelta(seconds=float(os.environ.get(AHEAD) or 0))


def local_time() -> datetime:
    """What a clock on the wall shows, without a zone."""
    return now().astimezone().replace(tzinfo=None)


def today() -> date:
    """The day in this place."""
    return local_time().date()
