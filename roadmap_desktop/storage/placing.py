"""A new file: made beside its place under a name of its own, and put there only when it is whole."""

import os
from errno import EEXIST
from pathlib import Path

from roadmap_desktop.errors import IT_IS_UNCHANGED, NOTHING_WRITTEN, UserError
from roadmap_desktop.model.attachment_names import is_name_of_windows
from roadmap_desktop.storage.refusals import ACCESS_DENIED, patiently
from roadmap_desktop.storage.unfinished import unfinished_name


def check_free(path: Path) -> None:
    """Refuses a place where a folder or another file stands. Raises UserError, OSError for what the disk refuses."""
    if path.is_dir():
        raise UserError(f"«{path}» — папка, а не файл.", "Ничего не создано.", "Добавьте к ней имя файла.")
    check_name(path)
    if path.exists():
        raise UserError(f"Файл «{path.name}» уже есть.", IT_IS_UNCHANGED, "Выберите другое имя.")
    # A name that leaves no room for its journal could be created, but never edited: too long is refused at once.
    path.with_name(f"{path.name}-journal").exists()


def check_name(path: Path) -> None:
    """Refuses what Windows would keep under another name, as a stream of another file, or as a device. Raises
    UserError."""
    if os.name == "nt" and not is_name_of_windows(path.name):
        raise UserError(
            f"Файла с именем «{path.name}» в Windows быть не может.",
            NOTHING_WRITTEN,
            'Выберите другое имя: без знаков < > : " | ? *, без точки в конце; CON, NUL, AUX и PRN заняты.',
        )


def name_beside(path: Path, suffix: str = ".new") -> Path:
    """Where to make it. A short name of its own: the chosen one may be as long as the disk allows already."""
    return unfinished_name(path.parent, suffix)


def can_make_beside(path: Path) -> bool:
    """Whether a new file may be made in the folder of that one; tried where the system cannot be asked."""
    if os.name != "nt":
        return os.access(path.absolute().parent, os.W_OK)
    probe = name_beside(path)
    try:
        probe.open("xb").close()
        probe.unlink()
    except OSError:
        return False
    return True


def put_in_place(made: Path, path: Path) -> None:
    """Renames a finished file without ever writing over one that appeared meanwhile. Raises OSError."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        # FAT on a stick has no hard links.
        if path.exists():
            raise FileExistsError(EEXIST, "appeared meanwhile") from None
        patiently(lambda: made.rename(path), ACCESS_DENIED)
