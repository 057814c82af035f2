"""A printed file as an eye reads it: the cells of its tables are what stands between ruled lines.

Knows nothing of the renderer: words with their places come from ``pdftotext -bbox``, lines from the pages' operators.
"""

import io
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from pypdf import PageObject, PdfReader

from tests.systems import need_pdftotext

_RULE = re.compile(rb"(-?[\d.]+) (-?[\d.]+) m (-?[\d.]+) (-?[\d.]+) l")
_PAGE = re.compile(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_NEAR = 0.1


@dataclass
class Word:
    """A word and the middle of it, from the page's lower left corner."""

    text: str
    x: float
    y: float
    left: float


@dataclass
class Read:
    """A page as it was read: rows of cells from the top down with the heights they begin at, and what stands outside
    tables, line by line. ``lowest`` is the page's last line of words, ``ruled`` how many lying lines there are."""

    rows: list[list[str]] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    lowest: str = ""
    ruled: int = 0


def bare(text: str) -> str:
    """A text without what a line's end may add or take: spaces and hyphens."""
    return "".join(
        character for character in text if not character.isspace() and character not in "-\u00ad\u2011"
    )


def read_pages(data: bytes) -> list[Read]:
    """Every page of a PDF file. Words lie in the cell that their middle lies in; without pdftotext
    the test is skipped."""
    need_pdftotext()
    ran = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    found = _PAGE.findall(ran.stdout.decode("utf-8"))
    pages = PdfReader(io.BytesIO(data)).pages
    assert len(found) == len(pages)
    return [
        _read(_words(text, float(height)), _rules(page))
        for (height, text), page in zip(found, pages, strict=True)
    ]


def _words(text: str, height: float) -> list[Word]:
    words = []
    for left, top, right, bottom, word in _WORD.findall(text):
        middle = (float(left) + float(right)) / 2, height - (float(top) + float(bottom)) / 2
        words.append(Word(unescape(word), *middle, float(left)))
    return words


def _rules(page: PageObject) -> list[tuple[float, float, float, float]]:
    contents = page.get_contents()
    rules = _RULE.findall(_without_figures(b"" if contents is None else contents.get_data()))
    return [(float(x1), float(y1), float(x2), float(y2)) for x1, y1, x2, y2 in rules]


def _without_figures(operators: bytes) -> bytes:
    """The operators of a page but those of drawings, which stand between q and Q: their lines are bars and scales."""
    depth, kept = 0, []
    for line in operators.split(b"\n"):
        depth += (line.strip() == b"q") - (line.strip() == b"Q")
        if not depth:
            kept.append(line)
    return b"\n".join(kept)


def _read(words: list[Word], rules: list[tuple[float, float, float, float]]) -> Read:
    across: dict[tuple[float, float], set[float]] = defaultdict(set)
    upright = [rule for rule in rules if rule[0] == rule[2]]
    for x1, y1, x2, y2 in rules:
        if y1 == y2:
            across[x1, x2].add(y1)
    read = Read()
    taken: set[int] = set()
    bands = sorted(
        ((top, bottom, ends) for ends, ys in across.items() for bottom, top in pairwise(sorted(ys))),
        reverse=True,
    )
    for top, bottom, ends in bands:
        edges = sorted({x1 for x1, y1, _, y2 in upright if _covers(y1, y2, top, bottom)})
        if len(edges) > 1 and ends == (edges[0], edges[-1]):
            read.tops.append(top)
            read.rows.append([_cell(words, taken, *edge, top, bottom) for edge in pairwise(edges)])
    rest = [word for number, word in enumerate(words) if number not in taken]
    read.outside = _lines(rest)
    read.ruled = sum(map(len, across.values()))
    read.lowest = "".join(_lines(words)[-1:])
    return read


def _covers(y1: float, y2: float, top: float, bottom: float) -> bool:
    """Whether an upright rule goes along the whole band between two lying ones."""
    return max(y1, y2) >= top - _NEAR and min(y1, y2) <= bottom + _NEAR


def _cell(words: list[Word], taken: set[int], left: float, right: float, top: float, bottom: float) -> str:
    inside = [n for n, word in enumerate(words) if left < word.x < right and bottom < word.y < top]
    taken.update(inside)
    return " ".join(_lines([words[number] for number in inside]))


def _lines(words: list[Word]) -> list[str]:
    lines: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        lines[round(-word.y)].append(word)
    return [
        " ".join(word.text for word in sorted(lines[y], key=lambda word: word.left)) for y in sorted(lines)
    ]
