"""Wrapped text for painting and measuring: laid out once, kept while it is likely to be painted again."""

from collections import OrderedDict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from roadmap_desktop.ui import theme
from roadmap_desktop.ui.table.search_marks import Span, marked_spans

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

# The rest of a longer text is read in the details beside the table.
MAX_LINES = 12
_KEPT_LAYOUTS = 1500
_KEPT_COUNTS = 60_000
# No letter is narrower on average; what lies beyond cannot get into the lines that are shown.
_NARROWEST_LETTER = 2
_LINE_HEIGHT = 1.32
_PIXELS_PER_POINT = 96 / 72


class LaidText(NamedTuple):
    """A layout ready to draw, how many lines it has, and whether it lacks some of the text."""

    layout: QTextLayout
    lines: int
    is_cut: bool


class TextLayouts:
    """Lays out plain text in one font; of a longer one so many lines."""

    def __init__(self, font: QFont, most_lines: int = MAX_LINES) -> None:
        self.font, self._most = font, most_lines
        self.pitch = font.pointSizeF() * _PIXELS_PER_POINT * _LINE_HEIGHT
        self._metrics = QFontMetricsF(font)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Letters at fractions of a pixel: rounded advances make small text uneven, and another width at each scale.
        self._option.setUseDesignMetrics(True)
        self._laid: OrderedDict[tuple[str, int, tuple[str, ...]], LaidText] = OrderedDict()
        self._counts: dict[tuple[str, int], int] = {}

    def laid(self, text: str, width: int, words: tuple[str, ...] = ()) -> LaidText:
        """The text wrapped at that width, with the words of a search marked; at most so many lines."""
        key = (text, width, words)
        found = self._laid.get(key)
        if found is not None:
            self._laid.move_to_end(key)
            return found
        found = self._lay_out(_shortened(text, width), width, words)
        self._laid[key] = found
        self._remember(text, width, found.lines)
        if len(self._laid) > _KEPT_LAYOUTS:
            self._laid.popitem(last=False)
        return found

    def line_count(self, text: str, width: int) -> int:
        """How many lines the text takes at that width."""
        count = self._counts.get((text, width))
        if count is None:
            _layout, count, _is_cut = self._wrap(_shortened(text, width), width, [])
            self._remember(text, width, count)
        return count

    def _remember(self, text: str, width: int, count: int) -> None:
        if len(self._counts) >= _KEPT_COUNTS:
            self._counts.clear()
        self._counts[text, width] = count

    def _lay_out(self, text: str, width: int, words: tuple[str, ...]) -> LaidText:
        layout, lines, is_cut = self._wrap(text, width, marked_spans(text, words))
        if is_cut:
            text = self._ended_by_dots(text, layout, width)
            layout, lines, _ = self._wrap(text, width, marked_spans(text, words))
        layout.setCacheEnabled(True)
        return LaidText(layout, lines, is_cut)

    def _wrap(self, text: str, width: int, spans: list[Span]) -> tuple[QTextLayout, int, bool]:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(self._option)
        if spans:
            layout.setFormats([self._range(span) for span in spans])
        layout.beginLayout()
        lines = 0
        while True:
            line = layout.createLine()
            if not line.isValid() or lines == self._most:
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, round(lines * self.pitch)))
            lines += 1
        is_cut = line.isValid()
        layout.endLayout()
        return layout, max(lines, 1), is_cut

    def _range(self, span: Span) -> QTextLayout.FormatRange:
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = span  # type: ignore[attr-defined]
        marked.format = _mark()  # type: ignore[attr-defined]
        return marked

    def _ended_by_dots(self, text: str, layout: QTextLayout, width: int) -> str:
        line = layout.lineAt(self._most - 1)
        # Qt counts UTF-16 units, Python code points.
        units = text.encode("utf-16-le")
        head = units[: line.textStart() * 2].decode("utf-16-le", "ignore")
        last = units[line.textStart() * 2 : (line.textStart() + line.textLength()) * 2].decode(
            "utf-16-le", "ignore"
        )
        last = last.rstrip("\u2028 ")
        while last and self._metrics.horizontalAdvance(last + "…") > width:
            last = last[:-1]
        return f"{head}{last}…"


@cache
def _mark() -> "QTextCharFormat":
    from PySide6.QtGui import QTextCharFormat

    mark = QTextCharFormat()
    mark.setBackground(theme.colour("mark"))
    return mark


def _shortened(text: str, width: int) -> str:
    # U+2028 is the line break that QTextLayout knows. A number stays with its sign: «СОШ № 5».
    short = text[: MAX_LINES * max(width // _NARROWEST_LETTER, 40)]
    return short.replace("\n", "\u2028").replace("№ ", "№\u00a0")
