"""The heading rows above a list: which they are, and what they say of each column."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmap_desktop.exchange.cell_contents import is_contact
from roadmap_desktop.model.person_initials import is_person
from roadmap_desktop.model.search import folded

# Headings of columns that count rows.
_NUMBERS = re.compile(r"№|№№|n|no|номер|(?:№ ?|n ?)?(?:п ?[/\\.]? ?п)\.?|№ ?строки")
_MARKS = re.compile(r"[\s.,:*/]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BROKEN = re.compile(r"(?<=[а-я])-\s+(?=[а-я])")
_DAY = r"\d[\d.\-–—/]*"
# «Количество обучающихся на 01.09.2025 г.», «в 2024-2025 уч. году».
_WHEN = re.compile(
    rf"\s(?:по состоянию\s)?(?:на|за|в)\s{_DAY}(?:\s*(?:г|года?|уч\w*)\b\.?)*(?:\s*году?)?\s*$"
)
# Above a heading there may be a title, a stamp, whom the list is from.
_LAST_HEADING = 30


class Heading(NamedTuple):
    """``first`` and ``last`` of the heading's rows, from 0; ``fields`` names what each column holds, an empty text:
    nothing; ``titles`` are the columns' names as they are written."""

    first: int
    last: int
    fields: tuple[str, ...]
    titles: tuple[str, ...]


class Headings:
    """Knows fields by what they may be called; columns of those named ``shared`` may hold one field together."""

    def __init__(self, labels: Mapping[str, str], shared: Collection[str] = ()) -> None:
        self._known: dict[str, str] = {}
        for label, field in labels.items():
            self._known.setdefault(plain_title(label), field)
        self._shared = frozenset(map(plain_title, shared))

    def find(self, rows: Sequence[Sequence[str]], needed: Collection[str] = ()) -> Heading | None:
        """The first rows half of whose cells name fields, and more than one below the first row; without such those
        that name one of the fields ``needed``, whatever else they name. A cell that is merged with others has its text
        in each place."""
        found = list(self._candidates(rows))
        for one in found:
            filled = [title for title in one.titles if title and not counts_rows(title)]
            is_sure = one.first == 0 or _named(one) > 1 or len(filled) == 1
            if is_sure and _named(one) * 2 >= len(filled):
                return one
        wanted = set(needed)
        return next((one for one in found if any(one.titles[1:]) and not wanted.isdisjoint(one.fields)), None)

    def _candidates(self, rows: Sequence[Sequence[str]]) -> Iterator[Heading]:
        looked_at = min(_LAST_HEADING, len(rows))
        alone = [self._heading(rows, row, row) for row in range(looked_at)]
        for first, one in enumerate(alone):
            if first + 1 < looked_at:
                both = self._heading(rows, first, first + 1)
                # A title above a heading adds nothing to it.
                if self._goes_on(rows, first) or _named(both) > max(_named(one), _named(alone[first + 1])):
                    one = both
            # «Учитель» beside somebody's name is a post, not a heading.
            if one is not None and not any(map(_is_data, one.titles)):
                yield one

    def field_of(self, title: str) -> str:
        """The field that a title names; empty for none."""
        words = _BROKEN.sub("", folded(title))
        bare = _IN_BRACKETS.sub(" ", words)
        for spelt in (words, bare, _WHEN.sub("", bare.strip())):
            if found := self._known.get(plain_title(spelt)):
                return found
        return ""

    def _heading(self, rows: Sequence[Sequence[str]], first: int, last: int) -> Heading | None:
        width = max(map(len, rows[first : last + 1]))
        fields: list[str] = []
        titles: list[str] = []
        for column in range(width):
            cells = [_cell(rows[row], column) for row in range(first, last + 1)]
            title = " ".join(filter(None, dict.fromkeys(cells)))
            field = self.field_of(title) or self.field_of(cells[-1])
            is_taken = field in fields and not self._may_share(title, cells[-1])
            fields.append("" if is_taken else field)
            titles.append(title)
        return Heading(first, last, tuple(fields), tuple(titles)) if any(fields) else None

    def _may_share(self, *titles: str) -> bool:
        return any(plain_title(_IN_BRACKETS.sub(" ", title)) in self._shared for title in titles)

    def _goes_on(self, rows: Sequence[Sequence[str]], first: int) -> bool:
        """Whether the row below names parts of what stands above them merged, all else being merged with it."""
        above, below = rows[first], rows[first + 1]
        width = max(len(above), len(below))
        pairs = [(_cell(above, column), _cell(below, column)) for column in range(width)]
        own = [column for column, (upper, lower) in enumerate(pairs) if lower and lower != upper]
        is_merged = [
            bool(upper) and upper in (_cell(above, column - 1) if column else "", _cell(above, column + 1))
            for column, (upper, _) in enumerate(pairs)
        ]
        down = sum(bool(upper) and upper == lower for upper, lower in pairs)
        return bool(own) and down > 0 and all(is_merged[column] for column in own)


def counts_rows(title: str) -> bool:
    """Whether a column with that title counts the rows."""
    return _NUMBERS.fullmatch(folded(title).strip()) is not None


def plain_title(title: str) -> str:
    """A title as it is compared."""
    return _MARKS.sub(" ", folded(title)).strip()


def _is_data(title: str) -> bool:
    return is_contact(title) or is_person(title)


def _named(heading: Heading | None) -> int:
    return sum(map(bool, heading.fields)) if heading is not None else 0


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if 0 <= column < len(row) else ""
