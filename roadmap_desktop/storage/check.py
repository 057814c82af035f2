"""Whether a file is sound: its pages, its references, its values, and its tables against its journal."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.attachment_names import shown_name
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import NOTHING
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.model.russian import counted
from roadmap_desktop.storage.connection import connect, read_transaction
from roadmap_desktop.storage.content_faults import find_content_faults
from roadmap_desktop.storage.differences import Difference, find_differences, lenient_text
from roadmap_desktop.storage.expected import Expected, expected_state
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.interrupted import Unfinished
from roadmap_desktop.storage.journal_validation import find_oddities
from roadmap_desktop.storage.schema import SCHEMA_VERSION, check_header, check_schema

Progress = Callable[[str], object]
IsCancelled = Callable[[], bool]

# Instructions of SQLite between two looks at whether to stop: about a hundredth of a second.
_INSTRUCTIONS = 100_000
_MOST_TOLD = 20
_LONGEST = 60
_OF_AN_INDEX = ("missing from index", "entries in index", "entry in index")


class Damage(StrEnum):
    """What is wrong; the order is that of the check."""

    PAGES = "pages"
    INDEX = "index"
    SCHEMA = "schema"
    LINKS = "links"
    JOURNAL = "journal"
    VALUES = "values"
    TABLES = "tables"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, in a Russian sentence."""

    damage: Damage
    text: str


def find_faults(
    path: Path, progress: Progress = lambda _step: None, is_cancelled: IsCancelled = lambda: False
) -> tuple[Finding, ...]:
    """Everything that is wrong with a file; nothing is changed. ``progress`` is told what is looked at.

    Raises UserError for what is no roadmap file or cannot be reached, Cancelled when told to stop.
    """
    with known_failures(path):
        check_header(path)
        try:
            with closing(connect(path)) as connection, read_transaction(connection):
                return faults_in(connection, path, progress, is_cancelled)
        except Unfinished as error:
            return (Finding(Damage.PAGES, str(error)),)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            return (_unreadable(error),)


def faults_in(
    connection: sqlite3.Connection,
    path: Path,
    progress: Progress = lambda _step: None,
    is_cancelled: IsCancelled = lambda: False,
) -> tuple[Finding, ...]:
    """The same on a connection with a transaction begun, so that one state of the file is looked at. Raises
    sqlite3.Error for what cannot be reached, Cancelled."""
    # What is spoiled is read too.
    texts, connection.text_factory = connection.text_factory, lenient_text
    try:
        with stopping(connection, is_cancelled):
            return tuple(_faults(connection, path, progress, is_cancelled))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return (_unreadable(error),)
    finally:
        connection.text_factory = texts


def _unreadable(error: sqlite3.Error | UnicodeDecodeError) -> Finding:
    if isinstance(error, sqlite3.Error) and not is_damage(error):
        raise error
    return Finding(Damage.PAGES, "Часть файла не читается: его страницы повреждены.")


@contextmanager
def stopping(connection: sqlite3.Connection, is_cancelled: IsCancelled) -> Iterator[None]:
    """Lets long statements be stopped: raises Cancelled then."""
    connection.set_progress_handler(lambda: int(is_cancelled()), _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error tells of the file and not of the disk, another program or a lack of rights."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_TOOBIG,
    )


def _faults(
    connection: sqlite3.Connection, path: Path, progress: Progress, is_cancelled: IsCancelled
) -> Iterator[Finding]:
    progress("Проверяются страницы файла")
    pages = list(_of_pages(connection))
    yield from pages
    progress("Проверяется устройство файла")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        check_schema(connection, path, version)
    except UserError as error:
        yield Finding(Damage.SCHEMA, str(error))
        return
    progress("Проверяются связи записей")
    yield from _of_links(connection)
    if version == SCHEMA_VERSION:
        progress("История сверяется с таблицами")
        yield from _of_journal(connection, is_cancelled)
        progress("Проверяются приложенные файлы")
        yield from _of_contents(connection, is_cancelled)


def _of_pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    lines = [line for (line,) in connection.execute("PRAGMA integrity_check(100)") if line != "ok"]
    indexes = [line for line in lines if any(words in line for words in _OF_AN_INDEX)]
    values = [line for line in lines if line.startswith("NULL value in")]
    places = len(lines) - len(indexes) - len(values)
    if places:
        count = counted(places, "место", "места", "мест")
        yield Finding(Damage.PAGES, f"Повреждены страницы файла: {count}.")
    if indexes:
        yield Finding(Damage.INDEX, "Указатели файла не сходятся с его записями.")
    if values:
        count = counted(len(values), "поле", "поля", "полей")
        yield Finding(Damage.VALUES, f"Нет значения там, где оно должно быть: {count}.")


