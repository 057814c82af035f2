from datetime import date, timedelta

import pytest

from roadmap_desktop.model.expiry import SOON, Expiry, expiry

TODAY = date(2020, 12, 10)


@pytest.mark.parametrize(
    ("left", "stands"),
    [
        (-1, Expiry.EXPIRED),
        (0, Expiry.EXPIRING),
        (SOON, Expiry.EXPIRING),
        (SOON + 1, Expiry.VALID),
    ],
)
def test_the_last_day_is_a_valid_one(left: int, stands: Expiry) -> None:
    assert expiry(TODAY + timedelta(days=left), TODAY) is stands


def test_without_a_last_day_nothing_is_claimed() -> None:
    assert expiry(None, TODAY) is Expiry.UNKNOWN
