"""The pen's way down the pages: how much room is left, when a new page begins, what stands at its head."""

from collections.abc import Callable
from dataclasses import replace

from roadmap_desktop.reports.blocks import POINTS_IN_MM, Align, Orientation, PageSetup
from roadmap_desktop.reports.pdf.surface import Surface
from roadmap_desktop.reports.pdf.wrapping import wrapper

MM = POINTS_IN_MM
LEADING = 1.15
# Between blocks.
GAP = 4 * MM
# From the top of a line to its baseline, in sizes: Liberation Serif's ascent with half of the spare leading.
_ASCENT = 0.91
_NUMBER_TOP = 10 * MM


class EnoughPages(Exception):
    """As many pages are drawn as were asked for."""


class Flow:
    """Where drawing goes on: ``y`` is the top of what comes next. ``cancelled`` is asked once a page and once a row;
    beyond ``most_pages`` pages EnoughPages is raised."""

    def __init__(
        self, surface: Surface, setup: PageSetup, cancelled: Callable[[], bool], most_pages: int | None = None
    ) -> None:
        self.surface = surface
        self.size = setup.font_size
        self.cancelled = cancelled
        self._most_pages = most_pages
        self._measure(setup)
        # The page of each heading drawn so far; a heading's place in this list is what links know it by.
        self.headings: list[int] = []
        # What can be drawn only when the number of every page is known.
        self.at_end: list[Callable[[], None]] = []

    def _measure(self, setup: PageSetup) -> None:
        """Puts the pen to the top of such a page."""
        self._setup = setup
        self.paper_width, self._paper_height = self.surface.size
        self.left = setup.left * MM
        self.width = setup.width * MM
        self._top = self._paper_height - setup.top * MM
        self._bottom = setup.bottom * MM
        self.y = self._top
        # How close texts stand on the rest of this page, see ``closing``.
        self.closeness = 1.0

    @property
    def is_partial(self) -> bool:
        """Whether later pages may be left out, so that not every heading will have a page."""
        return self._most_pages is not None

    @property
    def gap(self) -> float:
        """The room between blocks."""
        return GAP * self.closeness

    @property
    def room(self) -> float:
        """What is left of this page, in points."""
        return self.y - self._bottom

    @property
    def page_room(self) -> float:
        """The room of a whole page."""
        return self._top - self._bottom

    @property
    def at_top(self) -> bool:
        """Whether nothing has been drawn on this page yet."""
        return self.y >= self._top

    def new_page(self, sheet: Orientation | None = None) -> None:
        """Goes to the top of the next page, which lies as this one unless told otherwise, and numbers it, as
        ГОСТ Р 7.0.97-2016, 3.6 asks: at the top centre from the second page. Raises EnoughPages."""
        if self.surface.page == self._most_pages:
            raise EnoughPages
        self.surface.end_page()
        if sheet and sheet is not self._setup.orientation:
            setup = replace(self._setup, orientation=sheet)
            self.surface.turn(setup)
            self._measure(setup)
        self.y = self._top
        self.closeness = 1.0
        number = str(self.surface.page)
        width = wrapper(False).line_width(number) * self.size / 1000
        self.surface.text(
            [number],
            (self.paper_width - width) / 2,
            self._paper_height - _NUMBER_TOP - self.size * _ASCENT,
            self.size,
            self.size,
        )

    def end(self) -> None:
        """Finishes the last page and draws what waited for it."""
        self.surface.end_page()
        for draw in self.at_end:
            draw()

    def need(self, height: float) -> None:
        """Begins a new page unless that much room is left or the page is still empty."""
        if height > self.room and not self.at_top:
            self.new_page()

    def skip(self, height: float) -> None:
        """Leaves room; none is left at the head of a page."""
        if not self.at_top:
            self.y -= height

    def write(
        self,
        lines: tuple[str, ...],
        left: float,
        width: float,
        top: float,
        size: float,
        *,
        align: Align = Align.LEFT,
        bold: bool = False,
    ) -> None:
        """Draws wrapped lines in a room of that width from ``top`` down, without moving the pen."""
        leading = size * LEADING
        baseline = top - size * _ASCENT
        if align is Align.LEFT:
            self.surface.text(lines, left, baseline, leading, size, bold)
            return
        for index, line in enumerate(lines):
            spare = width - wrapper(bold).line_width(line) * size / 1000
            shift = spare if align is Align.RIGHT else spare / 2
            self.surface.text([line], left + shift, baseline - index * leading, leading, size, bold)
