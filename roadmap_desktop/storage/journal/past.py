"""The journal as one of its change sets knew it: everything that stood there when it was written, wherever that was,
and nothing that was written or merged later."""

from collections.abc import Iterable, Iterator, Mapping

from roadmap_desktop.storage.journal.contents import Contents
from roadmap_desktop.storage.journal.row import JournalRow, Key
from roadmap_desktop.storage.journal.state import State


class PastContents(Contents):
    """The part of a journal that a change set was written upon, and itself."""

    def __init__(self, whole: Contents, id_: str) -> None:
        """Raises KeyError for a change set that the journal does not hold."""
        knows = whole.ancestry.knows
        self._whole = whole
        self.headlines = {
            earlier: headline for earlier, headline in whole.headlines.items() if knows(id_, earlier)
        }

    @property
    def fingerprints(self) -> Mapping[str, int]:
        """See ``Contents``."""
        return {id_: number for id_, number in self._whole.fingerprints.items() if id_ in self.headlines}

    def deletions(self) -> Iterator[JournalRow]:
        """See ``Contents``."""
        return (row for row in self._whole.deletions() if row.change_set_id in self.headlines)

    def rows_of(self, id_: str) -> list[JournalRow]:
        """See ``Contents``."""
        return self._whole.rows_of(id_) if id_ in self.headlines else []

    def read_together(self, ids: Iterable[str]) -> None:
        """See ``Contents``."""
        self._whole.read_together(id_ for id_ in ids if id_ in self.headlines)

    def found_rows(self, record_ids: Iterable[str] | None) -> Iterator[JournalRow]:
        """See ``Contents``."""
        return (row for row in self._whole.found_rows(record_ids) if row.change_set_id in self.headlines)


class PastState(State):
    """The state of records then."""

    def exists(self, key: Key) -> bool:
        """Whether the record was there; one of which nothing was known yet was not."""
        return bool(self.rows_of(key)) and super().exists(key)
