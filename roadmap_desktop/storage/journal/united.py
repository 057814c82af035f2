"""The journals of two copies as one. A copy may have been made without some of it; one that tells the shared past
otherwise is not believed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from roadmap_desktop.model.change_set import LOST_LABEL, NEUTRAL_LABELS
from roadmap_desktop.storage.journal.contents import Contents, Headline, fingerprint
from roadmap_desktop.storage.journal.row import JournalRow, Key
from roadmap_desktop.storage.journal.values import encode
from roadmap_desktop.storage.tables import TABLES


class UnitedContents(Contents):
    """Everything that stands in either of two journals. Where a copy was made without some of it, the fuller one
    counts, whichever is named first. ``rewritten`` are the change sets that both have and that differ otherwise than by
    what was left out: there the first one counts."""

    def __init__(self, one: Contents, other: Contents) -> None:
        self._one, self._other = one, other
        self.headlines = {**other.headlines, **one.headlines}
        self._united: dict[str, list[JournalRow]] = {}
        self.rewritten: set[str] = set()
        for id_ in self._differing_shared():
            headline = _united_headline(one.headlines[id_], other.headlines[id_])
            rows = self._united_rows(id_)
            if headline is None or rows is None:
                self.rewritten.add(id_)
            else:
                self.headlines[id_] = headline
                self._united[id_] = rows

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
        united = {id_: fingerprint(rows) for id_, rows in self._united.items() if rows}
        return {**own, **self._one.fingerprints, **united}

    def rows_of(self, id_: str) -> list[JournalRow]:
        """See ``Contents``."""
        if id_ in self._united:
            return self._united[id_]
        return (self._one if id_ in self._one.headlines else self._other).rows_of(id_)

    def read_together(self, ids: Iterable[str]) -> None:
        """See ``Contents``."""
        ids = list(ids)
        self._one.read_together(ids)
        self._other.read_together(id_ for id_ in ids if id_ not in self._one.headlines)

    def found_rows(self, record_ids: Iterable[str] | None) -> Iterator[JournalRow]:
        """See ``Contents``."""
        wanted = None if record_ids is None else set(record_ids)
        yield from self._counting(self._one.found_rows(wanted), self._other.found_rows(wanted))
        for rows in self._united.values():
            for row in rows:
                if wanted is None or row.record_id in wanted:
                    yield row

    def deletions(self) -> Iterator[JournalRow]:
        """See ``Contents``."""
        yield from self._counting(self._one.deletions(), self._other.deletions())
        yield from (row for rows in self._united.values() for row in rows if row.is_deleted)

    def _counting(self, one: Iterable[JournalRow], other: Iterable[JournalRow]) -> Iterator[JournalRow]:
        yield from (row for row in one if row.change_set_id not in self._united)
        yield from (row for row in other if row.change_set_id not in self._one.headlines)

    def _united_rows(self, id_: str) -> list[JournalRow] | None:
        """The rows of a change set that both have; None where it is rewritten."""
        found = {row.subject: row for row in self._one.rows_of(id_)}
        for row in self._other.rows_of(id_):
            first = found.get(row.subject)
            united = row if first is None else _united_row(first, row)
            added = _names(row) - (set() if first is None else _names(first))
            if united is None or any(self._had(row.key, name) for name in added):
                return None
            found[row.subject] = united
        rows = sorted(found.values(), key=lambda row: row.ordinal)
        return rows if len({row.ordinal for row in rows}) == len(rows) else None

    def _had(self, key: Key, name: str) -> bool:
        """Whether the first journal tells of that field in the shared past: what was left out was left out wherever it
        stood."""
        rows = self._one.of_records([key])[key]
        return any(row.change_set_id in self._other.headlines and name in _names(row) for row in rows)


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


def _names(row: JournalRow) -> set[str]:
    """The fields of which a row tells; of a record as a whole, also that it came or went."""
    if row.field:
        return {row.field}
    return {"", *(name for text in (row.old, row.new) if text for name in json.loads(text))}


def _united_row(one: JournalRow, other: JournalRow) -> JournalRow | None:
    """The fuller of two rows about one thing; None where they contradict each other."""
    if one == other:
        return one
    if one.field or one.ordinal != other.ordinal:
        return None
    if _contradict(one.old, other.old) or _contradict(one.new, other.new):
        return None
    return one._replace(
        old=_united_objects(one.table, one.old, other.old), new=_united_objects(one.table, one.new, other.new)
    )


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
