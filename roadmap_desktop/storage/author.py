"""Who writes the change sets."""

from functools import cache


@cache
def current_author() -> str:
    """The user's name in the operating system, or «неизвестно» where it has none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "неизвестно"
