"""Who writes the change sets: whom the user said they are, else the name in the operating system."""

import getpass
import json
from functools import cache

from roadmap_desktop.folders import methodist_file
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.methodist import Methodist
from roadmap_desktop.storage.output import told_failures, write_data


@cache
def methodist() -> Methodist | None:
    """What the user said of themselves; None where nobody has asked yet."""
    try:
        kept = json.loads(methodist_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict):
        return None
    # It may have been typed by hand.
    said = (kept.get(name) for name in Methodist._fields)
    return Methodist(*(one_line(text) if isinstance(text, str) else "" for text in said))


def keep_methodist(said: Methodist) -> None:
    """Remembers what the user said. Raises UserError when it cannot be written."""
    path = methodist_file()
    cleaned = Methodist(*map(one_line, said))
    with told_failures(path.name):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_data(json.dumps(cleaned._asdict(), ensure_ascii=False, indent=1).encode(), path)
    methodist.cache_clear()


def current_author() -> str:
    """The user's name as they gave it, else in the operating system, or «неизвестно» where there is none."""
    said = methodist()
    return said.name if said is not None and said.name else _login()


def _login() -> str:
    try:
        name = getpass.getuser().encode("utf-8", "replace").decode("utf-8")
    except (KeyError, OSError, ImportError):
        name = ""
    return one_line(name) or "неизвестно"
