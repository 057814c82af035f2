"""The journals of two copies as one. A copy may have been made without some of it; one that tells the shared past
otherwise is not believed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from roadmap_desktop.model.change_set import LOST_LABEL, NEUTRAL_LABELS
from roadmap_desktop.storage.journal.contents import Contents, Headline, Key, fingerprint
from roadmap_desktop.storage.journal.values import encode
from roadmap_desktop.storage.journal.writer import Row
from roadmap_desktop.storage.tables import TABLES


class UnitedContents(Contents):
    """Everything that stands in either of two journals. Where a copy was made without some of it, the fuller one
    counts, whichever is named first. ``rewritten`` are the change sets that both have and that differ otherwise than by
    what was left out: there the first one counts."""

    def __init__(self, one: Contents, other: Contents) -> None:
        self._one, self._other = one, other
        self.headlines = {**other.headlines, **one.headlines}
        self._mended: dict[str, list[Row]] = {}
        self.rewritten: set[str] = set()
        for id_ in self._differing_shared():
            headline = _united_headline(one.headlines[id_], other.headlines[id_])
            rows = self._united_rows(id_)
            if headline is None or rows is None:
                self.rewritten.add(id_)
            else:
                self.headlines[id_] = headline
                self._mended[id_] = rows

    def _differing_shared(self) -> list[str]:
        one, other = self._one, self._other
        found = [id_ for id_ in differing(other, one) if id_ in one.headlines]
        for contents in (one, other):
            contents.read_together(found)
        return found

    @cached_property
    def fingerprints(self) -> Mapping[str, int]:
        """See ``Contents``."""
        own = {
            id_: number for id_, number in self._other.fingerprints.items() if id_ not in self._one.headlines
        }
        mended = {id_: fingerprint(rows) for id_, rows in self._mended.items() if rows}
        return {**own, **self._one.fingerprints, **mended}

    def rows_of(self, id_: str) -> list[Row]:
        """See ``Contents``."""
        if id_ in self._mended:
            return self._mended[id_]
        return (self._one if id_ in self._one.headlines else self._other).rows_of(id_)

    def read_together(self, ids: Iterable[str]) -> None:
        """See ``Contents``."""
        ids = list(ids)
        self._one.read_together(ids)
        self._other.read_together(id_ for id_ in ids if id_ not in self._one.headlines)

    def found_rows(self, record_ids: Iterable[str] | None) -> Iterator[Row]:
        """See ``Contents``."""
        wanted = None if record_ids is None else set(record_ids)
        yield from self._counting(self._one.found_rows(wanted), self._other.found_rows(wanted))
        for rows in self._mended.values():
            for row in rows:
                if wanted is None or row[3] in wanted:
                    yield row

    def deletions(self) -> Iterator[Row]:
        """See ``Contents``."""
        yield from self._counting(self._one.deletions(), self._other.deletions())
        yield from (row for rows in self._mended.values() for row in rows if row[6] is None)

    def _counting(self, one: Iterable[Row], other: Iterable[Row]) -> Iterator[Row]:
        yield from (row for row in one if row[0] not in self._mended)
        yield from (row for row in other if row[0] not in self._one.headlines)

    def _united_rows(self, id_: str) -> list[Row] | None:
        """The rows of a change set that both have; None where it is rewritten."""
        found = {row[2:5]: row for row in self._one.rows_of(id_)}
        for row in self._other.rows_of(id_):
            first = found.get(row[2:5])
            united = row if first is None else _united_row(first, row)
            added = _names(row) - (set() if first is None else _names(first))
            if united is None or any(self._had((row[2], row[3]), name) for name in added):
                return None
            found[row[2:5]] = united
        rows = sorted(found.values(), key=lambda row: row[1])
        return rows if len({row[1] for row in rows}) == len(rows) else None

    def _had(self, key: Key, name: str) -> bool:
        """Whether the first journal tells of that field in the shared past: what was left out was left out wherever it
        stood."""
        rows = self._one.of_records([key])[key]
        return any(row[0] in self._other.headlines and name in _names(row) for row in rows)


def differing(one: Contents, other: Contents) -> Iterator[str]:
    """The change sets that stand otherwise in the one than in the other, or not at all."""
    for id_, headline in one.headlines.items():
        if other.headlines.get(id_) != headline or other.fingerprints.get(id_) != one.fingerprints.get(id_):
            yield id_


def _united_headline(one: Headline, other: Headline) -> Headline | None:
    """The fuller of two; None where they contradict each other."""
    if LOST_LABEL in (one.label, other.label):
        return other if one.label == LOST_LABEL else one
    author = _fuller(one.author, other.author, ("",))
    label = _fuller(one.label, other.label, NEUTRAL_LABELS)
    if author is None or label is None:
        return None
    united = one._replace(author=author, label=label)
    return united if united == other._replace(author=author, label=label) else None


def _fuller(one: str, other: str, nothing: tuple[str, ...]) -> str | None:
    told = {one, other} - set(nothing)
    if len(told) > 1:
        return None
    return told.pop() if told else max(one, other)


def _names(row: Row) -> set[str]:
    """The fields of which a row tells; of a record as a whole, also that it came or went."""
    if row[4]:
        return {row[4]}
    return {"", *(name for text in row[5:7] if text for name in json.loads(text))}


def _united_row(one: Row, other: Row) -> Row | None:
    """The fuller of two rows about one thing; None where they contradict each other."""
    if one == other:
        return one
    ends = list(zip(one[5:7], other[5:7], strict=True))
    if one[4] or one[1] != other[1] or any(_contradict(*texts) for texts in ends):
        return None
    old, new = (_united_objects(one[2], *texts) for texts in ends)
    return (*one[:5], old, new)


def _contradict(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is not other
    first, second = json.loads(one), json.loads(other)
    return any(first[name] != second[name] for name in first.keys() & second.keys())


def _united_objects(table: str, one: str | None, other: str | None) -> str | None:
    if one == other or one is None or other is None:
        return one
    values = json.loads(one) | json.loads(other)
    # The collector writes fields as they are declared: what is put together again reads as what was never apart.
    return encode({name: values[name] for name in TABLES[table].columns if name in values})
