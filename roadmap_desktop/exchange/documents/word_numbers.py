"""Word's automatic numbers: what stands before a paragraph although nobody typed it."""

from typing import Any

from roadmap_desktop.exchange.documents.word_text import W, is_on

_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LEVELS = 9
_BULLET = "-"
_LARGEST = 100_000


class WordStyles:
    """What styles say of numbers and of hidden text."""

    def __init__(self, root: Any | None) -> None:
        self._numbers: dict[str, tuple[str, int]] = {}
        self._hidden: set[str] = set()
        self._base: dict[str, str] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            self._take(style.get(f"{W}styleId", ""), style)

    def is_hidden(self, style: str) -> bool:
        """Whether text in the style is hidden."""
        return style in self._hidden

    @property
    def has_hidden(self) -> bool:
        """Whether text is hidden in any style."""
        return bool(self._hidden)

    def number_of(self, style: str) -> tuple[str, int] | None:
        """The list and the level of the style's paragraphs."""
        seen: set[str] = set()
        while style and style not in seen:
            if style in self._numbers:
                return self._numbers[style]
            seen.add(style)
            style = self._base.get(style, "")
        return None

    def _take(self, name: str, style: Any) -> None:
        if is_on(style.find(f"{W}rPr/{W}vanish")):
            self._hidden.add(name)
        base = style.find(f"{W}basedOn")
        if base is not None:
            self._base[name] = base.get(f"{W}val", "")
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            self._numbers[name] = (number.get(f"{W}val", ""), _level(style.find(f"{W}pPr/{W}numPr/{W}ilvl")))


class WordNumbers:
    """Counts the paragraphs of numbered lists in their order."""

    def __init__(self, root: Any | None, styles: WordStyles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}  # of a list: format, text, start
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}  # of a number: its list, other starts
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._levels[element.get(f"{W}abstractNumId", "")] = dict(
                    map(_declared, element.iter(f"{W}lvl"))
                )
            elif element.tag == f"{W}num":
                self._take_number(element)

    def next_number(self, properties: Any) -> str:
        """What stands before a paragraph of these properties; an empty text where nothing does, "-" for a bullet."""
        found = self._place(properties) if self._lists and len(properties) else None
        if found is None or found[0] not in self._lists:
            return ""
        key, starts = self._lists[found[0]]
        levels, level = self._levels.get(key, {}), found[1]
        if level not in levels:
            return ""
        counts = self._counts.setdefault(key, [0] * _LEVELS)
        if found[0] not in self._begun:
            self._begun.add(found[0])
            for other in starts:
                counts[other] = 0
        start = starts.get(level, levels[level][2])
        counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return self._written(levels, level, counts)

    def _place(self, properties: Any) -> tuple[str, int] | None:
        own = properties.find(f"{W}numPr")
        if own is not None:
            number = own.find(f"{W}numId")
            level = _level(own.find(f"{W}ilvl"))
            if number is not None:
                return None if number.get(f"{W}val") == "0" else (number.get(f"{W}val", ""), level)
        style = properties.find(f"{W}pStyle")
        return self._styles.number_of(style.get(f"{W}val", "")) if style is not None else None

    def _take_number(self, element: Any) -> None:
        abstract = element.find(f"{W}abstractNumId")
        starts: dict[int, int] = {}
        for override in element.iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[_whole(override.get(f"{W}ilvl"), 0)] = _whole(start.get(f"{W}val"), 1)
        if abstract is not None:
            self._lists[element.get(f"{W}numId", "")] = (abstract.get(f"{W}val", ""), starts)

    def _written(self, levels: dict[int, tuple[str, str, int]], level: int, counts: list[int]) -> str:
        form, text, _ = levels[level]
        if form == "bullet":
            return _BULLET
        if form == "none":
            return ""
        for other in range(_LEVELS):
            if f"%{other + 1}" in text:
                other_form, _, start = levels.get(other, ("decimal", "", 1))
                text = text.replace(f"%{other + 1}", _number(counts[other] or start, other_form))
        return text.strip()


def _declared(level: Any) -> tuple[int, tuple[str, str, int]]:
    def value(name: str, usual: str) -> str:
        element = level.find(f"{W}{name}")
        return usual if element is None else str(element.get(f"{W}val", usual))

    start = _whole(value("start", "1"), 1)
    return _whole(level.get(f"{W}ilvl"), 0), (value("numFmt", "decimal"), value("lvlText", ""), start)


def _level(element: Any | None) -> int:
    return min(_whole(element.get(f"{W}val"), 0), _LEVELS - 1) if element is not None else 0


def _whole(text: str | None, usual: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else usual


def _number(number: int, form: str) -> str:
    number = min(number, _LARGEST)
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    letters = {"russianLower": _LETTERS, "russianUpper": _LETTERS.upper(), "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
               "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}.get(form)  # fmt: skip
    if letters:
        return letters[(number - 1) % len(letters)]
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
