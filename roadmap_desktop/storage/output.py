"""A finished file for other programs to read: what it may replace, and how it is written so that it is never half."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmap_desktop.errors import NOTHING_WRITTEN, UserError
from roadmap_desktop.storage.durable import put_over, remove
from roadmap_desktop.storage.placing import check_name, name_beside
from roadmap_desktop.storage.refusals import code_of
from roadmap_desktop.storage.schema import is_database

_SAFE = "Дорожная карта цела, прежний файл не тронут."
# What happened and what to do.
_FULL = ("на диске не осталось места.", "Освободите место или выберите другой диск.")
_LOCKED = (
    "он открыт в другой программе или сюда нельзя писать.",
    "Закройте его или выберите другое имя.",
)
_NO_FOLDER = ("такой папки нет.", "Выберите другую папку.")
_REFUSED = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: ("он больше, чем здесь разрешено.", "Освободите место или выберите другой диск."),
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: ("так называется папка.", "Выберите другое имя."),
    errno.EROFS: ("диск доступен только для чтения.", "Выберите другую папку."),
    errno.ENAMETOOLONG: ("его имя вместе с путём слишком длинное.", "Выберите имя короче или другую папку."),
    errno.EINVAL: ("такое имя файла не годится.", "Выберите другое имя."),
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
    errno.EBUSY: ("он занят другой программой.", "Закройте его там и повторите или выберите другое имя."),
}
_OTHERWISE = ("диск не отвечает.", "Проверьте диск и повторите.")


def refuse_to_replace(path: Path, kind: str = "PDF") -> None:
    """A slip of the hand after -o must not cost the year's work, nor a device its node. Raises UserError, saying that
    it is no file of that kind."""
    if is_database(path):
        raise UserError(
            f"«{path.name}» — файл с данными, а не {kind}.",
            "Он не изменён, ничего не записано.",
            "Выберите другое имя.",
        )
    check_name(path)
    # A place that cannot even be looked at is told by the one who writes there.
    with suppress(OSError):
        if path.is_dir():
            raise UserError(f"«{path}» — папка, а не файл.", NOTHING_WRITTEN, "Добавьте к ней имя файла.")
        if path.exists() and not path.is_file():
            raise UserError(f"«{path}» — не обычный файл.", NOTHING_WRITTEN, "Выберите другое имя.")


def write_data(data: bytes, path: Path) -> None:
    """Writes a finished file to ``path``, replacing one of that name only when the new one is whole on the disk.

    Raises UserError, leaving nothing behind.
    """
    with told_failures(path.name):
        _replace(path, data)


@contextmanager
def told_failures(name: str) -> Iterator[None]:
    """What the disk refuses within becomes a UserError: that the file of this name is not written, and why."""
    try:
        yield
    except (OSError, ValueError) as error:
        code = code_of(error) if isinstance(error, OSError) else errno.EINVAL
        reason, advice = _REFUSED.get(code, _OTHERWISE)
        raise UserError(reason, _SAFE, advice).about(f"Файл «{name}» не записан") from error


def _replace(path: Path, data: bytes) -> None:
    beside = name_beside(path, path.suffix)
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_over(beside, path)
    finally:
        remove(beside)
