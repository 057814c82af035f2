"""What SQLite and the disk refuse, in the user's words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmap_desktop.errors import KnownError


class Busy(KnownError):
    """Another program is writing to the file at this moment."""


_SAFE = "Всё сохранённое раньше цело."

# Primary result codes of SQLite (https://sqlite.org/rescode.html); extended codes carry them in the low byte.
_UNFINISHED = (
    "Работа с файлом была прервана, а восстановить его здесь нельзя: сюда нельзя записывать. Ничего не потеряно. "
    "Скопируйте в папку, куда можно записывать, его и соседний файл с окончанием -journal."
)
_NOT_WRITTEN = (
    f"Записать на диск не удалось, изменение не записано. {_SAFE} "
    "Освободите место, проверьте, подключён ли диск, и повторите."
)
_SENTENCES = {
    sqlite3.SQLITE_READONLY_ROLLBACK: _UNFINISHED,
    sqlite3.SQLITE_IOERR_DELETE: _UNFINISHED,
    # Also a file that has grown to the size that this disk or this user is allowed.
    sqlite3.SQLITE_IOERR_WRITE: _NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_FSYNC: _NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_TRUNCATE: _NOT_WRITTEN,
    sqlite3.SQLITE_FULL: f"На диске не осталось места, изменение не записано. {_SAFE} "
    "Освободите место и повторите.",
    sqlite3.SQLITE_BUSY: f"Файл сейчас занят другой программой. Ничего не изменено. {_SAFE} "
    "Подождите немного и повторите.",
    sqlite3.SQLITE_READONLY: f"Файл открыт только для чтения, изменение не записано. {_SAFE} "
    "Сохраните копию в папку, куда можно записывать.",
    sqlite3.SQLITE_IOERR: f"Диск не отвечает, изменение не записано. {_SAFE} Проверьте, подключён ли диск или флешка.",
    sqlite3.SQLITE_CANTOPEN: "Файл не открывается: нет доступа к нему или к его папке. "
    "Файл не изменён. Проверьте, на месте ли он и можно ли записывать в его папку.",
    sqlite3.SQLITE_CORRUPT: "Файл повреждён. Он не изменён. Откройте последнюю исправную копию.",
    sqlite3.SQLITE_TOOBIG: "Одно из значений слишком велико: такого текста программа не хранит. "
    "Файл не изменён. Сократите текст или откройте последнюю исправную копию.",
    sqlite3.SQLITE_NOTADB: "Это не файл дорожной карты. Файл не изменён.",
}

_ERRNO_SENTENCES = {
    errno.ENOSPC: "На диске не осталось места. Ничего не записано наполовину. Освободите место и повторите.",
    errno.EDQUOT: "На диске не осталось места. Ничего не записано наполовину. Освободите место и повторите.",
    errno.EFBIG: "Файл больше, чем здесь разрешено. Ничего не записано наполовину. Выберите другой диск.",
    errno.EACCES: "Нет прав на этот файл или папку. Ничего не изменено. Выберите другую папку.",
    errno.EPERM: "Нет прав на этот файл или папку. Ничего не изменено. Выберите другую папку.",
    errno.EROFS: "Диск доступен только для чтения. Ничего не изменено. Выберите другую папку.",
    errno.ENOENT: "Такого файла или папки нет. Ничего не изменено. Проверьте, на месте ли они.",
    errno.ENOTDIR: "Такой папки нет. Ничего не изменено. Проверьте путь.",
    errno.EISDIR: "Это папка, а не файл. Ничего не изменено. Выберите файл.",
    errno.ENAMETOOLONG: "Имя файла слишком длинное. Ничего не изменено. Выберите имя короче.",
    errno.EEXIST: "Файл с таким именем уже есть. Он не изменён. Выберите другое имя.",
}


def database_sentence(error: sqlite3.Error) -> str | None:
    """The Russian sentence for an error of SQLite, or None for one that is a bug of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _SENTENCES.get(code) or _SENTENCES.get(code & 0xFF)


def known_failure(name: str | Path, error: sqlite3.Error) -> KnownError:
    """What SQLite refused, told of the file of that name."""
    kind = Busy if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY else KnownError
    return kind(f"«{name}»: {database_sentence(error)}")


def disk_sentence(error: OSError) -> str:
    """The Russian sentence for an error of the operating system."""
    return _ERRNO_SENTENCES.get(
        error.errno or 0,
        "Файл не удалось прочитать или записать. Ничего не изменено. Проверьте диск и повторите.",
    )


@contextmanager
def known_failures(path: Path) -> Iterator[None]:
    """Turns failures of the file or disk into KnownError naming the file; bugs pass through as they are."""
    name = path.name or path
    try:
        yield
    except sqlite3.Error as error:
        if database_sentence(error) is None:
            raise
        raise known_failure(name, error) from error
    except UnicodeDecodeError as error:
        # The sqlite3 module cannot tell of an error whose words quote a damaged page.
        raise KnownError(f"«{name}»: {_SENTENCES[sqlite3.SQLITE_CORRUPT]}") from error
    except UnicodeEncodeError as error:
        # Half of a pair of UTF-16, as a cut emoji leaves: no file can hold it.
        raise KnownError(
            "В тексте есть знаки, которые не записать. Ничего не изменено. Сотрите их и повторите."
        ) from error
    except OSError as error:
        raise KnownError(f"«{name}»: {disk_sentence(error)}") from error
