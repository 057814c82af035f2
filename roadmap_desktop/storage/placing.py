"""A new file: made beside its place under a name of its own, and put there only when it is whole."""

import os
from errno import EEXIST
from pathlib import Path

from roadmap_desktop.errors import IT_IS_UNCHANGED, UserError
from roadmap_desktop.storage.unfinished import unfinished_name


def check_free(path: Path) -> None:
    """Refuses a place where a folder or another file stands. Raises UserError, OSError for what the disk refuses."""
    if path.is_dir():
        raise UserError(f"«{path}» — папка, а не файл.", "Ничего не создано.", "Добавьте к ней имя файла.")
    if path.exists():
        raise UserError(f"Файл «{path.name}» уже есть.", IT_IS_UNCHANGED, "Выберите другое имя.")
    # A name that leaves no room for its journal could be created, but never edited: too long is refused at once.
    path.with_name(f"{path.name}-journal").exists()


def name_beside(path: Path, suffix: str = ".new") -> Path:
    """Where to make it. A short name of its own: the chosen one may be as long as the disk allows already."""
    return unfinished_name(path.parent, suffix)


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
        made.rename(path)
