"""What SQLite and the disk refuse, in the user's words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmap_desktop.errors import FILE_UNCHANGED, IT_IS_UNCHANGED, NOTHING_CHANGED, SAVED_IS_SAFE, UserError
from roadmap_desktop.storage.refusals import code_of


class Busy(UserError):
    """Another program is writing to the file at this moment."""


# What happened, what is safe, what to do.
_Parts = tuple[str, str, str]

# Primary result codes of SQLite (https://sqlite.org/rescode.html); extended codes carry them in the low byte.
_UNFINISHED = (
    "Работа с файлом была прервана, а восстановить его здесь нельзя: сюда нельзя записывать.",
    "Ничего не потеряно.",
    "Скопируйте его вместе с соседним файлом на -journal в папку, куда можно записывать.",
)
_NOT_WRITTEN = (
    "Записать на диск не удалось, изменение не записано.",
    SAVED_IS_SAFE,
    "Освободите место, проверьте, подключён ли диск, и повторите.",
)
_DAMAGED = ("Файл повреждён.", IT_IS_UNCHANGED, "Откройте последнюю исправную копию.")
_OF_THE_DATABASE: dict[int, _Parts] = {
    sqlite3.SQLITE_READONLY_ROLLBACK: _UNFINISHED,
    sqlite3.SQLITE_IOERR_DELETE: _UNFINISHED,
    # Also a file that has grown to the size that this disk or this user is allowed.
    sqlite3.SQLITE_IOERR_WRITE: _NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_FSYNC: _NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_TRUNCATE: _NOT_WRITTEN,
    sqlite3.SQLITE_FULL: (
        "На диске не осталось места, изменение не записано.",
        SAVED_IS_SAFE,
        "Освободите место и повторите.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Файл сейчас занят другой программой.",
        f"{NOTHING_CHANGED} {SAVED_IS_SAFE}",
        "Подождите немного и повторите.",
    ),
    sqlite3.SQLITE_READONLY: (
        "Файл открыт только для чтения, изменение не записано.",
        SAVED_IS_SAFE,
        "Сохраните копию в папку, куда можно записывать.",
    ),
    sqlite3.SQLITE_IOERR: (
        "Диск не отвечает, изменение не записано.",
        SAVED_IS_SAFE,
        "Проверьте, подключён ли диск или флешка.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "Файл не открывается: нет доступа к нему или к его папке.",
        FILE_UNCHANGED,
        "Проверьте, на месте ли он и можно ли записывать в его папку.",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_TOOBIG: (
        "Одно из значений слишком велико: такого текста программа не хранит.",
        FILE_UNCHANGED,
        "Сократите текст или откройте последнюю исправную копию.",
    ),
    sqlite3.SQLITE_NOTADB: ("Это не файл дорожной карты.", FILE_UNCHANGED, ""),
}

_NOT_BY_HALVES = "Ничего не записано наполовину."
_FULL = ("На диске не осталось места.", _NOT_BY_HALVES, "Освободите место и повторите.")
_FORBIDDEN = ("Нет прав на этот файл или папку.", NOTHING_CHANGED, "Выберите другую папку.")
_OF_THE_DISK: dict[int, _Parts] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: ("Файл больше, чем здесь разрешено.", _NOT_BY_HALVES, "Выберите другой диск."),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EBUSY: (
        "Файл занят другой программой.",
        NOTHING_CHANGED,
        "Закройте его там или подождите немного и повторите.",
    ),
    errno.EROFS: ("Диск доступен только для чтения.", NOTHING_CHANGED, "Выберите другую папку."),
    errno.ENOENT: ("Такого файла или папки нет.", NOTHING_CHANGED, "Проверьте, на месте ли они."),
    errno.ENOTDIR: ("Такой папки нет.", NOTHING_CHANGED, "Проверьте путь."),
    errno.EISDIR: ("Это папка, а не файл.", NOTHING_CHANGED, "Выберите файл."),
    errno.ENAMETOOLONG: (
        "Имя файла вместе с путём слишком длинное.",
        NOTHING_CHANGED,
        "Выберите имя короче или другую папку.",
    ),
    errno.EINVAL: ("Такое имя файла не годится.", NOTHING_CHANGED, "Выберите другое имя."),
    errno.EEXIST: ("Файл с таким именем уже есть.", IT_IS_UNCHANGED, "Выберите другое имя."),
}
_UNREADABLE = ("Файл не удалось прочитать или записать.", NOTHING_CHANGED, "Проверьте диск и повторите.")


def is_of_the_file(error: sqlite3.Error) -> bool:
    """Whether SQLite refused because of the file or the disk; anything else is a bug of the program."""
    return _parts(error) is not None


def _parts(error: sqlite3.Error) -> _Parts | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _OF_THE_DATABASE.get(code) or _OF_THE_DATABASE.get(code & 0xFF)


def known_failure(name: str | Path, error: sqlite3.Error) -> UserError:
    """What SQLite refused because of the file, told of the file of that name."""
    kind = Busy if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY else UserError
    return kind(*(_parts(error) or _UNREADABLE)).about(f"«{name}»")


@contextmanager
def known_failures(path: Path) -> Iterator[None]:
    """Turns failures of the file or disk into UserError naming the file; bugs pass through as they are."""
    name = path.name or path
    try:
        yield
    except sqlite3.Error as error:
        if not is_of_the_file(error):
            raise
        raise known_failure(name, error) from error
    except UnicodeDecodeError as error:
        # The sqlite3 module cannot tell of an error whose words quote a damaged page.
        raise UserError(*_DAMAGED).about(f"«{name}»") from error
    except UnicodeEncodeError as error:
        # Half of a pair of UTF-16, as a cut emoji leaves: no file can hold it.
        raise UserError(
            "В тексте есть символы, которые нельзя сохранить.", NOTHING_CHANGED, "Сотрите их и повторите."
        ) from error
    except OSError as error:
        parts = _OF_THE_DISK.get(code_of(error), _UNREADABLE)
        raise UserError(*parts).about(f"«{name}»") from error
