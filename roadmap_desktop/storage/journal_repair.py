"""A journal into which another program wrote is made one that this program can go on with."""

import sqlite3
from datetime import timedelta

from roadmap_desktop.model.change_set import ChangeSetKind
from roadmap_desktop.storage.journal.contents import FileContents, Headline
from roadmap_desktop.storage.journal.times import EARLIEST, format_at, is_written_so, parse_at
from roadmap_desktop.storage.journal_validation import holds_texts, is_odd_row, oddities


def repair_journal(connection: sqlite3.Connection) -> set[str]:
    """Takes out the changes that this program cannot have written and puts times and kinds of change sets right, in the
    transaction under way; what then differs from the tables is for others. Returns the change sets from which something
    was taken: what they said of it is lost. Raises sqlite3.Error."""
    if not holds_texts(connection):
        return set()
    contents = FileContents(connection)
    odd = {id_ for id_, _ in oddities(contents, contents.headlines)}
    lost = set[str]()
    for id_ in odd:
        places = [(id_, row.ordinal) for row in contents.rows_of(id_) if is_odd_row(row)]
        lost |= {id_ for id_, _ in places}
        connection.executemany("DELETE FROM change WHERE change_set_id = ? AND ordinal = ?", places)
    times = {
        headline.id: headline.at for headline in contents.headlines.values() if is_written_so(headline.at)
    }
    for headline in contents.order:
        if headline.id in odd:
            times[headline.id] = _time(headline, times)
            _put_right(connection, headline, times[headline.id])
    return lost


def _time(headline: Headline, times: dict[str, str]) -> str:
    """Its own where that can be, else right behind what it was written upon."""
    if headline.id in times:
        return times[headline.id]
    before = max((times[id_] for id_ in headline.after.split() if id_ in times), default=format_at(EARLIEST))
    return format_at(parse_at(before) + timedelta(microseconds=1))


def _put_right(connection: sqlite3.Connection, headline: Headline, at: str) -> None:
    known = headline.kind in tuple(ChangeSetKind)
    kind = headline.kind if known else ChangeSetKind.EDIT.value
    target = headline.target if known and kind in (ChangeSetKind.UNDO, ChangeSetKind.REDO) else None
    connection.execute(
        "UPDATE change_set SET at = ?, kind = ?, target = ? WHERE id = ?", (at, kind, target, headline.id)
    )