def _of_links(connection: sqlite3.Connection) -> Iterator[Finding]:
    dangling = Counter(row[0] for row in connection.execute("PRAGMA foreign_key_check"))
    for table, count in dangling.items():
        where = "истории" if table not in _captions() else f"«{_captions()[table]}»"
        records = counted(count, "запись ссылается", "записи ссылаются", "записей ссылаются")
        yield Finding(Damage.LINKS, f"Связи нарушены: {records} на то, чего нет (записи {where}).")


def _of_journal(connection: sqlite3.Connection, is_cancelled: IsCancelled) -> Iterator[Finding]:
    expected = expected_state(connection)
    if expected.unreadable:
        rows = counted(expected.unreadable, "запись не читается", "записи не читаются", "записей не читаются")
        yield Finding(Damage.JOURNAL, f"История повреждена: {rows}.")
    for words, count in Counter(find_oddities(connection, is_cancelled)).most_common(_MOST_TOLD):
        sets = counted(count, "правка", "правки", "правок")
        yield Finding(Damage.JOURNAL, f"История повреждена: {sets}, каких программа не пишет ({words}).")
    count = connection.execute("SELECT count(*) FROM roadmap").fetchone()[0]
    if count != 1:
        yield Finding(Damage.TABLES, f"Сведения о дорожной карте должны быть одни, а их {count or 'нет'}.")
    differences = find_differences(connection, expected)
    sentences = dict.fromkeys(_told(difference, _title(difference, expected)) for difference in differences)
    yield from list(sentences)[:_MOST_TOLD]
    if len(sentences) > _MOST_TOLD:
        more = counted(len(sentences) - _MOST_TOLD, "такое место", "таких места", "таких мест")
        yield Finding(Damage.TABLES, f"И ещё {more}.")


def _of_contents(connection: sqlite3.Connection, is_cancelled: IsCancelled) -> Iterator[Finding]:
    faults = find_content_faults(connection, is_cancelled)
    if faults.unnamed:
        count = counted(len(faults.unnamed), "файл", "файла", "файлов")
        yield Finding(Damage.CONTENTS, f"Хранится содержимое, которое ни к чему не приложено: {count}.")
    for names, words in ((faults.missing, "содержимого нет"), (faults.spoiled, "содержимое испорчено")):
        for name in list(names.values())[:_MOST_TOLD]:
            yield Finding(Damage.CONTENTS, f"Приложенный файл «{shown_name(name)}»: {words}.")
        if len(names) > _MOST_TOLD:
            more = counted(len(names) - _MOST_TOLD, "файл", "файла", "файлов")
            yield Finding(Damage.CONTENTS, f"И ещё {more}: {words}.")


def _told(difference: Difference, title: str) -> Finding:
    """The sentence for a difference; a record that is missing on one side is told once, not for every field."""
    record = f"{_captions().get(difference.table, difference.table)}{title}"
    if difference.in_table is NOTHING:
        return Finding(Damage.TABLES, f"{record}: записи нет, хотя по истории она есть.")
    if difference.in_journal is NOTHING:
        return Finding(Damage.TABLES, f"{record}: запись есть, но история её не знает.")
    label = field_of(record_class(difference.table), difference.field).label
    if not difference.readable:
        return Finding(Damage.VALUES, f"{record}: поле «{label}» не читается.")
    return Finding(Damage.TABLES, f"{record}: поле «{label}» — не то, что записано в истории.")


def _title(difference: Difference, expected: Expected) -> str:
    """« «Совещание…»»: by what the record is known to the user, from the journal, else the end of its key."""
    known = expected.records.get(difference.table, {}).get(difference.record_id, {})
    name = one_line(str(known.get("name") or known.get("title") or ""))
    if not name:
        return f" ({str(difference.record_id)[-6:].encode('ascii', 'replace').decode()})"
    return f" «{name if len(name) <= _LONGEST else name[: _LONGEST - 2] + ' …'}»"


def _captions() -> dict[str, str]:
    return {kind.__tablename__: kind.caption for kind in RECORDS}
