"""Who works with the program: asked once, changed in the settings."""

from roadmap_desktop.model.methodist import Methodist as Methodist
from roadmap_desktop.storage.author import keep_methodist as keep_methodist
from roadmap_desktop.storage.author import methodist


def is_known() -> bool:
    """Whether it was asked for, be it in vain."""
    return methodist() is not None


def who_works() -> Methodist:
    """What the user said of themselves; empty where they said nothing."""
    return methodist() or Methodist()
