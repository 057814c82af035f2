"""The installer and the uninstaller as a person goes through them: each page read, photographed and answered.

Everything here runs on Windows, or under wine, alone.
"""

import subprocess
from pathlib import Path
from typing import NamedTuple

from desktop_of_windows import (
    comes_true,
    cut_words,
    is_ready,
    picture_of,
    press,
    untick,
    window_titled,
    words_in,
)
from roadmap_desktop import PROGRAM_NAME


class Page(NamedTuple):
    """A page: its name, what it says, the button that goes on from it."""

    name: str
    says: str
    goes_on: str


INSTALLING = (
    Page("welcome", "права администратора не нужны", "Установить"),
    Page("installed", "двойным щелчком", "Готово"),
)
UNINSTALLING = (
    Page("uninstall", "резервные копии останутся", "Удалить"),
    Page("uninstalled", "Удаление завершено", "Закрыть"),
)
_STARTS_THE_PROGRAM = "Открыть программу"


def go_through(program: Path, pages: tuple[Page, ...], pictures: Path, seconds: float) -> str:
    """Starts the installer and answers its pages, so that it starts nothing at its end. Answers what is not as it
    should be."""
    with subprocess.Popen([program]) as started:
        for page in pages:
            told = _answer(page, pictures / f"windows-{page.name}.png", seconds)
            if told:
                started.kill()
                return told
    return ""


def _answer(page: Page, picture: Path, seconds: float) -> str:
    window = window_titled(f"«{PROGRAM_NAME}»", seconds)
    if window is None:
        return f"the installer shows no page {page.name}"
    if not comes_true(lambda: page.says in words_in(window) and is_ready(window, page.goes_on), seconds):
        return f"the page {page.name} says: {words_in(window)}"
    picture_of(window).save(picture)
    if cut := cut_words(window):
        return f"the page {page.name} has no room for: {cut}"
    untick(window, _STARTS_THE_PROGRAM)
    press(window, page.goes_on)
    return ""
