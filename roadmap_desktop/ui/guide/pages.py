"""The pages of the guide as they lie in ``resources/guide``: which there are, in which order, what is found in them.

A topic is a page's name, with a heading of it after «#» where only a part is meant: ``registers#Школы``."""

import re
from functools import cache
from typing import NamedTuple

from roadmap_desktop.model.search import folded, words
from roadmap_desktop.program_data import data_path

_HEADING = re.compile(r"^#{1,3} (.+)$", re.MULTILINE)
_MARKUP = re.compile(r"!\[[^]]*]\([^)]*\)|]\([^)]*\)|[*`\[|#]|^- |^\d+\. ", re.MULTILINE)
# «копия» finds «копии»: of a word of this length and more the last letter may be another.
_SHORTEST = 4


class GuidePage(NamedTuple):
    """A page: the name of its file, its title, the part of the contents it stands in, and its Markdown."""

    name: str
    title: str
    group: str
    text: str

    @property
    def headings(self) -> list[str]:
        """What can stand after «#» in a topic."""
        return _HEADING.findall(self.text)


class Hit(NamedTuple):
    """A part of a page that holds what was looked for."""

    topic: str
    title: str
    heading: str


@cache
def guide_pages() -> tuple[GuidePage, ...]:
    """All pages, in the order of ``contents.md``: parts are its headings, pages its list."""
    pages, group = [], ""
    for line in _text("contents").splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line.startswith("- "):
            text = _text(line[2:])
            pages.append(GuidePage(line[2:], text.partition("\n")[0].removeprefix("# "), group, text))
    return tuple(pages)


def find(query: str) -> list[Hit]:
    """The parts of pages that hold every word, whatever its ending, those that have them in their headings first."""
    named, written = [], []
    sought = [word[: max(len(word) - 1, _SHORTEST)] for word in words(query)]
    for page in guide_pages():
        for heading, text in _parts(page):
            titles = folded(f"{page.title} {heading}")
            hit = Hit(f"{page.name}#{heading}", page.title, heading)
            if all(word in titles for word in sought):
                named.append(hit)
            elif all(word in titles or word in folded(text) for word in sought):
                written.append(hit)
    return named + written


def _parts(page: GuidePage) -> list[tuple[str, str]]:
    """Headings with what stands beneath them."""
    pieces = _HEADING.split(page.text)
    return [
        (heading, _MARKUP.sub("", text)) for heading, text in zip(pieces[1::2], pieces[2::2], strict=True)
    ]


def _text(name: str) -> str:
    return data_path("resources", "guide", f"{name}.md").read_text(encoding="utf-8")
