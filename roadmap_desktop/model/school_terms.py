"""The four terms of a school year, where a school or a settlement has told no others.

The school year of the federal programmes (orders of the Ministry of Education No. 370–372 of 18.05.2023) runs from
1 September to 26 May; these are the terms that most schools make of it. Holidays are what lies between them.
"""

from typing import Final, NamedTuple


class Term(NamedTuple):
    """From one day to another, each a month and a day, in any school year."""

    first: tuple[int, int]
    last: tuple[int, int]


SCHOOL_TERMS: Final = (
    Term((9, 1), (10, 26)),
    Term((11, 5), (12, 29)),
    Term((1, 10), (3, 22)),
    Term((4, 1), (5, 26)),
)
"""Each is followed by its holidays: autumn, winter, spring and summer."""
LAST_DAY: Final = (8, 31)
"""Of the summer holidays."""
