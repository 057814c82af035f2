"""Who writes the change sets."""

import getpass
from functools import cache


@cache
def current_author() -> str:
    """The user's name in the operating system, or «неизвестно» where it has none."""
    try:
        name = getpass.getuser().encode("utf-8", "replace").decode("utf-8")
    except (KeyError, OSError, ImportError):
        name = ""
    return " ".join(name.split()) or "неизвестно"
