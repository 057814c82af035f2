"""Names of attached files: they come from other people's PCs, and may be made to mislead."""

import re
import unicodedata

from roadmap_desktop.model.letters import composed, one_line

NAMELESS = "файл"
# Windows takes 255 units of UTF-16 and a path of 260, Linux 255 bytes; a Russian letter takes two.
_MOST_LETTERS = 120
_MOST_BYTES = 200
_LONGEST_ENDING = 16
_MOST_SHOWN = 255

# Windows opens a device for these, with any ending after them
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)
_FORBIDDEN = '<>:"|?*'
_NOT_IN_NAMES = re.compile(rf"[{_FORBIDDEN}\ufffd]")
# Controls, formats (among them those that turn the direction of writing), halves of letters, line ends.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

# What is opened from inside the program: documents, pictures and recordings that carry no program of their own. A list
# of what is forbidden would never be complete.
_OPENED = re.compile(
    "pdf|djvu|txt|rtf|csv|docx?|odt|xlsx?|ods|pptx?|odp|jpe?g|png|gif|bmp|tiff?|webp|heic|mp[34]|wav|ogg|m4a|avi|mov|mkv"
)


def shown_name(name: str) -> str:
    """The name as it is shown, on one line: what cannot be seen, or turns letters round, is made visible as «�»."""
    seen = "".join(
        "\ufffd" if unicodedata.category(letter) in _UNSEEN else letter for letter in composed(name)
    )
    return one_line(seen[:_MOST_SHOWN]) or NAMELESS


def safe_name(name: str) -> str:
    """The name proposed for saving: one that every system takes, of a file beside others, never of a folder, a device
    or a stream, and never invisible."""
    last = re.split(r"[/\\]", composed(name))[-1]
    seen = "".join(" " if letter.isspace() else letter for letter in last)
    seen = "".join(letter for letter in seen if unicodedata.category(letter) not in _UNSEEN)
    plain = _trimmed(one_line(_NOT_IN_NAMES.sub("_", seen)))
    if _is_device(plain):
        plain = f"_{plain}"
    return _shortened(plain) or NAMELESS


def is_name_of_windows(name: str) -> bool:
    """Whether Windows keeps a file under exactly that name: a colon makes it a stream of another file, dots and spaces
    are taken off its end."""
    is_plain = all(letter >= " " and letter not in _FORBIDDEN for letter in name)
    return is_plain and name == name.rstrip(". ") and not _is_device(name)


def opens_from_inside(name: str) -> bool:
    """Whether a file of that name may be opened from the program, once it is saved; all others are only saved."""
    _, dot, ending = safe_name(name).rpartition(".")
    return bool(dot) and _OPENED.fullmatch(ending.casefold()) is not None


def _is_device(name: str) -> bool:
    return name.split(".")[0].strip().casefold() in _DEVICES


def _trimmed(name: str) -> str:
    """Windows takes dots and spaces off the end; a dot at the beginning hides a file from others."""
    return name.strip(". ")


def _shortened(name: str) -> str:
    """The beginning of a long name with its ending, by which the system knows what it is."""
    if _fits(name):
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        stem, ending = name, ""
    else:
        ending = f".{ending}"
    stem = stem[:_MOST_LETTERS]
    while not _fits(stem + ending):
        stem = stem[:-1]
    return _trimmed(stem) + ending


def _fits(name: str) -> bool:
    return len(name) <= _MOST_LETTERS and len(name.encode()) <= _MOST_BYTES
