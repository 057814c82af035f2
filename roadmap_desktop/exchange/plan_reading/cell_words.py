"""The text of a cell without what only the page needed: wrapped lines, words broken at their ends, invisible marks."""

import re
from functools import lru_cache

from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK
from roadmap_desktop.model.letters import composed, one_line
from roadmap_desktop.model.word_senses import senses

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\ufeff\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_PARAGRAPHS = re.compile(r"\r\n|[\r\n\u2029]")
_SOFT_BREAKS = re.compile(f"[{SOFT_BREAK}\x0c\u2028]")
# «28–» above «30.10», and a closing mark that found no room in its line.
_NO_SPACE = re.compile(rf"(?<=\d[-–—]){SOFT_BREAK}(?=\d)|{SOFT_BREAK}(?=[»”)\]])")
_SOFT_HYPHEN = re.compile(f"\u00ad[ \n{SOFT_BREAK}]*")
_BROKEN = re.compile(rf"(?P<left>[^\W\d_]+)[-‐‑]\s*[\n{SOFT_BREAK}]\s*(?P<right>[а-яё]+)")
_ITEM = r"[-–—•*]|\d{1,2}[.)](?!\d)|[а-я]\)"
_TORN = re.compile(rf"(?P<left>[А-ЯЁа-яё][а-яё]{{2,}}){SOFT_BREAK}(?=(?P<right>[а-яё]+)(?![\w-]))")
# No words, though the dictionary has them as letters and abbreviations.
_ENDINGS = re.compile("[ейхмтыью]|и[ияех]|[ыо]й|ий|[ая]я|[ое]е|ы[ехм]|[ую]ю|им|[ое]в|[ая][мх]|т[ья]|ся")
# A line ends a paragraph when it ends a sentence or when the next one is an item of a list.
_RUNS_ON = re.compile(rf"(?<![.;:!?])\n(?!{_ITEM})")
_WRAPPED_ITEM = re.compile(rf"(?<=[.;:,]){SOFT_BREAK}(?={_ITEM})")
_FOOTNOTE_STAR = re.compile(r"(?<=\w)\*{1,3}(?=$|[\s.,;])")


@lru_cache(8_192)
def lines_of(text: str) -> str:
    """The text with its lines, whole words and single spaces: «\\n» between paragraphs, ``SOFT_BREAK`` within."""
    if not text:
        return ""
    text = _SOFT_HYPHEN.sub("", composed(text))
    text = _INVISIBLE.sub("", _PARAGRAPHS.sub("\n", _SOFT_BREAKS.sub(SOFT_BREAK, text)))
    text = _BROKEN.sub(_whole, text).replace("\u2011", "-").replace("\u2010", "-")
    if SOFT_BREAK in text:
        text = _NO_SPACE.sub("", text)
        longest = max(map(len, re.split(f"[\n{SOFT_BREAK}]", text)))
        text = _TORN.sub(lambda found: _mended(found, longest), text)
    paragraphs = []
    for paragraph in text.split("\n"):
        lines = (one_line(line) for line in paragraph.split(SOFT_BREAK))
        paragraphs.append(SOFT_BREAK.join(filter(None, lines)))
    return "\n".join(filter(None, paragraphs))


def paragraphs_of(text: str) -> str:
    """The text's paragraphs and items of lists, each in a line; lines that run on are joined."""
    lined = _WRAPPED_ITEM.sub("\n", lines_of(text)).replace(SOFT_BREAK, " ")
    return _RUNS_ON.sub(" ", lined)


def name_of(text: str) -> str:
    """The text as a name: only real paragraphs stay lines of their own."""
    return _RUNS_ON.sub(" ", lines_of(text).replace(SOFT_BREAK, " "))


def line_of(text: str) -> str:
    """The text in one line."""
    return lines_of(text).replace(SOFT_BREAK, " ").replace("\n", " ")


def without_footnote(text: str) -> str:
    """The text without a star that points to a footnote."""
    return _FOOTNOTE_STAR.sub("", text)


def _mended(found: re.Match[str], longest: int) -> str:
    """A word too long for its column, which went on in the next line without a hyphen, is whole again. Such a word has
    its line for itself, and no line is longer."""
    left, right = found["left"], found["right"]
    fills_line = len(left) == longest and found.string[found.start() - 1 : found.start()] in (
        "",
        "\n",
        SOFT_BREAK,
    )
    is_torn = (
        fills_line
        or _ENDINGS.fullmatch(right) is not None
        or not (senses(left).is_known and senses(right).is_known)
    )
    return left if is_torn and senses(left + right).is_known else found[0]


def _whole(found: re.Match[str]) -> str:
    """A word broken at a line's end, without the hyphen unless that is its own («школ-партнёров»)."""
    left, right = found["left"], found["right"]
    whole = left + right
    if senses(whole).is_known:
        return whole
    has_own_hyphen = (senses(right).is_known and len(right) > 2) or senses(f"{left}-{right}").is_known
    return f"{left}-{right}" if has_own_hyphen else whole
