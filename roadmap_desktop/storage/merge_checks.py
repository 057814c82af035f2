"""What comes from another file is judged before it is believed: its journal before the two are united, their tables
against it, and what came of it before that is kept."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSetKind
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.storage.agreement import agrees_about
from roadmap_desktop.storage.content_names import lacking_contents
from roadmap_desktop.storage.journal.contents import Contents, undecoded
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.journal.united import differing
from roadmap_desktop.storage.journal_validation import (
    NOT_OF_ITS_KIND,
    Oddity,
    disorder,
    holds_texts,
    is_record,
    oddities,
)
from roadmap_desktop.storage.own_schema import record_columns
from roadmap_desktop.storage.schema import not_whole, refusing_what_is_spoiled
from roadmap_desktop.storage.union import FileJournal, Union


def check_copy(mine: Contents, theirs: FileJournal) -> None:
    """Refuses a copy whose journal says what this program does not write, as far as mine does not say it word for word.
    Raises UserError."""
    with refusing_what_is_spoiled(theirs.path):
        if not holds_texts(theirs.connection) or not all(is_record(*key) for key in theirs.revived):
            raise _refusal(theirs.path, NOT_OF_ITS_KIND)
        _refuse(theirs.path, oddities(theirs.contents, list(differing(theirs.contents, mine))))


def check_union(union: Union, mine: sqlite3.Connection, theirs: FileJournal, touched: set[Key]) -> None:
    """Refuses a copy whose change sets cannot stand among mine, and one whose tables hold what no journal tells of:
    ``touched`` are the records that the two may hold otherwise. Raises UserError, sqlite3.Error for mine."""
    contents = union.whole if union.has_common_past else union.theirs
    new = union.brought - union.mine.headlines.keys()
    if union.has_common_past and any(contents.headlines[id_].kind == ChangeSetKind.CREATION for id_ in new):
        raise _refusal(theirs.path, "вид правки")
    _refuse(theirs.path, disorder(contents, union.brought))
    for table, columns in record_columns().items():
        reading = f"SELECT id, {', '.join(columns)} FROM {table}"
        with undecoded(mine), undecoded(theirs.connection), refusing_what_is_spoiled(theirs.path):
            other = set(theirs.connection.execute(reading)).difference(mine.execute(reading))
            if any((table, row[0].decode()) not in touched for row in other):
                raise not_whole(theirs.path)


def check_result(connection: sqlite3.Connection, touched: Collection[Key], lacked: set[str]) -> None:
    """Refuses what came of a merge, in the transaction under way, unless it would open: references hold, also those to
    contents but for the ones that were ``lacked`` before, and the records are what the journal says. Raises UserError,
    sqlite3.Error."""
    ((roadmaps,),) = connection.execute(f"SELECT count(*) FROM {Roadmap.__tablename__}")
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    has_contents = lacking_contents(connection) <= lacked
    if roadmaps != 1 or dangling is not None or not has_contents or not agrees_about(connection, touched):
        raise UserError(
            "Объединить нельзя: записи копии ссылаются на то, чего ни в ней, ни в вашем файле нет.",
            "Ничего не записано, ваш файл не изменён.",
            "Возьмите другую копию.",
        )


@contextmanager
def refusing_nonsense(path: Path) -> Iterator[None]:
    """While a copy that was judged is united: what still makes no sense there is damage, not a bug of ours. Raises
    UserError."""
    try:
        yield
    except (
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        RecursionError,
        sqlite3.IntegrityError,
    ) as error:
        raise not_whole(path) from error


def _refuse(path: Path, found: Iterable[Oddity]) -> None:
    for _, words in found:
        raise _refusal(path, words)


def _refusal(path: Path, words: str) -> UserError:
    return UserError(
        f"В истории файла «{path.name}» есть то, чего программа не пишет ({words}): его "
        "испортила или переделала другая программа.",
        "Ничего не объединено, ваш файл не изменён.",
        "Возьмите другую копию.",
    )
